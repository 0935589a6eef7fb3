import { codeIn } from "./guards.js";
import type { ErrorCodeInfo } from "./types.js";

/** Two tables in one object; where both have a code, the second one's row stays. */
export function mergeTables<Common extends object, Own extends object>(common: Common, own: Own): Omit<Common, keyof Own> & Own {
  // Spreading defines properties, so that even a code called "__proto__" stays a row.
  return { ...common, ...own };
}

/** Whether a value is a code of the table. */
export function isCodeOf(codes: object, value: unknown): boolean {
  return typeof value === "string" && Object.hasOwn(codes, value);
}

/** Whether an exception of the SDK has a code of the table. */
export function isErrorOf(codes: object, error: unknown): boolean {
  return typeof error === "object" && isCodeOf(codes, codeIn(error));
}

/** Whether an exception of the SDK has a code that is listed for the action, or a common one. */
export function isErrorOfAction(codes: object, actions: object, error: unknown, action: string): boolean {
  if (!isErrorOf(codes, error)) return false;
  const code = codeIn(error) as string;
  const listed = Object.hasOwn(actions, action) ? (actions as Readonly<Record<string, readonly string[]>>)[action] : undefined;
  return (codes as Readonly<Record<string, ErrorCodeInfo>>)[code]?.common === true || listed?.includes(code) === true;
}
