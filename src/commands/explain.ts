import { readFileSync } from "node:fs";

import type { Language } from "../codemap/types.js";
import { reasonOf, requireCatalog } from "../catalog/files.js";
import { InputError } from "../catalog/input-error.js";
import type { Catalog } from "../catalog/model.js";
import { printableJson, quoted } from "../catalog/printable.js";
import { loadRetryPolicy } from "../catalog/retry.js";
import { loadCatalog } from "../store/read/load.js";
import { answerCode, answerFamily, mentioned, type Answer } from "./explain/answers.js";
import { askedIn, type Asked } from "./explain/asked.js";
import { withOwnCodeMap } from "./explain/configured-code-map.js";
import { openPage } from "./explain/open-page.js";
import type { OwnFindings } from "./explain/explanation.js";
import { catalogToRead } from "./paths.js";
import { print, printError } from "./print.js";

/** What the user asked of `explain`. */
export interface ExplainOptions {
  readonly catalog?: string;
  readonly service?: string;
  readonly lang?: Language;
  readonly json?: boolean;
  /** A code map to read beside the catalog: a folder that `generate` wrote, or a package; by default that of the ESLint configuration. */
  readonly codeMap?: string;
  /** Whether to open the page about the code as well; of several codes, about the first that is documented. */
  readonly open?: boolean;
}

/**
 * Prints what codes mean, who documents them, which actions return them, and their retry classes with the
 * evidence; for a family, its subcodes; for a code that nobody documents, the nearest ones.
 *
 * @param texts codes, families, lines of a log or JSON; `-` for what stands on the standard input
 * @returns the exit code: 0, or 1 when something is not documented
 * @throws InputError when the catalog or the code map cannot be used or has no such service, or when a text holds no code
 */
export async function runExplain(texts: readonly string[], options: ExplainOptions): Promise<number> {
  const directory = catalogToRead(options.catalog);
  requireCatalog(directory);
  const answers = await withOwnCodeMap(options.codeMap, (own) => answersTo(texts, directory, own, options));
  if (options.json === true) print(printableJson(answers.length === 1 ? answers[0]?.data : answers.map(({ data }) => data)));
  else print(answers.map(({ text }) => text).join("\n"));
  const page = answers.find((answer) => answer.page !== undefined)?.page;
  if (options.open === true && page !== undefined) await showPage(page);
  return answers.every(({ documented }) => documented) ? 0 : 1;
}

function answersTo(texts: readonly string[], directory: string, own: OwnFindings, { service, lang: language }: ExplainOptions): readonly Answer[] {
  const asked = texts.flatMap((text) => requireAsked(text === "-" ? readInput() : text, { directory, own }));
  let catalog: Catalog | undefined;
  const sources = { directory, policy: loadRetryPolicy(directory), service, language, own, catalog: () => (catalog ??= loadCatalog(directory)) };
  return asked.map((one) => ("family" in one ? answerFamily(one.family, sources) : answerCode(one.code, sources)));
}

/** On standard error: what is printed can be read by a program. */
async function showPage(address: string): Promise<void> {
  if (await openPage(address)) printError(`Opened ${address}\n`);
  else printError(`There is no program here that opens pages. Open ${address} in a browser.\n`);
}

function readInput(): string {
  try {
    return readFileSync(0, "utf8");
  } catch (error) {
    throw new InputError(`It cannot be read: ${reasonOf(error)}.`, { file: "standard input" });
  }
}

function requireAsked(text: string, sources: Parameters<typeof mentioned>[0]): readonly Asked[] {
  let documented: ReadonlySet<string> | undefined;
  const asked = askedIn(text, (code) => (documented ??= mentioned(sources)).has(code));
  if (asked.length > 0) return asked;
  throw new InputError(`There is no error code in ${quoted(text.trim())}; give a code, a family such as AuthFailure.*, a line of a log, or a response as JSON.`);
}
