import { familyOf } from "./families.js";
import type { RetryClass } from "./types.js";

/**
 * Codes with the services that document them, family by family: a row is what stands after the family, a space, and the
 * services with commas between them. So each family and each quotation mark is there once, not with every code.
 */
export type CodesByFamily = Readonly<Record<string, readonly string[]>>;

/** The services of each code of a family. */
export type ServicesByCode = ReadonlyMap<string, readonly string[]>;

const NONE: ServicesByCode = new Map();

/** Reads the rows of a table, those of a family when they are first asked for. */
export function readerOf(table: CodesByFamily): (family: string) => ServicesByCode {
  const read = new Map<string, ServicesByCode>();
  return (family) => {
    const rows = Object.hasOwn(table, family) ? table[family] : undefined;
    if (rows === undefined) return NONE;
    const codes = read.get(family) ?? new Map(rows.map((row) => entryOf(family, row)));
    read.set(family, codes);
    return codes;
  };
}

function entryOf(family: string, row: string): [string, readonly string[]] {
  const end = row.lastIndexOf(" ");
  return [family + row.slice(0, end), row.slice(end + 1).split(",")];
}

/** The services of a code; none where nobody documents it. */
export function servicesOf(reader: (family: string) => ServicesByCode, code: string): readonly string[] {
  return [...(reader(familyOf(code)).get(code) ?? [])];
}

/** Every code of a table, family by family. */
export function codesOf(table: CodesByFamily, reader: (family: string) => ServicesByCode): readonly string[] {
  return Object.keys(table).flatMap((family) => [...reader(family).keys()]);
}

/** The names in a row of a table, which can be none; undefined where there is no row. */
export function namesIn(table: Readonly<Record<string, string>>, key: string): readonly string[] | undefined {
  const names = Object.hasOwn(table, key) ? table[key] : undefined;
  return names?.split(" ").filter((name) => name !== "");
}

/** The class in a row of a table; undefined where there is none. */
export function classIn(table: Readonly<Record<string, RetryClass>>, code: string): RetryClass | undefined {
  return Object.hasOwn(table, code) ? table[code] : undefined;
}
