import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import { bare, literalString } from "../source/syntax.js";
import type { Part } from "./call.js";

/** A file with what comes out of pieces of it. */
export interface Flow {
  readonly file: AnalyzedFile;
  /** The codes in the value of an expression. */
  readonly partsOf: (expression: TSESTree.Node) => readonly Part[];
  /** The codes in the errors that a piece of code throws or rejects with. */
  readonly escapesOf: (code: TSESTree.Node) => readonly Part[];
}

/** What came over HTTP, in whatever form: the response of the library, its body as a text, the parsed body. */
const overHttp = "(over HTTP)";
const responseCode = ["Response", "Error", "Code"] as const;

/** The path to the code in the response to a request, as a library gives it back. */
export const codeOverHttp: readonly string[] = [overHttp, ...responseCode];

/** The parts of a value, and the value itself where it is a text. */
export function valueParts(flow: Flow, expression: TSESTree.Node): readonly Part[] {
  const text = literalString(bare(expression));
  return text === undefined ? flow.partsOf(expression) : text === "" ? [] : [{ names: [], holds: { text } }];
}

/** The parts of a value as those of an object that holds it. Texts are of interest as codes only. */
export function below(name: string | undefined, parts: readonly Part[]): readonly Part[] {
  if (name === undefined) return [];
  return parts.flatMap(({ holds, names }) => ("text" in holds && names.length === 0 && !/code$/i.test(name) ? [] : [{ names: [name, ...names], holds }]));
}

/** The parts of what stands at the end of a path into a value. */
export function partsAt(parts: readonly Part[], names: readonly string[]): readonly Part[] {
  return names.reduce<readonly Part[]>((rest, name) => {
    const found = rest.flatMap((part) => {
      const [first] = part.names;
      if (first === overHttp) return [name === "Response" ? { ...part, names: part.names.slice(2) } : part];
      return first === name ? [{ ...part, names: part.names.slice(1) }] : [];
    });
    // Nothing is seen of how it came here, but its name says what it is.
    return found.length === 0 && name === "Response" && rest.length === 0 ? [{ names: responseCode.slice(1), holds: { codeOf: "unseen call" } }] : found;
  }, parts);
}

export function isOverHttp({ names }: Part): boolean {
  return names[0] === overHttp;
}
