import type { RetryClass } from "tencentcloud-error-codes";
import { nearestCodes } from "../../catalog/nearest.js";
import { excerptOf } from "../../catalog/printable.js";
import { factsInUse, useCodeMap } from "../knowledge/in-use.js";

/** Every class, or this does not compile. */
const retryClasses: Readonly<Record<RetryClass, true>> = { throttled: true, transient: true, pending: true, renew: true, permanent: true, unclassified: true };

/** What is wrong with a value, after its name and the value itself; undefined for a right one. */
type Check = (value: unknown) => Fault | undefined;

interface Fault {
  /** The keys, or the places in a list, that lead to the value. */
  readonly at: readonly string[];
  readonly says: string;
}

/** Every setting with what it can be. */
const checks: Readonly<Record<string, Check>> = {
  services: listOf(service),
  sdkModules: listOf(text),
  errorGuards: listOf(text),
  errorClasses: listOf(text),
  retryClasses: recordOf(retryClass),
  followImports: (value) => (typeof value === "boolean" ? undefined : listOf(text, "true, false or an array of strings")(value)),
  codeMap: text,
};

/** A configuration that says something wrong; ESLint ends its run with it. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";

  constructor(message: string) {
    super(message);
    // ESLint prints the stack of what a rule throws. Where in this package a setting is read helps nobody.
    this.stack = message;
  }
}

/** The settings that were right: each rule asks about each file. */
let right: unknown;

/**
 * Checks `settings.tencentcloud`.
 *
 * @param settings the settings of all plugins
 * @param cwd what a relative code map is relative to
 * @throws CodeMapError for a code map that cannot be used
 * @throws SettingsError for the first wrong one, with its name, its value and what it can be
 */
export function checkSettings(settings: unknown, cwd: string): void {
  const own = isRecord(settings) ? settings["tencentcloud"] : undefined;
  if (own === undefined || own === right) return;
  // The services of one's own code map can be named too.
  useCodeMap(isRecord(own) && typeof own["codeMap"] === "string" ? own["codeMap"] : undefined, cwd);
  const fault = recordFault(own);
  if (fault !== undefined) throw new SettingsError(`${["settings", "tencentcloud", ...fault.at].map((key) => `Key "${excerptOf(key)}": `).join("")}${fault.says}`);
  right = own;
}

function recordFault(own: unknown): Fault | undefined {
  if (!isRecord(own)) return expected(own, "an object");
  for (const [key, value] of Object.entries(own)) {
    const check = Object.hasOwn(checks, key) ? checks[key] : undefined;
    if (check === undefined) return { at: [], says: `Unexpected key "${excerptOf(key)}" found.${didYouMean(key, Object.keys(checks))}` };
    const fault = value === undefined ? undefined : check(value);
    if (fault !== undefined) return { ...fault, at: [key, ...fault.at] };
  }
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function listOf(check: Check, what = "an array of strings"): Check {
  return (value) => {
    if (!Array.isArray(value)) return expected(value, what);
    for (const [index, item] of value.entries()) {
      const fault = check(item);
      if (fault !== undefined) return { ...fault, at: [String(index), ...fault.at] };
    }
    return undefined;
  };
}

function recordOf(check: Check): Check {
  return (value) => {
    if (!isRecord(value)) return expected(value, "an object");
    for (const [key, item] of Object.entries(value)) {
      const fault = check(item);
      if (fault !== undefined) return { ...fault, at: [key, ...fault.at] };
    }
    return undefined;
  };
}

function text(value: unknown): Fault | undefined {
  return typeof value === "string" ? undefined : expected(value, "a string");
}

function service(value: unknown): Fault | undefined {
  if (typeof value !== "string") return expected(value, "a string");
  const serviceIds = factsInUse().serviceIds();
  if (serviceIds.has(value)) return undefined;
  return { at: [], says: `There is no service "${excerptOf(value)}".${didYouMean(value, [...serviceIds])}` };
}

function retryClass(value: unknown): Fault | undefined {
  const known = Object.keys(retryClasses);
  return known.includes(value as string) ? undefined : expected(value, `one of ${known.map((name) => `"${name}"`).join(", ")}`);
}

/** In the words of ESLint's own configuration errors. */
function expected(value: unknown, what: string): Fault {
  return { at: [], says: `Expected ${what}, but got ${excerptOf(writtenOut(value))}.` };
}

function writtenOut(value: unknown): string {
  if (value === undefined) return "undefined";
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    // A configuration is a program: its values can be large integers, and can hold themselves.
    return typeof value;
  }
}

function didYouMean(written: string, known: readonly string[]): string {
  const [nearest] = nearestCodes(written, known, 1);
  return nearest === undefined ? "" : ` Did you mean "${nearest}"?`;
}
