import { familyOf } from "./families.js";
import { guardedCode } from "./guards.js";
import type { CodeDescription, ErrorCodeInfo, RetryInfo } from "./types.js";

/**
 * The table of a service: the common codes, then its own. A row of its own stays where both have the code.
 *
 * @param retries the classes that occur in the table, with the reasons for them
 * @param rows the place in `retries` of each own code
 * @param descriptions the descriptions of the own codes that have any
 */
export function tableOf<Common extends object, const Retries extends readonly RetryInfo[], const Rows extends Readonly<Record<string, number>>>(
  common: Common,
  retries: Retries,
  rows: Rows,
  descriptions: { readonly [Code in keyof Rows]?: readonly CodeDescription[] },
): Omit<Common, keyof Rows> & { readonly [Code in keyof Rows]: ErrorCodeInfo<Retries[Rows[Code]]["class"]> } {
  // Spreading hundreds of properties that were set one by one takes longer than all the rest.
  const table: Record<string, unknown> = {};
  for (const [code, info] of Object.entries(common)) setRow(table, code, info);
  for (const [code, place] of Object.entries(rows)) {
    const described = Object.hasOwn(descriptions, code) ? descriptions[code] : undefined;
    setRow(table, code, { family: familyOf(code), common: Object.hasOwn(common, code), retry: retries[place], descriptions: described ?? [] });
  }
  return table as ReturnType<typeof tableOf<Common, Retries, Rows>>;
}

/** Even a code called "__proto__" is a row; setting it would set the prototype. */
function setRow(table: Record<string, unknown>, code: string, info: unknown): void {
  if (code === "__proto__") Object.defineProperty(table, code, { value: info, configurable: true, enumerable: true, writable: true });
  else table[code] = info;
}

/** Whether a value is a code of the table. */
export function isCodeOf(codes: object, value: unknown): boolean {
  return typeof value === "string" && Object.hasOwn(codes, value);
}

/**
 * Whether an exception of the SDK has a code of the table, and for an action one that is listed for it or a common one.
 * What is no action of the service is ignored: as a callback of `filter`, a guard is handed an index there.
 */
export function isErrorOf(codes: object, actions: object, error: unknown, action: unknown): boolean {
  const code = guardedCode(error);
  if (code === undefined || !isCodeOf(codes, code)) return false;
  if (typeof action !== "string" || !Object.hasOwn(actions, action)) return true;
  const isCommon = (codes as Readonly<Record<string, ErrorCodeInfo>>)[code]?.common === true;
  return isCommon || (actions as Readonly<Record<string, readonly string[]>>)[action]?.includes(code) === true;
}
