import type { TSESTree } from "@typescript-eslint/utils";
import { anyService, orElse, type Services } from "../knowledge/services.js";
import { isDocumented, retryClassOf } from "../knowledge/documented-codes.js";
import type { AnalyzedFile } from "../source/file.js";
import { answerOnce } from "../source/answer-once.js";
import { isMeantAsCode } from "../code-tests/plausible.js";
import { isWholeCodes, repeatedTests, type RepeatedTest } from "./repeated-tests.js";
import { retryLists } from "./retry-lists.js";
import { isWaiting } from "./waiting.js";

/** A code that is named to be retried on, though a retry alone cannot help. */
export interface RetriedCode {
  readonly code: string;
  /** Where the code is written. */
  readonly node: TSESTree.Node;
  readonly retryClass: "permanent" | "renew";
  /** What names it: a test, or a list that says what is retried. */
  readonly namedBy: RepeatedTest | "list";
}

/**
 * The permanent codes, and those that something has to be renewed for, that a file names to be retried on.
 *
 * @example
 * // for (let attempt = 0; attempt < 3; attempt++) {
 * //   try { return await cbsClient.CreateDisks(request); } catch (e) { if (e.code !== "InvalidParameter") throw e; }
 * // }
 * retriedCodes(file); // [{ code: "InvalidParameter", retryClass: "permanent", node: the text in quotes, namedBy: the test }]
 */
export function retriedCodes(file: AnalyzedFile): readonly RetriedCode[] {
  return answerOnce<readonly RetriedCode[]>(file, retriedCodes, file.sourceCode.ast, [], () => [
    ...repeatedTests(file).flatMap((test) => codesOfTest(file, test)),
    ...retryLists(file).flatMap(({ codes }) =>
      codes.flatMap(({ node, value }) => (documentedClass(file, value, anyService) === "permanent" ? [{ code: value, node, retryClass: "permanent" as const, namedBy: "list" as const }] : [])),
    ),
  ]);
}

function codesOfTest(file: AnalyzedFile, repeated: RepeatedTest): RetriedCode[] {
  const { lets, meant, repeat, services, test } = repeated;
  if (!isWholeCodes(test)) return [];
  return test.codes.flatMap(({ node, value }) => {
    if (!meant && !isMeantAsCode(test.site, value)) return [];
    const retryClass = documentedClass(file, value, services);
    if ((retryClass !== "permanent" && retryClass !== "renew") || !lets(value)) return [];
    return retryClass === "permanent" && isWaiting(file, repeat, value) ? [] : [{ code: value, node, retryClass, namedBy: repeated }];
  });
}

/** The retry class of a code that is documented for the services, by default for those of the settings. */
export function documentedClass(file: AnalyzedFile, code: string, services: Services): string | undefined {
  const among = orElse(services, file.settings.services);
  return isDocumented(code, among) ? retryClassOf(code, among, file.settings) : undefined;
}

/** Whether a text is a code on which a call is retried that a retry cannot help. */
export function isRetriedInVain(file: AnalyzedFile, node: TSESTree.Node): boolean {
  return answerOnce<ReadonlySet<TSESTree.Node>>(file, isRetriedInVain, file.sourceCode.ast, new Set(), () => new Set(retriedCodes(file).filter(({ retryClass }) => retryClass === "permanent").map((retried) => retried.node))).has(node);
}
