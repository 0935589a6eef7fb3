import type { TSESTree } from "@typescript-eslint/utils";
import { propertyName } from "./syntax.js";

/** What the code that a node stands in is called: the name of the outermost function, class or constant, with that of the method. */
export function nameAround(node: TSESTree.Node): string | undefined {
  const names: string[] = [];
  for (let at: TSESTree.Node | undefined = node; at != null; at = at.parent) {
    if (at.type === "MethodDefinition") names[0] = propertyName(at) ?? "";
    if (at.type !== "FunctionDeclaration" && at.type !== "ClassDeclaration" && at.type !== "VariableDeclarator") continue;
    const name = at.id?.type === "Identifier" ? at.id.name : undefined;
    if (name === undefined) continue;
    if (at.type === "ClassDeclaration") names.splice(1, names.length, name);
    else names.splice(0, names.length, name);
  }
  return names.length === 0 ? undefined : names.toReversed().join(".");
}
