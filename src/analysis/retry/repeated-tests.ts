import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import { spend } from "../source/allowance.js";
import { answerOnce } from "../source/answer-once.js";
import { importsOf } from "../values/import-paths.js";
import type { ReadPath } from "../values/access-path.js";
import { areMeantAsCodes } from "../code-tests/plausible.js";
import { anyService, orElse, type Services } from "../knowledge/services.js";
import { testsFrom } from "../follow/regions.js";
import { createLets } from "./code-reaches-repeat.js";
import { repeatsOf, testedPaths } from "./repeats.js";
import { testsInside } from "../code-tests/code-tests.js";
import type { CodeTest } from "../code-tests/code-test.js";
import type { Repeat } from "./repeat.js";

/** A test of a code on the way to a repeat. */
export interface RepeatedTest {
  readonly repeat: Repeat;
  readonly test: CodeTest;
  readonly path: ReadPath;
  readonly services: Services;
  /** Whether the way to the repeat is more open for a code than for one that nothing asks about. */
  readonly lets: (code: string) => boolean;
  /** Whether the codes that are named one by one are Tencent Cloud's by what stands beside them, whatever is known of the site. */
  readonly meant: boolean;
}

/** The tests of a file that decide about repeats. */
export function repeatedTests(file: AnalyzedFile): readonly RepeatedTest[] {
  return answerOnce<readonly RepeatedTest[]>(file, repeatedTests, file.sourceCode.ast, [], () => {
    const found = new Map<TSESTree.Node, readonly RepeatedTest[]>();
    return repeatsOf(file).flatMap((repeat) => {
      const before = found.get(repeat.region);
      if (before !== undefined && !spend(file, repeatedTests, 1 + before.length, mostShared)) return [];
      const tests = testsOfRepeat(file, repeat);
      found.set(repeat.region, tests);
      return tests;
    });
  });
}

/** Two hundred calls that one predicate of a hundred tests decides about. */
const mostShared = 20_000;

function testsOfRepeat(file: AnalyzedFile, repeat: Repeat): readonly RepeatedTest[] {
  const inside = testsInside(file, repeat.region);
  return testedPaths(repeat, inside.map(({ site }) => site.path)).flatMap((path) => {
    const tests = testsFrom(file, repeat.region, path);
    if (tests.length === 0) return [];
    const lets = createLets(file, repeat, path, tests);
    const services = orElse(servicesOfAny(tests), file.settings.services);
    const meant = repeat.isNamed === true && areMeant(file, tests);
    return tests.map((test) => ({ repeat, test, path, services: orElse(test.site.services, services), lets, meant }));
  });
}

function areMeant(file: AnalyzedFile, tests: readonly CodeTest[]): boolean {
  const values = tests.filter(isWholeCodes).flatMap(({ codes }) => codes.map(({ value }) => value));
  return !importsOf(file).otherCloud && areMeantAsCodes(values);
}

/** A helper that several errors are handed to knows less about their services than the handler does. */
function servicesOfAny(tests: readonly CodeTest[]): Services {
  return tests.map(({ site }) => site.services).find((services) => services !== anyService) ?? anyService;
}

/** Where a report about a test is put: the text that is tested against, or the test itself. */
export function placeOf(test: CodeTest): TSESTree.Node {
  return test.codes[0]?.node ?? test.node;
}

export function isWholeCodes(test: CodeTest): boolean {
  return test.kind === "equality" || test.kind === "membership" || test.kind === "key";
}

