import type { TSESTree } from "@typescript-eslint/utils";
import { lookupTypes } from "../knowledge/built-in-names.js";
import type { AnalyzedFile } from "../source/file.js";
import { memberOfThis, unqualified } from "../source/functions.js";

/** The type annotation at the end of a path into another, as far as this file writes it out. */
export function typeAt(file: AnalyzedFile, type: TSESTree.TypeNode, names: readonly string[]): TSESTree.TypeNode | undefined {
  let at: TSESTree.TypeNode | undefined = type;
  for (const name of names) {
    at = at === undefined ? undefined : membersOf(file, at).find((member) => member.name === name)?.type;
  }
  return at;
}

interface Member {
  readonly name: string;
  readonly type: TSESTree.TypeNode;
}

function membersOf(file: AnalyzedFile, type: TSESTree.TypeNode): Member[] {
  let at: TSESTree.TypeNode = type;
  // An alias can name another; a circle of them ends here too.
  for (let steps = 0; steps < 10; steps += 1) {
    if (at.type === "TSTypeLiteral") return signatures(at.members);
    const name = at.type === "TSTypeReference" ? unqualified(file, at.typeName) : undefined;
    if (at.type !== "TSTypeReference" || name?.type !== "Identifier") return [];
    const [argument] = at.typeArguments?.params ?? [];
    if (argument !== undefined && (name.name === "Readonly" || name.name === "Partial")) {
      at = argument;
      continue;
    }
    const definition = file.variableOf(name)?.defs[0]?.node;
    if (definition?.type === "TSInterfaceDeclaration") return signatures(definition.body.body);
    if (definition?.type !== "TSTypeAliasDeclaration") return [];
    at = definition.typeAnnotation;
  }
  return [];
}

function signatures(elements: readonly TSESTree.TypeElement[]): Member[] {
  return elements.flatMap((element) => {
    if (element.type !== "TSPropertySignature" || element.typeAnnotation == null || element.key.type !== "Identifier") return [];
    return [{ name: element.key.name, type: element.typeAnnotation.typeAnnotation }];
  });
}

/** The type of what is kept in a `Map<string, X>`, `Record<string, X>`, `X[]` or `{ [key: string]: X }`, as it is declared. */
export function elementType(file: AnalyzedFile, container: TSESTree.Node): TSESTree.TypeNode | undefined {
  const type = declaredType(file, container);
  if (type === undefined) return undefined;
  // `new Map<string, X>()` says as much as a declaration.
  if (type.type === "NewExpression") return type.callee.type === "Identifier" && type.callee.name === "Map" ? type.typeArguments?.params.at(-1) : undefined;
  if (type.type === "TSArrayType") return type.elementType;
  if (type.type === "TSTypeLiteral") return type.members.find((member) => member.type === "TSIndexSignature")?.typeAnnotation?.typeAnnotation;
  if (type.type !== "TSTypeReference" || type.typeName.type !== "Identifier") return undefined;
  return lookupTypes.has(type.typeName.name) ? type.typeArguments?.params.at(-1) : undefined;
}

function declaredType(file: AnalyzedFile, container: TSESTree.Node): TSESTree.NewExpression | TSESTree.TypeNode | undefined {
  const node = unqualified(file, container);
  if (node.type === "MemberExpression" && node.object.type === "ThisExpression") {
    const member = memberOfThis(node);
    if (member?.type !== "PropertyDefinition") return undefined;
    return member.typeAnnotation?.typeAnnotation ?? (member.value?.type === "NewExpression" ? member.value : undefined);
  }
  if (node.type !== "Identifier") return undefined;
  const definition = file.variableOf(node)?.defs[0];
  if (definition?.name.type === "Identifier" && definition.name.typeAnnotation != null) return definition.name.typeAnnotation.typeAnnotation;
  return definition?.type === "Variable" && definition.node.init?.type === "NewExpression" ? definition.node.init : undefined;
}
