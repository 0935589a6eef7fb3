import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { Variable } from "../source/file.js";
import { patternPath } from "../values/import-paths.js";
import { bare, literalString, propertyName } from "../source/syntax.js";

/**
 * What a variable imports: an export by its name, `default`, `*` for the namespace of a module, or `=` for what `require` gives.
 */
export interface Imported {
  readonly source: string;
  readonly name: string;
}

export interface ImportBinding extends Imported {
  readonly variable: Variable;
}

/** What the declaration of a variable imports; undefined for variables of the module's own. */
export function importedBy({ defs: [definition, second] }: Variable): Imported | undefined {
  if (definition === undefined || second !== undefined) return undefined;
  if (definition.type === "ImportBinding") return importedAs(definition.node);
  if (definition.type !== "Variable" || definition.node.init == null) return undefined;
  const { id, init } = definition.node;
  const required = requiredBy(init);
  if (required === undefined) return undefined;
  if (id.type === "Identifier") return required;
  const [name, deeper] = patternPath(id, definition.name) ?? [];
  return name === undefined || deeper !== undefined || required.name !== "=" ? undefined : { source: required.source, name };
}

function importedAs(node: TSESTree.Node): Imported | undefined {
  if (node.type === "TSImportEqualsDeclaration") {
    const { moduleReference } = node;
    const source = moduleReference.type === "TSExternalModuleReference" ? literalString(moduleReference.expression) : undefined;
    return source === undefined ? undefined : { source, name: "=" };
  }
  const source = node.parent?.type === "ImportDeclaration" ? node.parent.source.value : undefined;
  if (source === undefined) return undefined;
  if (node.type === "ImportDefaultSpecifier") return { source, name: "default" };
  if (node.type === "ImportNamespaceSpecifier") return { source, name: "*" };
  if (node.type !== "ImportSpecifier") return undefined;
  return { source, name: node.imported.type === "Identifier" ? node.imported.name : node.imported.value };
}

/** `require("./a")`, `require("./a").b`, `__importStar(require("./a"))`, `await import("./a")` */
export function requiredBy(expression: TSESTree.Node): Imported | undefined {
  const node = bare(expression);
  switch (node.type) {
    case "AwaitExpression": {
      const awaited = bare(node.argument);
      const source = awaited.type === "ImportExpression" ? literalString(awaited.source) : undefined;
      return source === undefined ? undefined : { source, name: "*" };
    }
    case "MemberExpression": {
      const required = requiredBy(node.object);
      const name = propertyName(node);
      return required === undefined || name === undefined || (required.name !== "=" && required.name !== "*") ? undefined : { source: required.source, name };
    }
    case "CallExpression": {
      const [first] = node.arguments;
      if (node.callee.type !== "Identifier" || first === undefined) return undefined;
      const { name } = node.callee;
      // What TypeScript and Babel put around `require`.
      if (/^_{1,2}(?:importStar|importDefault|interopRequire(?:Default|Wildcard))$/.test(name)) {
        const required = requiredBy(first);
        return required === undefined ? undefined : { source: required.source, name: "*" };
      }
      const source = name === "require" ? literalString(first) : undefined;
      return source === undefined ? undefined : { source, name: "=" };
    }
    default:
      return undefined;
  }
}

/** The variables at the top of a module that stand for something of another. */
export function importsOf(scopes: readonly TSESLint.Scope.Scope[]): readonly ImportBinding[] {
  const [first, second] = scopes;
  const top = second?.type === "module" || (second?.block === first?.block) ? second : first;
  return (top?.variables ?? []).flatMap((variable) => {
    const imported = importedBy(variable);
    return imported === undefined ? [] : [{ ...imported, variable }];
  });
}
