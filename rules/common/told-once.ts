import type { TSESLint } from "@typescript-eslint/utils";
import { SetupError } from "../../src/analysis/knowledge/setup-error.js";

type HostContext = Readonly<Pick<TSESLint.RuleContext<string, readonly unknown[]>, "id" | "filename" | "languageOptions">>;

/** Who told of each fault of a setup, by message: the rule, and the file that it was told about. */
const tellers = new Map<string, string>();

/**
 * Does something for which the project's setup may be at fault. ESLint ends its run with the first fault; oxlint goes on with the next
 * rule and the next file, where the same is not said again; an editor that lints the same file again is told again.
 *
 * @returns what `run` returns; undefined where the fault was told elsewhere
 * @throws SetupError
 */
export function toldOnce<Result>({ id, filename, languageOptions }: HostContext, run: () => Result): Result | undefined {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof SetupError) || !isOxlint(languageOptions)) throw error;
    const teller = `${id}\n${filename}`;
    if (teller !== (tellers.get(error.message) ?? teller)) return undefined;
    tellers.set(error.message, teller);
    throw error;
  }
}

function isOxlint(languageOptions: object | undefined): boolean {
  const { parser } = (languageOptions ?? {}) as { readonly parser?: { readonly name?: unknown } };
  return parser?.name === "oxlint";
}
