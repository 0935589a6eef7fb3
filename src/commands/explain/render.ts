import type { Language, RetryClass } from "../../codemap/types.js";
import type { Description } from "../../catalog/model.js";
import { printable } from "../../catalog/printable.js";
import { groupBy } from "../../catalog/order.js";
import type { Classification } from "../../catalog/retry.js";
import type { Explanation, ServiceExplanation } from "./explanation.js";

const ADVICE: Readonly<Record<RetryClass, string>> = {
  throttled: "repeat later, with backoff; the call was not executed",
  transient: "repeat with backoff if the call is idempotent",
  pending: "wait for the resource's state, then repeat",
  renew: "repeat once, after re-signing or refreshing the credentials",
  permanent: "repeating cannot help; something must change first",
  unclassified: "the documents do not say whether repeating helps",
};

const NO_DESCRIPTION = "  description: none is known; of most codes only the name is";

/** How many names a line lists before it only counts. */
const SHOWN = 12;

/** An explanation for a terminal; ends in a line end. */
export function renderExplanation(explanation: Explanation, language: Language | undefined): string {
  const { code, family, common, commonRetry, commonDescriptions, commonDocumentation, services } = explanation;
  const lines = [code, `  family: ${family}${family === code ? "" : `, subcode ${code.slice(family.length + 1)}`}`];
  if (common) lines.push("  common code: the API gateway can return it for any service");
  if (commonRetry !== undefined) lines.push(...retryLines(commonRetry));
  lines.push(...descriptionLines(commonDescriptions, language));
  if (commonDocumentation !== undefined) lines.push(`  documentation: ${commonDocumentation}`);
  if (commonDescriptions.length === 0 && services.every(({ descriptions }) => descriptions.length === 0)) lines.push(NO_DESCRIPTION);
  if (services.length > 0) lines.push(`  in the lists of ${count(services.length, "service")}: ${shorten(services.map(({ service }) => service))}`);
  if (commonRetry === undefined || services.length === 1) lines.push(...retryByClass(services, commonRetry));
  lines.push(...services.slice(0, SHOWN).flatMap((service) => serviceLines(service, language, services.length === 1)));
  if (services.length > SHOWN) lines.push("  Pass --service to see one service's actions and descriptions.");
  return `${lines.map(printable).join("\n")}\n`;
}

function retryLines({ class: retryClass, by, match, evidence }: Classification): readonly string[] {
  const words = by === "wording" ? ` (by the words "${match}")` : "";
  return [`  retry: ${retryClass} (${ADVICE[retryClass]})`, `    evidence: ${evidence}${words}`];
}

/** One service's lists can say more than another's: classes are told apart by service where they differ. */
function retryByClass(services: readonly ServiceExplanation[], known: Classification | undefined): readonly string[] {
  const groups = [...groupBy(services, ({ retry }) => `${retry.class} ${retry.evidence}`).values()];
  return groups.flatMap((of) => {
    const retry = of[0]?.retry;
    if (retry === undefined || (retry.class === known?.class && retry.evidence === known.evidence)) return [];
    const lines = retryLines(retry);
    return groups.length === 1 ? lines : [...lines, `    for: ${shorten(of.map(({ service }) => service))}`];
  });
}

function serviceLines({ service, actions, descriptions, sources, documentation }: ServiceExplanation, language: Language | undefined, all: boolean): readonly string[] {
  const listed = all ? actions.join(", ") : shorten(actions);
  return [
    `  ${service} (from ${sources.join(", ")})`,
    ...descriptionLines(descriptions, language).map((line) => `  ${line}`),
    `    documentation: ${documentation} (its part about the API has a page of error codes)`,
    ...(actions.length === 0 ? [] : [`    returned by ${count(actions.length, "action")}: ${listed}`]),
  ];
}

/** Descriptions in the language asked for; where there are none in it, all that there are. */
function descriptionLines(descriptions: readonly Description[], language: Language | undefined): readonly string[] {
  const chosen = descriptions.filter((description) => language === undefined || description.language === language);
  const texts = new Set((chosen.length > 0 ? chosen : descriptions).map((description) => `  ${description.language}: ${description.text}`));
  return [...texts];
}

function shorten(names: readonly string[]): string {
  if (names.length <= SHOWN) return names.join(", ");
  return `${names.slice(0, SHOWN).join(", ")} and ${names.length - SHOWN} more`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
