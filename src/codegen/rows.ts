import type { CodeDescription, ErrorCodeInfo } from "../codemap/types.js";
import { docText, list, literal, typeKey, unionRows, valueKey } from "./text.js";

/** One code with all that the table says about it. */
export interface CodeFacts {
  readonly code: string;
  readonly info: ErrorCodeInfo;
  /** The documentation page to show with it. */
  readonly link: string;
}

/** The line of a code in the interface of a table, with its docstring. */
export function typeRow({ code, info, link }: CodeFacts): string {
  return `  /** ${docOf(info, link)} */ readonly ${typeKey(code)}: ErrorCodeInfo<${literal(info.retry.class)}>;`;
}

/** The line of a code in a table. */
export function valueRow({ code, info }: CodeFacts): string {
  const retry = `{ class: ${literal(info.retry.class)}, evidence: ${literal(info.retry.evidence)} }`;
  const descriptions = info.descriptions.map(descriptionValue).join(", ");
  return `  ${valueKey(code)}: { family: ${literal(info.family)}, common: ${String(info.common)}, retry: ${retry}, descriptions: [${descriptions}] },`;
}

/** An action in the interface of the codes of each action: one code a line. */
export function actionTypeRow(action: string, codes: readonly string[]): string {
  return `  readonly ${typeKey(action)}:${codes.length === 0 ? " never" : unionRows(codes, "    ")};`;
}

/** The line of an action in the table of the codes of each action. */
export function actionRow(action: string, codes: readonly string[]): string {
  return `  ${valueKey(action)}: ${list(codes)},`;
}

function descriptionValue({ text, language, table }: CodeDescription): string {
  return `{ text: ${literal(text)}, language: ${literal(language)}, table: ${literal(table)} }`;
}

function docOf(info: ErrorCodeInfo, link: string): string {
  const shown = shownDescription(info.descriptions);
  const text = shown === undefined ? "" : `${docText(shown.text)} (${shown.language}) `;
  return `${text}Retry: ${info.retry.class}. ${docText(link)}`;
}

/** The description for the docstring: the service's own words before the gateway's, English before others. */
function shownDescription(descriptions: readonly CodeDescription[]): CodeDescription | undefined {
  const rank = ({ table, language }: CodeDescription): number => (table === "service" ? 0 : 2) + (language === "en" ? 0 : 1);
  return [...descriptions].sort((a, b) => rank(a) - rank(b))[0];
}
