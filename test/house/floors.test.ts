import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");

const files = ["src", "rules"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts")).map((file) => join(folder, file)),
);

/** The files of `src` and `rules` that each of them imports, types included. */
const imports = new Map(files.map((file) => [file, importedBy(file, readFileSync(join(root, file), "utf8"))]));

function importedBy(file: string, text: string): readonly string[] {
  const specifiers = [...text.matchAll(/^(?:import|export)\b[^"`]*?\bfrom "(\.[^"]+)\.js";|\bimport\("(\.[^"]+)\.js"\)/gm)].map(([, named, called]) => named ?? called ?? "");
  return specifiers.map((specifier) => `${relative(root, join(root, dirname(file), specifier))}.ts`).filter((target) => files.includes(target));
}

/** Where everything belongs: the rows of the table in CONTRIBUTING.md. */
const rows = [...readFileSync(join(root, "CONTRIBUTING.md"), "utf8").matchAll(/^\|([^|]*)\|[^|]*\|([^|]*)\|$/gm)]
  .map(([, folders = "", mayImport = ""]) => ({ folders: quotedIn(folders).filter((folder) => /^(?:src|rules)\//.test(folder)), mayImport }))
  .filter(({ folders }) => folders.length > 0);

function quotedIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
}

/** The row with the longest name that a file's path starts with. */
function rowOf(file: string): number {
  const lengths = rows.map(({ folders }) => Math.max(...folders.map((folder) => (file.startsWith(folder) ? folder.length : 0))));
  const longest = Math.max(...lengths);
  return longest === 0 ? -1 : lengths.indexOf(longest);
}

/** Whether the row of one file says that it may import another; "all below" are the floors of the analysis further down. */
function isAllowed(file: string, target: string): boolean {
  const [from, to] = [rowOf(file), rowOf(target)];
  const { mayImport = "" } = rows[from] ?? {};
  if (from === to || (mayImport.includes("all below") && to > from && target.startsWith("src/analysis/"))) return true;
  return quotedIn(mayImport).some((allowed) => target === allowed || target.startsWith(`${allowed}/`));
}

function circleFrom(file: string, way: readonly string[], done: Set<string>): readonly string[] | undefined {
  if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
  if (done.has(file)) return undefined;
  for (const target of imports.get(file) ?? []) {
    const circle = circleFrom(target, [...way, file], done);
    if (circle !== undefined) return circle;
  }
  done.add(file);
  return undefined;
}

describe("the house", () => {
  it("has a row in CONTRIBUTING.md for every file", () => {
    expect(files.filter((file) => rowOf(file) === -1)).toEqual([]);
  });

  it("has every file that CONTRIBUTING.md names", () => {
    const named = quotedIn(readFileSync(join(root, "CONTRIBUTING.md"), "utf8")).filter((path) => /^(?:src|rules|test|catalog)\/[\w./-]+$/.test(path));
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it("has a file for every row of CONTRIBUTING.md", () => {
    expect(rows.filter((_, index) => !files.some((file) => rowOf(file) === index))).toEqual([]);
  });

  it("imports only as CONTRIBUTING.md says, and never up", () => {
    const wrong = [...imports].flatMap(([file, targets]) => targets.filter((target) => !isAllowed(file, target)).map((target) => `${file} -> ${target}`));
    expect(wrong).toEqual([]);
  });

  it("has no circle of imports", () => {
    const done = new Set<string>();
    expect(files.flatMap((file) => circleFrom(file, [], done) ?? [])).toEqual([]);
  });

  it("shows by an example what goes into the first question of each floor of the analysis, and what comes out", () => {
    const floors = [...readFileSync(join(root, "CONTRIBUTING.md"), "utf8").matchAll(/^\| `(src\/analysis\/[\w-]+)\/` \|.*; first question: `(\w+)` \|/gm)];
    const shown = floors.filter(([, folder = "", question = ""]) =>
      files.some((file) => file.startsWith(`${folder}/`) && new RegExp(String.raw`@example\n(?: \*.*\n)+ \*/\nexport function ${question}\b`).test(readFileSync(join(root, file), "utf8"))),
    );
    const folders = readdirSync(join(root, "src/analysis"), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => `src/analysis/${name}`);
    expect(shown.map(([, folder]) => folder).sort()).toEqual(folders.sort());
  });
});
