import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, Variable } from "../source/file.js";
import { answerOnce } from "../source/answer-once.js";
import { unqualified } from "../source/functions.js";
import { assignedValues, literalString, nodesOf, onlyValue, propertyName } from "../source/syntax.js";
import { codeMapService, isRequestClient, isSdkPackage, sdkKind, serviceOfPath } from "../knowledge/sdk.js";
import type { Service } from "../knowledge/services.js";
import { isOtherCloudPackage } from "../knowledge/others.js";

/** Where an expression comes from: `cbs.v20170312.Client` of module `tencentcloud-sdk-nodejs`. */
export interface ModulePath {
  readonly module: string;
  /** Names of the properties on the way, without `default`. */
  readonly path: readonly string[];
}

/** What a path into the SDK leads to. */
export type SdkExport =
  | { readonly kind: "client"; readonly service: Service }
  | { readonly kind: "common-client" }
  | { readonly kind: "request-client" }
  | { readonly kind: "exception" };

export function isSdkModule(file: AnalyzedFile, module: string): boolean {
  return isSdkPackage(module) || file.settings.sdkModules.includes(module);
}

/** The module, and the names in it, that an expression or a type name leads to. */
export function modulePath(file: AnalyzedFile, node: TSESTree.Node): ModulePath | undefined {
  return answerOnce<ModulePath | undefined>(file, modulePath, node, undefined, () => findModulePath(file, unqualified(file, node)));
}

function findModulePath(file: AnalyzedFile, node: TSESTree.Node): ModulePath | undefined {
  switch (node.type) {
    case "Identifier": {
      const variable = file.variableOf(node);
      return variable === undefined ? undefined : variablePath(file, variable);
    }
    case "MemberExpression": {
      const name = propertyName(node);
      return name === undefined ? undefined : extend(modulePath(file, node.object), name);
    }
    case "TSQualifiedName":
      return extend(modulePath(file, node.left), node.right.name);
    case "TSImportType": {
      const source = literalString(node.source);
      return source === undefined ? undefined : { module: file.moduleNamed(source, node), path: [] };
    }
    case "AwaitExpression":
      return modulePath(file, node.argument);
    case "ImportExpression": {
      const source = literalString(node.source);
      return source === undefined ? undefined : { module: file.moduleNamed(source, node), path: [] };
    }
    case "CallExpression": {
      const [source] = node.arguments;
      if (node.callee.type !== "Identifier" || source === undefined) return undefined;
      if (/^_?_?importStar$|^_?_?importDefault$/.test(node.callee.name)) return modulePath(file, source);
      const module = node.callee.name === "require" ? literalString(source) : undefined;
      return module === undefined ? undefined : { module: file.moduleNamed(module, node), path: [] };
    }
    default:
      return undefined;
  }
}

function variablePath(file: AnalyzedFile, variable: Variable): ModulePath | undefined {
  const definition = variable.defs[0];
  if (definition === undefined) return undefined;
  if (definition.type === "ImportBinding") return importPath(file, definition.node);
  if (definition.type !== "Variable") return undefined;
  const value = onlyValue(variable) ?? givenLater(variable);
  if (value !== undefined) return modulePath(file, value);
  const { node } = definition;
  if (node.id.type !== "ObjectPattern" || node.init === null) return undefined;
  const names = patternPath(node.id, definition.name);
  return names?.reduce<ModulePath | undefined>(extend, modulePath(file, node.init));
}

/** `let Client; … Client = sdk.cbs.v20170312.Client`: the only thing that a variable is given after it was declared. */
function givenLater(variable: Variable): TSESTree.Expression | undefined {
  const definition = variable.defs[0];
  const [value, second] = definition?.type === "Variable" && definition.node.init === null ? assignedValues(variable) : [];
  return second === undefined ? value : undefined;
}

function importPath(
  file: AnalyzedFile,
  node: TSESTree.ImportDefaultSpecifier | TSESTree.ImportNamespaceSpecifier | TSESTree.ImportSpecifier | TSESTree.TSImportEqualsDeclaration | TSESTree.ImportDeclaration,
): ModulePath | undefined {
  if (node.type === "TSImportEqualsDeclaration") {
    const reference = node.moduleReference;
    const source = reference.type === "TSExternalModuleReference" ? literalString(reference.expression) : undefined;
    return source === undefined ? undefined : { module: file.moduleNamed(source, node), path: [] };
  }
  const { parent } = node;
  if (parent?.type !== "ImportDeclaration") return undefined;
  const root: ModulePath = { module: file.moduleNamed(parent.source.value, node), path: [] };
  if (node.type !== "ImportSpecifier") return root;
  return extend(root, node.imported.type === "Identifier" ? node.imported.name : node.imported.value);
}

