import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { afterEach, describe, expect, it, vi } from "vitest";

import { readFolder, replaceFolder } from "../../src/codegen/folder.js";
import { runGenerate } from "../../src/commands/generate.js";
import { runImport } from "../../src/commands/import.js";
import { readState } from "../../src/store/read/state.js";
import { withCatalogLocked } from "../../src/store/write/lock.js";
import { writeTexts } from "../../src/store/write/texts.js";
import { built, runAndKill } from "./killing.js";
import { filesOf, pagesOf, stateOf, temporaryFolder, writeCatalog, type Files } from "./sources.js";

/** The long mode kills the whole commands as often as the folder's replacement; loading what is killed takes its time. */
const long = process.env["LONG_RUNS"] !== undefined;
const points = Array.from({ length: long ? 50 : 8 }, (_, index) => index);
const fewPoints = long ? points : points.slice(0, 2);

function silence(): void {
  for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, "write").mockReturnValue(true);
}

/** Where a killed run was between the two renames, the old folder has only its other name. */
function completeState<Name extends string>(parent: string, name: string, states: Readonly<Record<Name, Files>>): Name | "mixed" {
  if (existsSync(join(parent, name))) return stateOf(join(parent, name), states);
  const old = readdirSync(parent).find((entry) => entry.startsWith(`${name}.old-`));
  return old === undefined ? "mixed" : stateOf(join(parent, old), states);
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe("a folder that is replaced for ever by a process that is killed", () => {
  it("holds the old files or the new ones, and the next run leaves nothing else", async () => {
    const states = { one: filesOf(60, "one"), two: filesOf(60, "two") };
    const folder = temporaryFolder();
    const program = `import { writeSync } from "node:fs";
      import { replaceFolder } from ${built("codegen/folder.js")};
      const filesOf = (text) => new Map(Array.from({ length: 60 }, (_, index) => ["part/" + String(index).padStart(2, "0") + ".ts", text]));
      replaceFolder(${JSON.stringify(join(folder, "src"))}, filesOf("one"));
      for (writeSync(1, "ready"); ;) for (const text of ["one", "two"]) replaceFolder(${JSON.stringify(join(folder, "src"))}, filesOf(text));`;
    for (const point of points) {
      await runAndKill(program, point * (long ? 0.5 : 3));
      expect(["one", "two"]).toContain(completeState(folder, "src", states));
      replaceFolder(join(folder, "src"), states.one);
      expect(readdirSync(folder)).toEqual(["src"]);
    }
  }, 600_000);
});

describe("generate that is killed", () => {
  it("leaves the old code map or the new one, and the next run leaves nothing else", async () => {
    const folder = temporaryFolder();
    const [one, two, out] = [writeCatalog(join(folder, "one"), "One"), writeCatalog(join(folder, "two"), "Two"), join(folder, "out")];
    silence();
    await runGenerate({ catalog: one, out: join(folder, "states", "one") });
    await runGenerate({ catalog: two, out: join(folder, "states", "two") });
    const states = { one: readFolder(join(folder, "states", "one")), two: readFolder(join(folder, "states", "two")) };
    const program = `import { writeSync } from "node:fs";
      import { runGenerate } from ${built("commands/generate.js")};
      process.stdout.write = () => true;
      await runGenerate({ catalog: ${JSON.stringify(one)}, out: ${JSON.stringify(out)} });
      for (writeSync(1, "ready"); ;) for (const catalog of ${JSON.stringify([two, one])}) await runGenerate({ catalog, out: ${JSON.stringify(out)} });`;
    for (const point of fewPoints) {
      await runAndKill(program, 20 + ((point * 37) % 150));
      expect(["one", "two"]).toContain(completeState(folder, "out", states));
      await runGenerate({ catalog: two, out });
      expect(stateOf(out, states)).toBe("two");
      expect(readdirSync(folder).sort()).toEqual(["one", "out", "states", "two"]);
    }
  }, 600_000);
});

describe("import that is killed", () => {
  it("leaves the old catalog or the new one to whoever reads it, and nothing else after that", async () => {
    const folder = temporaryFolder();
    const [one, two, catalog] = [writeCatalog(join(folder, "one"), "One"), writeCatalog(join(folder, "two"), "Two"), join(folder, "catalog")];
    silence();
    const states: Record<"one" | "two", Files> = { one: new Map(), two: new Map() };
    for (const [name, source] of [["one", one], ["two", two]] as const) {
      await runImport([join(source, "documents")], { catalog });
      states[name] = readFolder(catalog);
    }
    const program = `import { writeSync } from "node:fs";
      import { runImport } from ${built("commands/import.js")};
      process.stdout.write = () => true;
      process.stderr.write = () => true;
      for (writeSync(1, "ready"); ;) for (const source of ${JSON.stringify([join(one, "documents"), join(two, "documents")])}) await runImport([source], { catalog: ${JSON.stringify(catalog)} });`;
    for (const point of fewPoints) {
      await runAndKill(program, point * 11);
      expect(["one", "two"]).toContain(stateRead(catalog, states));
      await runImport([join(one, "documents")], { catalog });
      await runImport([join(two, "documents")], { catalog });
      expect(stateOf(catalog, states)).toBe("two");
    }
  }, 600_000);
});

describe("a catalog of which the files are changed for ever by a process that is killed", () => {
  it("is the old one or the new one to whoever reads it, and the next change leaves nothing else", async () => {
    const folder = temporaryFolder();
    const catalog = join(folder, "catalog");
    const states = { one: pagesOf(40, "One"), two: pagesOf(40, "Two") };
    const program = `import { writeSync } from "node:fs";
      import { withCatalogLocked } from ${built("store/write/lock.js")};
      import { writeTexts } from ${built("store/write/texts.js")};
      const write = (...states) => withCatalogLocked(${JSON.stringify(catalog)}, () => writeTexts(${JSON.stringify(catalog)}, ...states));
      const [one, two] = ${JSON.stringify([[...states.one], [...states.two]])}.map((files) => new Map(files));
      write(new Map(), one);
      for (writeSync(1, "ready"); ;) for (const [before, after] of [[one, two], [two, one]]) write(before, after);`;
    for (const point of points) {
      await runAndKill(program, point * (long ? 0.5 : 3));
      expect(["one", "two"]).toContain(stateRead(catalog, states));
      write(catalog, pagesOf(40, `Other${String(point)}`));
      write(catalog, states.one);
      expect(stateOf(catalog, states)).toBe("one");
    }
  }, 600_000);
});

function write(catalog: string, texts: Files): void {
  withCatalogLocked(catalog, () => writeTexts(catalog, new Map(), texts));
}

/** Which of the states a catalog is in to whoever reads it, whatever a killed run has left. */
function stateRead(catalog: string, states: Readonly<Record<"one" | "two", Files>>): "one" | "two" | "mixed" {
  const before = JSON.stringify([...readFolder(catalog)]);
  const read = JSON.stringify([...readState(catalog).pages].map(([name, { text }]) => [`documents/${name}`, text]));
  expect(JSON.stringify([...readFolder(catalog)])).toBe(before);
  return (["one", "two"] as const).find((name) => JSON.stringify([...states[name]].filter(([path]) => path.startsWith("documents/"))) === read) ?? "mixed";
}
