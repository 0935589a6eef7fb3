

import type { Language } from "../codemap/types.js";
import { requireCatalog } from "../catalog/files.js";
import { InputError } from "../catalog/input-error.js";
import type { Catalog } from "../catalog/model.js";
import { printableJson, quoted } from "../catalog/printable.js";
import { loadRetryPolicy } from "../catalog/retry.js";
import { loadCatalog } from "../store/read/load.js";
import { openSearch, type CatalogSearch } from "../store/read/lookup.js";
import { answerCode, answerFamily, type Answer } from "./explain/answers.js";
import { askedIn, type Asked } from "./explain/asked.js";
import { withOwnCodeMap } from "./explain/configured-code-map.js";
import { openPage } from "./explain/open-page.js";
import type { OwnFindings } from "./explain/explanation.js";
import { readInput } from "./explain/read-input.js";
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
 * @returns the exit code: 0, or 1 when something is not documented, or was left out of more than a hundred
 * @throws InputError when the catalog or the code map cannot be used or has no such service, or when a text holds no code
 */
export async function runExplain(texts: readonly string[], options: ExplainOptions): Promise<number> {
  const directory = catalogToRead(options.catalog);
  requireCatalog(directory);
  const { answers, left } = await withOwnCodeMap(options.codeMap, (own) => answersTo(texts, directory, own, options));
  if (options.json === true) print(printableJson(answers.length === 1 ? answers[0]?.data : answers.map(({ data }) => data)));
  else print(answers.map(({ text }) => text).join("\n"));
  if (left > 0) printError(`The input holds ${String(answers.length + left)} codes; the first ${String(answers.length)} were explained.\n`);
  const page = answers.find((answer) => answer.page !== undefined)?.page;
  if (options.open === true && page !== undefined) await showPage(page);
  return left === 0 && answers.every(({ documented }) => documented) ? 0 : 1;
}

/** Nobody reads more, and each takes its time. */
const MOST = 100;

interface Answers {
  readonly answers: readonly Answer[];
  /** How many codes were left without an answer. */
  readonly left: number;
}

function answersTo(texts: readonly string[], directory: string, own: OwnFindings, { service, lang: language }: ExplainOptions): Answers {
  let catalog: Catalog | undefined;
  let opened: CatalogSearch | undefined;
  const named = new Map<string | undefined, ReadonlySet<string>>();
  const search = (): CatalogSearch => (opened ??= openSearch(directory));
  const mentioned = (wanted?: string): ReadonlySet<string> => {
    const codes = named.get(wanted) ?? new Set([...search().mentioned(wanted), ...own.codes(wanted)]);
    named.set(wanted, codes);
    return codes;
  };
  const asked = texts.flatMap((text) => requireAsked(text === "-" ? readInput() : text, (code) => mentioned().has(code)));
  const sources = { search, mentioned, policy: loadRetryPolicy(directory), service, language, own, catalog: () => (catalog ??= loadCatalog(directory)) };
  const answers = asked.slice(0, MOST).map((one) => ("family" in one ? answerFamily(one.family, sources) : answerCode(one.code, sources)));
  return { answers, left: asked.length - answers.length };
}

/** On standard error: what is printed can be read by a program. */
async function showPage(address: string): Promise<void> {
  if (await openPage(address)) printError(`Opened ${address}\n`);
  else printError(`There is no program here that opens pages. Open ${address} in a browser.\n`);
}

function requireAsked(text: string, isDocumented: (code: string) => boolean): readonly Asked[] {
  const asked = askedIn(text, isDocumented);
  if (asked.length > 0) return asked;
  throw new InputError(`There is no error code in ${quoted(text.trim())}; give a code, a family such as AuthFailure.*, a line of a log, or a response as JSON.`);
}
