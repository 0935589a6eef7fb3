import type { RetryClass } from "tencentcloud-error-codes";
import { nearestCodes } from "../../catalog/nearest.js";
import { excerptOf } from "../../catalog/printable.js";
import { CodeMapError } from "../knowledge/code-map-error.js";
import { factsInUse, useCodeMap } from "../knowledge/in-use.js";
import { SetupError } from "../knowledge/setup-error.js";

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
export class SettingsError extends SetupError {
  override readonly name = "SettingsError";
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
  if (own === undefined) requireOurName(settings);
  if (own === undefined || own === right) return;
  const fault = readable(() => {
    // The services of one's own code map can be named too.
    useCodeMap(isPlain(own) && typeof own["codeMap"] === "string" ? own["codeMap"] : undefined, cwd);
    return recordFault(own);
  });
  if (fault !== undefined) throw new SettingsError(`${["settings", "tencentcloud", ...fault.at].map((key) => `Key "${excerptOf(key)}": `).join("")}${fault.says}`);
  right = own;
}

/** The settings that have no key like ours. */
let withoutOurs: unknown;

/** Nothing is said of other plugins' keys, but one that differs from ours in its case or its hyphens only is nobody else's. */
function requireOurName(settings: unknown): void {
  if (settings === withoutOurs || !isRecord(settings)) return;
  const like = Object.keys(settings).find((key) => key !== "tencentcloud" && /^tencent[-_ ]?cloud$/i.test(key));
  if (like !== undefined) throw new SettingsError(`Key "settings": Unexpected key "${like}" found. Did you mean "tencentcloud"?`);
  withoutOurs = settings;
}

/** A configuration is a program: what it holds can throw as soon as it is looked at. */
function readable(check: () => Fault | undefined): Fault | undefined {
  try {
    return check();
  } catch (error) {
    if (error instanceof CodeMapError) throw error;
    return { at: [], says: `It cannot be read: ${excerptOf(error instanceof Error ? error.message : `it throws ${writtenOut(error)}`)}.` };
  }
}

function recordFault(own: unknown): Fault | undefined {
  if (!isPlain(own)) return expected(own, "a plain object");
  const symbol = Object.getOwnPropertySymbols(own).find((key) => Object.prototype.propertyIsEnumerable.call(own, key));
  if (symbol !== undefined) return unexpected(String(symbol));
  for (const key of Object.keys(own)) {
    const check = Object.hasOwn(checks, key) ? checks[key] : undefined;
    if (check === undefined) return unexpected(key);
    const fault = readable(() => {
      const value = own[key];
      return value === undefined ? undefined : check(value);
    });
    if (fault !== undefined) return { ...fault, at: [key, ...fault.at] };
  }
  return undefined;
}

function unexpected(key: string): Fault {
  return { at: [], says: `Unexpected key "${excerptOf(key)}" found.${didYouMean(key, Object.keys(checks))}` };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is an object that nothing but its own keys makes: no map, no date, no instance of a class. */
function isPlain(value: unknown): value is Record<string, unknown> {
  if (!isRecord(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // A configuration that another realm has evaluated has another `Object.prototype`.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
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
    if (!isPlain(value)) return expected(value, "a plain object");
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
  if (typeof value === "number" || value === undefined) return String(value);
  try {
    if (isRecord(value) && !isPlain(value)) return `an instance of ${classNameOf(value)}`;
    return JSON.stringify(value) ?? `a ${typeof value}`;
  } catch {
    // Values can be large integers, and can hold themselves.
    return Array.isArray(value) ? "an array" : typeof value === "object" ? "an object" : `a ${typeof value}`;
  }
}

function classNameOf(value: object): string {
  const { constructor } = value;
  return typeof constructor === "function" && constructor.name !== "" ? constructor.name : "a class";
}

function didYouMean(written: string, known: readonly string[]): string {
  const [nearest] = nearestCodes(written, known, 1);
  return nearest === undefined ? "" : ` Did you mean "${nearest}"?`;
}
