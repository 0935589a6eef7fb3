import type { TSESTree } from "@typescript-eslint/utils";
import type { AssumedCode } from "../follow/assumed-code.js";
import type { SdkCall } from "../origins/call.js";
import type { Variable } from "../source/file.js";
import type { Loop } from "../source/syntax.js";
import type { ReadPath } from "../values/access-path.js";

/** A piece of code that decides, by the error that came, whether a call is made again. */
export interface Repeat {
  /** The tests of the code that stand in here decide. */
  readonly region: TSESTree.Node;
  /** Where the code is unless the tests say otherwise: for functions that the error is handed to. */
  readonly paths: readonly ReadPath[];
  /** The variables that the error is in. */
  readonly variables: ReadonlySet<Variable>;
  /** The calls that are made again, as far as they are seen. */
  readonly calls: readonly SdkCall[];
  /** What is tried, where it is seen. */
  readonly tried: TSESTree.Node | undefined;
  /** The loop that repeats; undefined for other ways. */
  readonly loop: Loop | undefined;
  /** Whether at most one repeat comes of it. */
  readonly once: boolean;
  /** Whether nothing but a name says that it decides: that of a predicate or a flag. */
  readonly isNamed?: true;
  /** How open the way to the repeat is for a code: 0 where there is none, more where it depends on less. */
  openness(assumed: AssumedCode): number;
  /** What is done on the way. */
  reached(assumed: AssumedCode): ReadonlySet<TSESTree.Node>;
}