function extend(base: ModulePath | undefined, name: string): ModulePath | undefined {
  if (base === undefined || name === "default") return base;
  return { module: base.module, path: [...base.path, name] };
}

/** The names that lead from a pattern's value to the variable `target` declared in it. */
export function patternPath(pattern: TSESTree.Node, target: TSESTree.Node): string[] | undefined {
  switch (pattern.type) {
    case "Identifier":
      return pattern === target ? [] : undefined;
    case "AssignmentPattern":
      return patternPath(pattern.left, target);
    case "TSParameterProperty":
      return patternPath(pattern.parameter, target);
    case "ObjectPattern":
      for (const property of pattern.properties) {
        if (property.type !== "Property") continue;
        const rest = patternPath(property.value, target);
        const name = propertyName(property);
        if (rest !== undefined) return name === undefined ? undefined : [name, ...rest];
      }
      return undefined;
    case "ArrayPattern":
      for (const [index, element] of pattern.elements.entries()) {
        const rest = element === null ? undefined : patternPath(element, target);
        if (rest !== undefined) return [String(index), ...rest];
      }
      return undefined;
    default:
      return undefined;
  }
}

/** What an expression or a type name means if it comes from the SDK. */
export function sdkExport(file: AnalyzedFile, node: TSESTree.Node): SdkExport | undefined {
  const found = modulePath(file, node);
  if (found !== undefined && isRequestClient(found.module, found.path)) return { kind: "request-client" };
  if (found === undefined || !isSdkModule(file, found.module)) return undefined;
  const { module, path } = found;
  const kind = sdkKind(module, path.at(-1) ?? "");
  return kind === "client" ? { kind, service: serviceOfPath(module, path) } : kind && { kind };
}

/** What the modules that a file imports say about it. */
export interface Imports {
  readonly sdk: boolean;
  readonly codeMap: boolean;
  readonly otherCloud: boolean;
}

export function importsOf(file: AnalyzedFile): Imports {
  const { ast } = file.sourceCode;
  return answerOnce(file, importsOf, ast, { sdk: false, codeMap: false, otherCloud: false }, () => {
    const own = nodesOf(file, "CallExpression", "ImportDeclaration", "ImportExpression", "TSExternalModuleReference");
    const nodes = [...own, ...file.linked.modules().flatMap(({ program }) => program.body.flatMap(importsAtTop))];
    const modules = nodes.flatMap((node) => {
      const source = importedModule(node);
      return source === undefined ? [] : [file.moduleNamed(source, node)];
    });
    return {
      sdk: modules.some((module) => isSdkModule(file, module)),
      codeMap: modules.some((module) => codeMapService(module) !== undefined),
      otherCloud: modules.some(isOtherCloudPackage),
    };
  });
}

/** The statement itself, or the calls of `require` in the constants that it declares. */
function importsAtTop(statement: TSESTree.Node): readonly TSESTree.Node[] {
  if (statement.type !== "VariableDeclaration") return [statement];
  return statement.declarations.map(({ init }) => {
    let node: TSESTree.Node | null = init;
    while (node?.type === "MemberExpression") node = node.object;
    return node ?? statement;
  });
}

function importedModule(node: TSESTree.Node): string | undefined {
  if (node.type === "ImportDeclaration") return node.source.value;
  if (node.type === "ImportExpression") return literalString(node.source);
  if (node.type === "TSExternalModuleReference") return literalString(node.expression);
  if (node.type !== "CallExpression" || node.callee.type !== "Identifier" || node.callee.name !== "require") return undefined;
  const [source] = node.arguments;
  return source === undefined ? undefined : literalString(source);
}

/** The name under which a file imports what `module` exports as `exported`. */
export function importedName(file: AnalyzedFile, module: string, exported: string): string | undefined {
  for (const statement of file.sourceCode.ast.body) {
    if (statement.type !== "ImportDeclaration" || file.moduleNamed(statement.source.value, statement) !== module || statement.importKind === "type") continue;
    for (const specifier of statement.specifiers) {
      if (specifier.type === "ImportSpecifier" && specifier.imported.type === "Identifier" && specifier.imported.name === exported) return specifier.local.name;
    }
  }
  return undefined;
}
