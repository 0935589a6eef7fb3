import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, Variable } from "../source/file.js";
import { answerOnce } from "../source/answer-once.js";
import { nodesOf, walk } from "../source/syntax.js";
import { classOf, type ClassNode } from "../values/callees.js";
import type { Part } from "./call.js";
import { flowOf } from "./calls.js";
import { isOfApi } from "./sent.js";

/** Where in the instances of a class codes stand, by all places of the file that make one: none where no code is the API's. */
export function codesOfClass(file: AnalyzedFile, owner: ClassNode): readonly Part[] {
  return answerOnce<readonly Part[]>(file, codesOfClass, owner, [], () => {
    const made = newExpressions(file, owner).filter(({ callee }) => isOrExtends(file, classOf(file, callee), owner));
    const parts = made.flatMap((node) => flowOf(file).partsOf(node));
    return parts.some(({ holds }) => "codeOf" in holds && (typeof holds.codeOf === "string" ? holds.codeOf === "unseen call" : isOfApi(holds.codeOf))) ? parts : [];
  });
}

/** The places that make something: in the file, and in the module that a class stands in. */
function newExpressions(file: AnalyzedFile, owner: ClassNode): readonly TSESTree.NewExpression[] {
  const found = [...nodesOf(file, "NewExpression")];
  const program = file.linked.moduleOf(owner)?.program;
  if (program === undefined) return found;
  walk(file, program, (node) => {
    if (node.type === "NewExpression") found.push(node);
    return true;
  });
  return found;
}

function isOrExtends(file: AnalyzedFile, made: ClassNode | undefined, owner: ClassNode): boolean {
  for (let at = made, depth = 0; at !== undefined && depth < 5; depth += 1) {
    if (at === owner) return true;
    at = at.superClass === null ? undefined : classOf(file, at.superClass);
  }
  return false;
}

/** `error: ApiError` */
export function declaredClass(file: AnalyzedFile, variable: Variable): ClassNode | undefined {
  const name = variable.defs[0]?.name;
  const type = name?.type === "Identifier" ? name.typeAnnotation?.typeAnnotation : undefined;
  return type?.type === "TSTypeReference" ? classOf(file, type.typeName) : undefined;
}
