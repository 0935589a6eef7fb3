import { SetupError } from "../../src/analysis/knowledge/setup-error.js";
import { excerptOf } from "../../src/catalog/printable.js";

/** What V8, JavaScriptCore and SpiderMonkey say. */
const stackIsFull = /call stack|too much recursion/;
/** Of a path, and of what an error says. */
const longest = 200;
const told = new Set<string>();

/**
 * Runs a rule so that its host goes on whatever it comes upon: a report is worth less than the run. Where code nests deeper than
 * the stack is, no more is said about the file. Anything else, such as a syntax tree of a parser that leaves out what others
 * write, is told once for each rule and error, as a warning of Node's.
 *
 * @returns undefined where it failed
 * @throws SetupError what is wrong with the project's setup
 */
export function survive<Result>({ filename, id }: { readonly filename: string; readonly id: string }, run: () => Result): Result | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof SetupError) throw error;
    const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
    const key = `${id}\n${message}`;
    if (stackIsFull.test(message) || told.has(key)) return undefined;
    told.add(key);
    const place = stack.split("\n").find((line) => line.startsWith("    at "))?.split(/[/\\]/).at(-1)?.replace(")", "") ?? "?";
    process.emitWarning(`${id} says no more about ${excerptOf(filename, longest)}, because it failed: ${excerptOf(message.split("\n", 1)[0] ?? "", longest)} (${place}). Please report this with the code and the parser that show it.`, { type: "eslint-plugin-tencentcloud" });
    return undefined;
  }
}
