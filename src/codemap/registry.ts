import { familyOf } from "./families.js";
import type { RetryClass } from "./types.js";

/** The ids in a row of the registry; none for a code that no service has. */
export function idsOf(table: Readonly<Record<string, string>>, code: string): readonly string[] {
  const ids = Object.hasOwn(table, code) ? table[code] : undefined;
  return ids === undefined ? [] : ids.split(" ");
}

/** The names in a row of a table, which can be none; undefined where there is no row. */
export function namesIn(table: Readonly<Record<string, string>>, key: string): readonly string[] | undefined {
  const names = Object.hasOwn(table, key) ? table[key] : undefined;
  return names?.split(" ").filter((name) => name !== "");
}

/** The codes of a table that belong to a family. */
export function membersOf(table: object, family: string): readonly string[] {
  return Object.keys(table).filter((code) => familyOf(code) === family);
}

/** The class in a row of a table; undefined where there is none. */
export function classIn(table: Readonly<Record<string, RetryClass>>, code: string): RetryClass | undefined {
  return Object.hasOwn(table, code) ? table[code] : undefined;
}
