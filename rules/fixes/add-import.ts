import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

type Source = Readonly<TSESLint.SourceCode>;

/** A name that a suggestion uses, and what makes it known in the file. */
export interface ImportedName {
  readonly local: string;
  /** Undefined where the file imports it already. */
  readonly add: ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix) | undefined;
}

/** Makes an export of a module known in a file, by `import` or by `require` as the file does it. */
export function importedName(source: Source, module: string, name: string): ImportedName {
  const { body } = source.ast;
  const imports = body.filter((statement): statement is TSESTree.ImportDeclaration => statement.type === "ImportDeclaration");
  const own = imports.filter((statement) => statement.source.value === module && statement.importKind !== "type");
  for (const { specifiers } of own) {
    for (const specifier of specifiers) {
      if (specifier.type === "ImportSpecifier" && specifier.importKind !== "type" && nameOf(specifier.imported) === name) return { local: specifier.local.name, add: undefined };
      if (specifier.type === "ImportNamespaceSpecifier") return { local: `${specifier.local.name}.${name}`, add: undefined };
    }
  }
  const required = requiredName(body, module, name);
  if (required !== undefined) return { local: required, add: undefined };
  const local = freeName(source, name);
  const specifier = local === name ? name : `${name} as ${local}`;
  const last = own.flatMap(({ specifiers }) => specifiers.filter((part) => part.type === "ImportSpecifier")).at(-1);
  if (last !== undefined) return { local, add: (fixer) => fixer.insertTextAfter(last, `, ${specifier}`) };
  return { local, add: (fixer) => addStatement(source, fixer, usesRequire(body) ? `const { ${specifier.replace(" as ", ": ")} } = require("${module}");` : `import { ${specifier} } from "${module}";`) };
}

function nameOf(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === "Identifier" ? node.name : node.value;
}

function usesRequire(body: readonly TSESTree.ProgramStatement[]): boolean {
  const isModule = body.some(({ type }) => type === "ImportDeclaration" || type.startsWith("Export"));
  return !isModule && body.some((statement) => requireOf(statement) !== undefined);
}

/** The declarator of `const … = require("…")`. */
function requireOf(statement: TSESTree.ProgramStatement): { readonly id: TSESTree.Node; readonly module: unknown } | undefined {
  if (statement.type !== "VariableDeclaration") return undefined;
  for (const { id, init } of statement.declarations) {
    if (init?.type !== "CallExpression" || init.callee.type !== "Identifier" || init.callee.name !== "require") continue;
    const [module] = init.arguments;
    return { id, module: module?.type === "Literal" ? module.value : undefined };
  }
  return undefined;
}

function requiredName(body: readonly TSESTree.ProgramStatement[], module: string, name: string): string | undefined {
  for (const statement of body) {
    const found = requireOf(statement);
    if (found?.module !== module) continue;
    if (found.id.type === "Identifier") return `${found.id.name}.${name}`;
    if (found.id.type !== "ObjectPattern") continue;
    for (const property of found.id.properties) {
      if (property.type === "Property" && property.key.type === "Identifier" && property.key.name === name && property.value.type === "Identifier") return property.value.name;
    }
  }
  return undefined;
}

/** A name that no scope of the file declares. */
export function freeName(source: Source, name: string): string {
  const taken = new Set(source.scopeManager?.scopes.flatMap((scope) => [...scope.variables.map((variable) => variable.name), ...scope.through.map(({ identifier }) => identifier.name)]));
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name}${String(number)}`;
  return free;
}

/** Puts a statement after the last `import` or `require` at the top of the file, or before all others. */
function addStatement(source: Source, fixer: TSESLint.RuleFixer, text: string): TSESLint.RuleFix {
  const { body } = source.ast;
  const newline = source.text.includes("\r\n") ? "\r\n" : "\n";
  const after = body.findLast((statement) => statement.type === "ImportDeclaration" || requireOf(statement) !== undefined) ?? body.findLast(isDirective);
  if (after !== undefined) return fixer.insertTextAfter(after, `${newline}${text}`);
  const [first] = body;
  return first === undefined ? fixer.insertTextAfterRange([0, 0], `${text}${newline}`) : fixer.insertTextBefore(first, `${text}${newline}`);
}

function isDirective(statement: TSESTree.ProgramStatement): boolean {
  return statement.type === "ExpressionStatement" && statement.directive != null;
}
