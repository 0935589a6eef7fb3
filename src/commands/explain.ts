import type { Language } from "../codemap/types.js";
import { requireCatalog } from "../catalog/files.js";
import { InputError } from "../catalog/input-error.js";
import { lookUp, mentionedCodes } from "../store/read/lookup.js";
import { excerptOf, printableJson, quoted } from "../catalog/printable.js";
import { nearestCodes } from "../catalog/nearest.js";
import { loadRetryPolicy } from "../catalog/retry.js";
import { codePage } from "../catalog/addresses.js";
import { explanationOf, type Explanation } from "./explain/explanation.js";
import { openPage } from "./explain/open-page.js";
import { renderExplanation } from "./explain/render.js";
import { catalogToRead } from "./paths.js";
import { print } from "./print.js";

/** What the user asked of `explain`. */
export interface ExplainOptions {
  readonly catalog?: string;
  readonly service?: string;
  readonly lang?: Language;
  readonly json?: boolean;
  /** Whether to open the page about the code as well. */
  readonly open?: boolean;
}

/**
 * Prints what a code means, who documents it, which actions return it, and its retry class with the
 * evidence; for a code that nobody documents, the nearest ones.
 *
 * @returns the exit code: 0, or 1 when the code is not documented
 * @throws InputError when the catalog cannot be used or has no such service
 */
export async function runExplain(code: string, options: ExplainOptions): Promise<number> {
  const directory = catalogToRead(options.catalog);
  requireCatalog(directory);
  const found = lookUp(directory, code);
  if (options.service !== undefined && !found.services.includes(options.service)) {
    throw new InputError(`The catalog has no service ${quoted(options.service)}.${hint(nearestCodes(options.service, found.services))}`);
  }
  const explanation = explanationOf(code, found, options.service, loadRetryPolicy(directory));
  if (explanation === undefined) return printUnknown(code, directory, options);
  print(options.json === true ? printableJson(explanation) : renderExplanation(explanation, options.lang));
  if (options.open === true) await showPage(codePage(code, serviceToShow(explanation, options.service)));
  return 0;
}

/** The service whose page is shown: the one asked for, else the first that documents the code; none for a common code. */
function serviceToShow({ common, services }: Explanation, wanted: string | undefined): string | undefined {
  return wanted ?? (common ? undefined : services[0]?.service);
}

/** On standard error: what is printed can be read by a program. */
async function showPage(address: string): Promise<void> {
  if (await openPage(address)) process.stderr.write(`Opened ${address}\n`);
  else process.stderr.write(`There is no program here that opens pages. Open ${address} in a browser.\n`);
}

function printUnknown(code: string, directory: string, options: ExplainOptions): number {
  const nearest = nearestCodes(code, mentionedCodes(directory), 5).filter((candidate) => candidate !== code);
  if (options.json === true) {
    print(printableJson({ code, documented: false, nearest }));
    return 1;
  }
  const where = options.service === undefined ? "by no service" : `neither by ${options.service} nor as a common code`;
  print(`${excerptOf(code)} is documented ${where}.${hint(nearest)}\n`);
  return 1;
}

function hint(nearest: readonly string[]): string {
  return nearest.length === 0 ? "" : ` Did you mean ${nearest.join(", ")}?`;
}
