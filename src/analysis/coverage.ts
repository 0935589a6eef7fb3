import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "./file.js";
import type { Dispatch } from "./dispatches.js";
import { untestedCode } from "./dispatches.js";
import { testsFrom } from "./regions.js";
import type { CodeTest } from "./tests.js";
import { traceOf } from "./trace.js";

/** Whether a dispatch deals with a code: by its name, its family, a pattern, or a guard of the code map. */
export function handles(file: AnalyzedFile, dispatch: Dispatch): (code: string) => boolean {
  const tests = relevantTests(file, dispatch).filter((test) => !isEmptyCase(file, test.node));
  return (code) => tests.some((test) => test.matches(code));
}

function relevantTests(file: AnalyzedFile, { form, region, site, tests }: Dispatch): readonly CodeTest[] {
  if (form === "table" || form === "match") return tests;
  return testsFrom(file, region.owner, site.path);
}

/** `case "X": break;` without a word why: the code was forgotten, or copied. */
function isEmptyCase(file: AnalyzedFile, node: TSESTree.Node): boolean {
  if (node.type !== "SwitchCase") return false;
  const { cases } = node.parent;
  for (let index = cases.indexOf(node); index < cases.length; index += 1) {
    const item = cases[index];
    const [only, second] = item?.consequent ?? [];
    if (item === undefined || file.sourceCode.getCommentsInside(item).length > 0) return false;
    if (only === undefined) continue;
    return second === undefined && only.type === "BreakStatement" && file.sourceCode.getCommentsBefore(only).length === 0;
  }
  return true;
}

/**
 * What happens to a code that no test names:
 *
 * - `passed-on`: thrown, rejected, returned or handed over, whichever way control takes
 * - `swallowed`: on some way nobody hears of it
 */
export type Rest = "passed-on" | "swallowed";

export function restOf(file: AnalyzedFile, { region, site }: Dispatch): Rest {
  const { ends } = traceOf(file, region.statements, { path: site.path, code: untestedCode });
  return ends.every(({ kind, handedOver }) => kind === "throw" || kind === "exit" || handedOver) ? "passed-on" : "swallowed";
}

/** Whether a dispatch has a branch of its own for codes that no test names: `default`, or a last `else`. */
export function hasDefault(dispatch: Dispatch): boolean {
  const { node } = dispatch;
  if (node.type === "SwitchStatement") return node.cases.some((item) => item.test === null);
  let last: TSESTree.Node = node;
  while (last.type === "IfStatement" || last.type === "ConditionalExpression") {
    if (last.alternate === null) return false;
    last = last.alternate;
  }
  return last !== node;
}
