import type { Language } from "../../codemap/types.js";
import type { Description } from "../../catalog/model.js";
import { printable } from "../../catalog/printable.js";
import { groupBy } from "../../catalog/order.js";
import type { Classification } from "../../catalog/retry.js";
import type { Explanation, ServiceExplanation } from "./explanation.js";
import type { FamilyExplanation } from "./family.js";
import { wordsIn, type Words } from "./words.js";

/** How many names a line lists before it only counts. */
const SHOWN = 12;

/** An explanation for a terminal; ends in a line end. */
export function renderExplanation(explanation: Explanation, language: Language | undefined): string {
  const { code, family, common, commonRetry, commonDescriptions, commonDocumentation, services } = explanation;
  const words = wordsIn(language);
  const lines = [words.family(family, family === code ? undefined : code.slice(family.length + 1))];
  if (common) lines.push(words.common);
  if (commonRetry !== undefined) lines.push(...retryLines(commonRetry, words));
  lines.push(...descriptionLines(commonDescriptions, language));
  if (commonDocumentation !== undefined) lines.push(words.documentation(commonDocumentation));
  if (commonDescriptions.length === 0 && services.every(({ descriptions }) => descriptions.length === 0)) lines.push(words.noDescription);
  if (services.length > 0) lines.push(words.lists(services.length, shorten(services.map(({ service }) => service), words)));
  if (commonRetry === undefined || services.length === 1) lines.push(...retryByClass(services, commonRetry, words));
  if (services.length > SHOWN) lines.push(words.oneService);
  else lines.push(...services.flatMap((service) => serviceLines(service, language, services.length === 1)));
  return block(code, lines);
}

/** How many subcodes of a family are shown. */
const SHOWN_SUBCODES = 40;

/** A family for a terminal; ends in a line end. */
export function renderFamily({ code, subcodes, commonDocumentation }: FamilyExplanation, language: Language | undefined): string {
  const words = wordsIn(language);
  const rows = subcodes.slice(0, SHOWN_SUBCODES).map((subcode) => [subcode.code, subcode.retry.join(", "), subcode.common ? words.anyService : words.inLists(subcode.services.length)] as const);
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return block(code, [
    words.subcodes(subcodes.length),
    ...rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd()}`),
    ...(subcodes.length > SHOWN_SUBCODES ? [`  ${words.moreSubcodes(subcodes.length - SHOWN_SUBCODES)}`] : []),
    ...(commonDocumentation === undefined ? [] : [words.documentation(commonDocumentation)]),
  ]);
}

/** Names on one line, at most twelve. */
export function shorten(names: readonly string[], words: Words): string {
  return names.length <= SHOWN ? names.join(", ") : words.names(names.slice(0, SHOWN).join(", "), names.length - SHOWN);
}

function block(title: string, lines: readonly string[]): string {
  return `${[title, ...lines.map((line) => `  ${line}`)].map(printable).join("\n")}\n`;
}

function retryLines({ class: retryClass, by, match, evidence }: Classification, words: Words): readonly string[] {
  return [words.retry(retryClass, words.advice[retryClass]), `  ${words.evidence(evidence, by === "wording" && match !== "" ? match : undefined)}`];
}

/** One service's lists can say more than another's: classes are told apart by service where they differ. */
function retryByClass(services: readonly ServiceExplanation[], known: Classification | undefined, words: Words): readonly string[] {
  const groups = [...groupBy(services, ({ retry }) => `${retry.class} ${retry.evidence}`).values()];
  return groups.flatMap((of) => {
    const retry = of[0]?.retry;
    if (retry === undefined || (retry.class === known?.class && retry.evidence === known.evidence)) return [];
    const lines = retryLines(retry, words);
    return groups.length === 1 ? lines : [...lines, `  ${words.differing(shorten(of.map(({ service }) => service), words))}`];
  });
}

function serviceLines({ service, actions, descriptions, sources, documentation }: ServiceExplanation, language: Language | undefined, all: boolean): readonly string[] {
  const words = wordsIn(language);
  const details = [
    ...descriptionLines(descriptions, language),
    words.serviceDocumentation(documentation),
    ...(actions.length === 0 ? [] : [words.actions(actions.length, all ? actions.join(", ") : shorten(actions, words))]),
  ];
  return [words.service(service, sources.join(", ")), ...details.map((line) => `  ${line}`)];
}

/** Descriptions in the language asked for; where there are none in it, all that there are. */
function descriptionLines(descriptions: readonly Description[], language: Language | undefined): readonly string[] {
  const chosen = descriptions.filter((description) => language === undefined || description.language === language);
  return [...new Set((chosen.length > 0 ? chosen : descriptions).map((description) => `${description.language}: ${description.text}`))];
}
