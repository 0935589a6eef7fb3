import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";

import { expect, it } from "vitest";

import { readFolder } from "../../src/codegen/folder.js";
import { readState } from "../../src/store/read/state.js";
import { writeTexts } from "../../src/store/write/texts.js";
import { built } from "./killing.js";
import { filesOf, stateOf, temporaryFolder, writeCatalog, writeFiles, type Files } from "./sources.js";

interface Ended {
  readonly code: number | null;
  readonly stderr: string;
}

async function run(...argv: readonly string[]): Promise<Ended> {
  return node(resolve("dist/src/bin.js"), ...argv);
}

async function node(...argv: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, argv, { stdio: ["ignore", "ignore", "pipe"] });
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, stderr };
}

it("two runs of generate at once leave the code map of one of them", async () => {
  const folder = temporaryFolder();
  const [one, two, out] = [writeCatalog(join(folder, "one"), "One"), writeCatalog(join(folder, "two"), "Two"), join(folder, "out", "src")];
  const states: Record<"one" | "two", Files> = { one: new Map(), two: new Map() };
  for (const name of ["one", "two"] as const) {
    await run("generate", "--catalog", join(folder, name), "--out", join(folder, "states", name));
    states[name] = readFolder(join(folder, "states", name));
  }
  const ended = await Promise.all([one, two, one].map((catalog) => run("generate", "--catalog", catalog, "--out", out)));
  expect(ended).toEqual([{ code: 0, stderr: "" }, { code: 0, stderr: "" }, { code: 0, stderr: "" }]);
  expect(["one", "two"]).toContain(stateOf(out, states));
  expect(readdirSync(join(folder, "out"))).toEqual(["src"]);
});

it("two runs of import at once leave the catalog of one of them, or the later one says why it cannot run", async () => {
  const folder = temporaryFolder();
  const [one, two, catalog] = [writeCatalog(join(folder, "one"), "One"), writeCatalog(join(folder, "two"), "Two"), join(folder, "catalog")];
  const ended = await Promise.all([one, two].map((source) => run("import", join(source, "documents"), "--catalog", catalog)));
  for (const { code, stderr } of ended) {
    if (code !== 0) expect(stderr).toContain("Another import is changing the catalog; try again when it has ended.");
  }
  expect(ended.some(({ code }) => code === 0)).toBe(true);
  const pages = [...readFolder(join(catalog, "documents")).values()];
  expect([0, pages.length]).toContain(pages.filter((text) => text.includes("FailedOperation.One")).length);
  expect(readdirSync(catalog).filter((name) => name.startsWith("."))).toEqual([]);
});

it("a folder that two processes replace over and over, each in the other's way, is always one of theirs", async () => {
  const folder = temporaryFolder();
  const states = { one: filesOf(20, "one"), two: filesOf(20, "two") };
  const program = (text: string): string => `import { replaceFolder } from ${built("codegen/folder.js")};
    const files = new Map(Array.from({ length: 20 }, (_, index) => ["part/" + String(index).padStart(2, "0") + ".ts", "${text}"]));
    for (let run = 0; run < 400; run += 1) replaceFolder(${JSON.stringify(join(folder, "src"))}, files);`;
  const ended = await Promise.all(["one", "two"].map((text) => node("--input-type=module", "--eval", program(text))));
  expect(ended).toEqual([{ code: 0, stderr: "" }, { code: 0, stderr: "" }]);
  expect(["one", "two"]).toContain(stateOf(join(folder, "src"), states));
  expect(readdirSync(folder)).toEqual(["src"]);
}, 60_000);

it("a catalog that two processes change over and over, each in the other's way, is always one of theirs", async () => {
  const folder = temporaryFolder();
  const catalog = join(folder, "catalog");
  const states = { one: filesOf(20, "one"), two: filesOf(20, "two") };
  const program = (text: string): string => `import { writeTexts } from ${built("store/write/texts.js")};
    const files = new Map(Array.from({ length: 20 }, (_, index) => ["part/" + String(index).padStart(2, "0") + ".ts", "${text}"]));
    for (let run = 0; run < 400; run += 1) {
      try {
        writeTexts(${JSON.stringify(catalog)}, new Map(), files);
      } catch (error) {
        if (!error.message.includes("Another import is changing the catalog")) throw error;
      }
    }`;
  const ended = await Promise.all(["one", "two"].map((text) => node("--input-type=module", "--eval", program(text))));
  expect(ended).toEqual([{ code: 0, stderr: "" }, { code: 0, stderr: "" }]);
  expect(["one", "two"]).toContain(stateOf(catalog, states));
  expect(readdirSync(catalog)).toEqual(["part"]);
}, 60_000);

it("a catalog that a living process is changing is neither read nor changed", () => {
  const catalog = join(temporaryFolder(), "catalog");
  const change = new Map([[".import/owner", String(process.ppid)], [".import/gone.json", "[]"], [".import/files/part/00.ts", "theirs"]]);
  writeFiles(catalog, change);
  const busy = "Another import is changing the catalog; try again when it has ended.";
  expect(() => readState(catalog)).toThrow(busy);
  expect(() => writeTexts(catalog, new Map(), filesOf(20, "ours"))).toThrow(busy);
  expect(readFolder(catalog)).toEqual(new Map([...change].sort()));
});

it("a catalog of which the changing process is gone gets the rest of its change", () => {
  const catalog = join(temporaryFolder(), "catalog");
  writeFiles(catalog, new Map([["part/01.ts", "old"], [".import/owner", "0"], [".import/gone.json", '["part/01.ts"]'], [".import/files/part/00.ts", "theirs"]]));
  readState(catalog);
  expect(readFolder(catalog)).toEqual(new Map([["part/00.ts", "theirs"]]));
});
