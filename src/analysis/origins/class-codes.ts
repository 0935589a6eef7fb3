import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile, Variable } from "../source/file.js";
import { answerOnce } from "../source/answer-once.js";
import { addTo } from "../source/lists.js";
import { nodesOf, walk } from "../source/syntax.js";
import { classOf, mostSuperClasses, type ClassNode } from "../values/callees.js";
import type { Part } from "./call.js";
import { flowOf } from "./calls.js";
import { isOfApi } from "./sent.js";

/** Where in the instances of a class codes stand, by all places of the file that make one: none where no code is the API's. */
export function codesOfClass(file: AnalyzedFile, owner: ClassNode): readonly Part[] {
  return answerOnce<readonly Part[]>(file, codesOfClass, owner, [], () => {
    const made = listsOfNew(file, owner).flatMap((list) => instancesOf(file, list).get(owner) ?? []);
    const parts = made.flatMap((node) => flowOf(file).partsOf(node));
    return parts.some(({ holds }) => "codeOf" in holds && (typeof holds.codeOf === "string" ? holds.codeOf === "unseen call" : isOfApi(holds.codeOf))) ? parts : [];
  });
}

/** The places that make something: in the file, and in the module that a class stands in. */
function listsOfNew(file: AnalyzedFile, owner: ClassNode): readonly (readonly TSESTree.NewExpression[])[] {
  const found = nodesOf(file, "NewExpression");
  const program = file.linked.moduleOf(owner)?.program;
  return program === undefined ? [found] : [found, newIn(file, program)];
}

function newIn(file: AnalyzedFile, program: TSESTree.Program): readonly TSESTree.NewExpression[] {
  return answerOnce<readonly TSESTree.NewExpression[]>(file, newIn, program, [], () => {
    const found: TSESTree.NewExpression[] = [];
    walk(file, program, (node) => {
      if (node.type === "NewExpression") found.push(node);
      return true;
    });
    return found;
  });
}

/** Which of some places make instances of each class, or of one that extends it. Files can have many of both. */
function instancesOf(file: AnalyzedFile, places: readonly TSESTree.NewExpression[]): ReadonlyMap<ClassNode, readonly TSESTree.NewExpression[]> {
  return answerOnce<ReadonlyMap<ClassNode, readonly TSESTree.NewExpression[]>>(file, instancesOf, places, new Map(), () => {
    const made = new Map<ClassNode, TSESTree.NewExpression[]>();
    for (const node of places) {
      let owner = classOf(file, node.callee);
      for (let depth = 0; owner !== undefined && depth <= mostSuperClasses; depth += 1) {
        addTo(made, owner, node);
        owner = owner.superClass === null ? undefined : classOf(file, owner.superClass);
      }
    }
    return made;
  });
}

/** `error: ApiError` */
export function declaredClass(file: AnalyzedFile, variable: Variable): ClassNode | undefined {
  const name = variable.defs[0]?.name;
  const type = name?.type === "Identifier" ? name.typeAnnotation?.typeAnnotation : undefined;
  return type?.type === "TSTypeReference" ? classOf(file, type.typeName) : undefined;
}
