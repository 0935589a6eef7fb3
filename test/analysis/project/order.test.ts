import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import plugin from "../../../rules/index.js";
import { useFiles } from "../../../src/analysis/project/files.js";
import { filesInMemory } from "./memory-files.js";

const folder = "/order";

/** Modules that ask the same helpers, each with something else in its hand. */
const project: Readonly<Record<string, string>> = {
  "clients.ts": `import { cbs, cvm } from "tencentcloud-sdk-nodejs";
export const disks = new cbs.v20170312.Client({});
export const machines = new cvm.v20170312.Client({});`,
  "codes.ts": `export const GONE = ["InvalidDisk.Gone", "InvalidDisk.NotSupported"];`,
  "index.ts": `export * from "./helpers";\nexport * from "./calls";`,
  "helpers.ts": `import { GONE } from "./codes";
export function isGone(error) { return GONE.includes(error.code); }
export async function retrying(fn) { for (;;) { try { return await fn(); } catch (e) { if (e.code !== "LimitExceeded") throw e; } } }
export async function asking(client) { try { return await client.DescribeDisks({}); } catch (e) { if (e.code === "InvalidDisk.Wrong") return null; throw e; } }
export const send = (client, request) => client.AttachDisks(request);`,
  "calls.ts": `import { disks } from "./clients";
import { isGone, send } from "./helpers";
export const attach = (request) => send(disks, request);
export async function attachOrNull(request) { try { return await attach(request); } catch (e) { if (isGone(e)) return null; throw e; } }`,
  "trying.ts": `import { attachOrNull } from "./calls";
export const tries = (retry) => retry([attachOrNull], (e) => e.code === "InternalError");`,
  "attaching.ts": `import { attach, isGone } from "./index";
export async function run() { try { return await attach({}); } catch (e) { if (isGone(e) || e.code === "InvalidDisk.Bsy") return null; throw e; } }`,
  "starting.ts": `import { attachOrNull } from "./calls";
import * as clients from "./clients";
import { isGone, retrying } from "./helpers";
export async function start() { try { return await retrying(() => clients.machines.RunInstances({})); } catch (e) { if (isGone(e)) return null; throw e; } }
export const tries = [attachOrNull];`,
  "disks.ts": `import { disks } from "./clients";
import { asking, retrying } from "./index";
export const all = () => retrying(() => asking(disks));`,
  "machines.ts": `import { machines } from "./clients";
import { asking, send } from "./helpers";
export async function both(request) { await asking(machines); try { await send(machines, request); } catch (e) { if (e.code === "InvalidDisk.Bsy") return null; throw e; } }`,
  "old.js": `const helpers = require("./index");
exports.again = async (client) => { try { return await helpers.asking(client); } catch (e) { if (helpers.isGone(e) || e.code === "InvalidDisk.Bsy") return null; throw e; } };`,
};
const paths = Object.keys(project);

function lint(path: string): readonly string[] {
  return new Linter({ cwd: folder })
    .verify(
      project[path] ?? "",
      [{ files: ["**"], plugins: { tencentcloud: plugin }, languageOptions: { parser: typescriptParser }, rules: plugin.configs.strict.rules as Linter.RulesRecord }],
      { filename: `${folder}/${path}` },
    )
    .map(({ line, column, ruleId, message }) => `${String(line)}:${String(column)} ${String(ruleId)} ${message}`);
}

/** Nothing is known of these from before. */
function startAnew(): void {
  useFiles(filesInMemory(new Map(Object.entries(project).map(([path, text]) => [`${folder}/${path}`, text])), folder));
}

afterEach(() => {
  useFiles(undefined);
});

describe("what is reported of a file", () => {
  const alone = new Map(paths.map((path) => {
    startAnew();
    return [path, lint(path)] as const;
  }));

  it("is something for those that name a wrong code, or hand an error to a function that does", () => {
    expect([...alone].filter(([, reports]) => reports.length > 0).map(([path]) => path)).toEqual(["trying.ts", "attaching.ts", "starting.ts", "machines.ts", "old.js"]);
  });

  it("is the same whatever was linted before", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(paths, { minLength: 2 }), (order) => {
        startAnew();
        for (const path of order) expect(lint(path), `${path} of ${order.join(", ")}`).toEqual(alone.get(path));
      }),
      { numRuns: 15 },
    );
  });
});
