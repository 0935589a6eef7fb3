import type { CodeDescription, ErrorCodeInfo, RetryClass, RetryInfo } from "../codemap/types.js";
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
  const { family, common, retry, descriptions } = info;
  return `  ${valueKey(code)}: { family: ${literal(family)}, common: ${String(common)}, retry: ${retryValue(retry)}, descriptions: ${descriptionsValue(descriptions)} },`;
}

/** A service's table in parts: hundreds of codes share a few retry classes with the same reason, and most have no description. */
export interface TableRows {
  /** A line for each class with its reason. */
  readonly retries: readonly string[];
  /** The line of each code: which of `retries` is its. */
  readonly places: readonly string[];
  /** The line of each code with a description, and of each that is called as a member of every object: the compiler would take that one. */
  readonly descriptions: readonly string[];
}

/** The lines of a service's table. */
export function tableRows(facts: readonly CodeFacts[]): TableRows {
  const retries = [...new Set(facts.map(({ info }) => retryValue(info.retry)))];
  const places = new Map(retries.map((value, place) => [value, place]));
  return {
    retries: retries.map((value) => `  ${value},`),
    places: facts.map(({ code, info }) => `  ${valueKey(code)}: ${String(places.get(retryValue(info.retry)))},`),
    descriptions: facts
      .filter(({ code, info }) => info.descriptions.length > 0 || isOfEveryObject(code))
      .map(({ code, info }) => `  ${valueKey(code)}: ${descriptionsValue(info.descriptions)},`),
  };
}

function isOfEveryObject(code: string): boolean {
  return code in {};
}

/** The line of a code in a table of retry classes. */
export function classRow(code: string, name: RetryClass): string {
  // For such a name, the compiler takes the member that every object has for what is expected.
  return `${valueKey(code)}: ${literal(name)}${isOfEveryObject(code) ? " as const" : ""},`;
}

function retryValue({ class: name, by, evidence }: RetryInfo): string {
  return `{ class: ${literal(name)}, by: ${literal(by)}, evidence: ${literal(evidence)} }`;
}

/** An action in the interface of the codes of each action: one code a line. */
export function actionTypeRow(action: string, codes: readonly string[]): string {
  return `  readonly ${typeKey(action)}:${codes.length === 0 ? " never" : unionRows(codes, "    ")};`;
}

/** The line of an action in the table of the codes of each action. */
export function actionRow(action: string, codes: readonly string[]): string {
  return `  ${valueKey(action)}: ${list(codes)},`;
}

function descriptionsValue(descriptions: readonly CodeDescription[]): string {
  return `[${descriptions.map(descriptionValue).join(", ")}]`;
}

function descriptionValue({ text, language, table }: CodeDescription): string {
  return `{ text: ${literal(text)}, language: ${literal(language)}, table: ${literal(table)} }`;
}

function docOf(info: ErrorCodeInfo, link: string): string {
  const shown = shownDescription(info.descriptions);
  const text = shown === undefined ? "No description is known. " : `${docText(shown.text)} (${shown.language}) `;
  return `${text}Retry: ${info.retry.class}. ${docText(link)}`;
}

/** The description for the docstring: the service's own words before the gateway's, English before others. */
function shownDescription(descriptions: readonly CodeDescription[]): CodeDescription | undefined {
  const rank = ({ table, language }: CodeDescription): number => (table === "service" ? 0 : 2) + (language === "en" ? 0 : 1);
  return [...descriptions].sort((a, b) => rank(a) - rank(b))[0];
}
