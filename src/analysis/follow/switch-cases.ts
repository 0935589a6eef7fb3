import type { TSESTree } from "@typescript-eslint/utils";
import { caseTest } from "../code-tests/code-tests.js";
import type { AnalyzedFile } from "../source/file.js";
import { bare } from "../source/syntax.js";
import { samePath } from "../values/access-path.js";
import { passes, type AssumedCode, type Truth } from "./assumed-code.js";
import { assumedCase } from "./other-questions.js";

type TruthOf = (condition: TSESTree.Node) => Truth;

/**
 * The cases that a `switch` can jump to when the assumed code came, by their place; -1 for none of them.
 *
 * @param truth what a condition comes out as, for `switch (true)`
 */
export function startingCases(file: AnalyzedFile, statement: TSESTree.SwitchStatement, assumed: AssumedCode, truth: TruthOf): number[] {
  const otherwise = statement.cases.findIndex((item) => item.test === null);
  const possible: number[] = [];
  for (const [index, item] of statement.cases.entries()) {
    if (item.test === null) continue;
    const known = caseTruth(file, statement, item, assumed, truth);
    if (known !== false) possible.push(index);
    if (known === true) return possible;
  }
  return [...possible, otherwise];
}

function caseTruth(file: AnalyzedFile, statement: TSESTree.SwitchStatement, item: TSESTree.SwitchCase, assumed: AssumedCode, truth: TruthOf): Truth {
  const test = caseTest(file, statement, item);
  if (test !== undefined && samePath(test.site.path, assumed.path)) return passes(test, assumed);
  if (item.test === null) return "open";
  const discriminant = bare(statement.discriminant);
  const isTrue = discriminant.type === "Literal" && discriminant.value === true;
  return isTrue ? truth(item.test) : assumedCase(file, statement, item.test, assumed);
}
