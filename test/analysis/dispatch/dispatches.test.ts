import { describe, expect, it } from "vitest";
import { dispatchesOf } from "../../../src/analysis/dispatch/dispatches.js";
import { analyzed } from "../following.js";

function formsIn(statements: string): string[] {
  const code = `import { cbs } from "tencentcloud-sdk-nodejs";
const client = new cbs.v20170312.Client({});
try { await client.AttachDisks({}); } catch (e) { ${statements} }`;
  return analyzed(code, (file) => dispatchesOf(file).map(({ decisions, form, tests }) => `${form} of ${String(tests.length)}, ${String(decisions.length)} decisions`));
}

describe("the form of a dispatch", () => {
  it.each([
    [`switch (e.code) { case "A.B": case "C.D": go(); }`, "switch of 2, 2 decisions"],
    [`switch (true) { case e.code === "A.B": case e.code === "C.D": go(); }`, "switch of 2, 2 decisions"],
    [`if (e.code === "A.B") go(); else if (e.code === "C.D") stop();`, "chain of 2, 2 decisions"],
    [`if (e.code === "A.B") return; if (e.code === "C.D") throw e;`, "chain of 2, 2 decisions"],
    [`if (e.code === "A.B" || e.code === "C.D") return;`, "chain of 2, 1 decisions"],
    [`const bad = e.code === "A.B"; if (bad) return;`, "chain of 1, 1 decisions"],
    [`e.code === "A.B" ? go() : e.code === "C.D" ? stop() : wait();`, "ternary of 2, 2 decisions"],
    [`({ "A.B": () => { go(); }, "C.D": () => { stop(); } })[e.code]?.();`, "table of 1, 0 decisions"],
    [`new Map([["A.B", () => { go(); }]]).get(e.code)?.();`, "table of 1, 0 decisions"],
  ])("%s", (statements, form) => {
    expect(formsIn(statements)).toEqual([form]);
  });
});

describe("no dispatch", () => {
  it.each([
    `if (e.code === "A.B") count += 1;`,
    `if (e.code === "A.B") count += 1; if (e.code === "C.D") other += 1;`,
    `log(e.code === "A.B");`,
    `return e.code === "A.B" || e.code === "C.D";`,
    `if (e.code !== "A.B") throw e;`,
    `const bad = e.code === "A.B" ? "bad" : "good"; log(bad);`,
    `log({ "A.B": "bad", "C.D": "worse" }[e.code]);`,
  ])("%s", (statements) => {
    expect(formsIn(statements)).toEqual([]);
  });
});
