import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";

import { expect, it, vi } from "vitest";

import { readFolder } from "../../src/codegen/folder.js";
import { runGenerate } from "../../src/commands/generate.js";
import { built } from "./killing.js";
import { filesOf, pagesOf, stateOf, temporaryFolder, writeCatalog, writeFiles, type Files } from "./sources.js";

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
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const states: Record<"one" | "two", Files> = { one: new Map(), two: new Map() };
  for (const name of ["one", "two"] as const) {
    await runGenerate({ catalog: join(folder, name), out: join(folder, "states", name) });
    states[name] = readFolder(join(folder, "states", name));
  }
  vi.restoreAllMocks();
  const ended = await Promise.all([one, two].map((catalog) => run("generate", "--catalog", catalog, "--out", out)));
  expect(ended).toEqual([{ code: 0, stderr: "" }, { code: 0, stderr: "" }]);
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
  const states = { one: pagesOf(6, "one"), two: pagesOf(6, "two") };
  // Each can change the catalog again only when the other has: they begin together, and end when one of them is through.
  const program = (text: "one" | "two"): string => `import { existsSync, writeFileSync } from "node:fs";
    import { withCatalogLocked } from ${built("store/write/lock.js")};
    import { writeTexts } from ${built("store/write/texts.js")};
    const files = new Map(${JSON.stringify([...states[text]])});
    const begun = (name) => ${JSON.stringify(folder)} + "/begun-" + name;
    writeFileSync(begun("${text}"), "");
    while (!["one", "two"].every((name) => existsSync(begun(name))));
    for (let changes = 0, idle = 0; changes < 10 && idle < 1000; idle += 1) {
      try {
        if (withCatalogLocked(${JSON.stringify(catalog)}, () => writeTexts(${JSON.stringify(catalog)}, new Map(), files)) > 0) [changes, idle] = [changes + 1, 0];
      } catch (error) {
        if (!error.message.includes("Another import is changing the catalog")) throw error;
      }
    }`;
  const ended = await Promise.all((["one", "two"] as const).map((text) => node("--input-type=module", "--eval", program(text))));
  expect(ended).toEqual([{ code: 0, stderr: "" }, { code: 0, stderr: "" }]);
  expect(["one", "two"]).toContain(stateOf(catalog, states));
  expect(readdirSync(catalog)).toEqual(["documents"]);
}, 60_000);

it("two imports at once into one service end with both changes, or with one that is refused", async () => {
  const folder = temporaryFolder();
  const catalog = join(folder, "catalog");
  const pages = ["CreateDisks", "AttachDisks"].map((action) => {
    writeFiles(folder, new Map([[`${action}.md`, actionPage(action)]]));
    return join(folder, `${action}.md`);
  });
  for (let round = 0; round < 2; round += 1) {
    rmSync(catalog, { recursive: true, force: true });
    const ended = await Promise.all(pages.map((page) => run("import", page, "--catalog", catalog)));
    const actions = Object.keys(actionsIn(catalog)).sort();
    const done = ended.map(({ code }) => code);
    const refused = ended.filter(({ code, stderr }) => code === 2 && stderr.includes("Another import is changing the catalog"));
    expect(refused).toHaveLength(done.filter((code) => code !== 0).length);
    expect(actions).toEqual(["AttachDisks", "CreateDisks"].filter((action) => done[action === "CreateDisks" ? 0 : 1] === 0));
  }
}, 60_000);

function actionPage(action: string): string {
  return `## 1. 接口描述\n\n接口请求域名： cbs.tencentcloudapi.com 。\n\n## 2. 输入参数\n\n| 参数名称 | 必选 | 类型 | 描述 |\n|--|--|--|--|\n| Action | 是 | String | 公共参数，本接口取值：${action} |\n| Version | 是 | String | 公共参数，本接口取值：2017-03-12 |\n\n## 6. 错误码\n\n| 错误码 | 描述 |\n|--|--|\n| InvalidDisk.Busy | 忙 |\n`;
}

function actionsIn(catalog: string): object {
  const facts = JSON.parse(readFileSync(join(catalog, "services/cbs.json"), "utf8")) as { pages: { versions: Record<string, { actions: object }> } };
  return facts.pages.versions["2017-03-12"]?.actions ?? {};
}
