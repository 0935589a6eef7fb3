/** A block of code of a rule's page. */
export interface Example {
  readonly rule: string;
  /** Whether the rule reports it. */
  readonly incorrect: boolean;
  /** Its number among those of its kind, from 1. */
  readonly number: number;
  readonly language: "ts" | "js";
  /** The rule's options that the page gives with the block. */
  readonly options?: Readonly<Record<string, unknown>>;
  readonly source: string;
}

/**
 * The examples of a rule's page: the blocks under "Incorrect" and "Correct", and those that have options.
 *
 * @param page its Markdown
 */
export function examplesOf(rule: string, page: string): readonly Example[] {
  const found: Example[] = [];
  let incorrect: boolean | undefined;
  for (const [, heading, language, info = "", source = ""] of page.matchAll(/^#+ (.*)$|^```(ts|js)\b(.*)\n([\s\S]*?)^```$/gm)) {
    if (heading !== undefined) {
      incorrect = /^Incorrect\b/.test(heading) ? true : /^Correct\b/.test(heading) ? false : undefined;
      continue;
    }
    if (incorrect === undefined || (language !== "ts" && language !== "js")) continue;
    const options = optionsIn(info);
    const number = found.filter((other) => other.incorrect === incorrect).length + 1;
    found.push({ rule, incorrect, number, language, source, ...(options === undefined ? {} : { options }) });
  }
  return found;
}

function optionsIn(info: string): Readonly<Record<string, unknown>> | undefined {
  const [, json] = /option='([^']*)'/.exec(info) ?? [];
  return json === undefined ? undefined : (JSON.parse(json) as Readonly<Record<string, unknown>>);
}
