import type { Language } from "../codemap/types.js";
import { requireCatalog } from "../catalog/files.js";
import { InputError } from "../catalog/input-error.js";
import { lookUp, mentionedCodes } from "../store/read/lookup.js";
import { excerptOf, printableJson, quoted } from "../catalog/printable.js";
import { nearestCodes } from "../catalog/nearest.js";
import { loadRetryPolicy } from "../catalog/retry.js";
import { explanationOf } from "./explain/explanation.js";
import { renderExplanation } from "./explain/render.js";
import { catalogToRead } from "./paths.js";
import { print } from "./print.js";

/** What the user asked of `explain`. */
export interface ExplainOptions {
  readonly catalog?: string;
  readonly service?: string;
  readonly lang?: Language;
  readonly json?: boolean;
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
  return 0;
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
