import { familyOf } from "./families.js";
import type { RetryClass } from "./types.js";

/**
 * Codes with the services that document them, family by family: a row is what stands after the family, a space, and the
 * services with commas between them. So each family and each quotation mark is there once, not with every code.
 */
export type CodesByFamily = Readonly<Record<string, readonly string[]>>;

/** Finds the services of a code in a table; reads the rows of a family when one of its codes is first asked for. */
export function finderIn(table: CodesByFamily): (code: string) => readonly string[] {
  const read = new Map<string, ReadonlyMap<string, string>>();
  return (code) => {
    const family = familyOf(code);
    const rows = read.get(family) ?? new Map(rowsOf(table, family).map((row) => [family + codeIn(row), row]));
    read.set(family, rows);
    const row = rows.get(code);
    return row === undefined ? [] : row.slice(codeIn(row).length + 1).split(",");
  };
}

/** Every code of a table, family by family. */
export function allCodesOf(table: CodesByFamily): readonly string[] {
  return Object.keys(table).flatMap((family) => codesOf(table, family));
}

/** The codes of a family. */
export function codesOf(table: CodesByFamily, family: string): readonly string[] {
  return rowsOf(table, family).map((row) => family + codeIn(row));
}

function rowsOf(table: CodesByFamily, family: string): readonly string[] {
  return (Object.hasOwn(table, family) ? table[family] : undefined) ?? [];
}

/** What a row says before its services, in which no space can be. */
function codeIn(row: string): string {
  return row.slice(0, row.lastIndexOf(" "));
}

/** The names in a row of a table, which can be none; undefined where there is no row. */
export function namesIn(table: Readonly<Record<string, string>>, key: string): readonly string[] | undefined {
  const names = Object.hasOwn(table, key) ? table[key] : undefined;
  return names?.split(" ").filter((name) => name !== "");
}

/** The key of the row of a table that holds a name; undefined where none does. */
export function keyWith(table: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.keys(table).find((key) => namesIn(table, key)?.includes(name) === true);
}

/** The keys of all rows of a table that hold a name, in order. Nothing but these is made for it. */
export function keysWith(table: Readonly<Record<string, string>>, name: string): readonly string[] {
  return name === "" ? [] : Object.keys(table).filter((key) => holdsName(table[key] ?? "", name));
}

function holdsName(names: string, name: string): boolean {
  for (let at = names.indexOf(name); at !== -1; at = names.indexOf(name, at + name.length)) {
    const end = at + name.length;
    if ((at === 0 || names[at - 1] === " ") && (end === names.length || names[end] === " ")) return !name.includes(" ");
  }
  return false;
}

/** The class in a row of a table; undefined where there is none. */
export function classIn(table: Readonly<Record<string, RetryClass>>, code: string): RetryClass | undefined {
  return Object.hasOwn(table, code) ? table[code] : undefined;
}
