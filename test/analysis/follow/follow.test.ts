import { describe, expect, it } from "vitest";
import { followRegion } from "../../../src/analysis/follow/regions.js";
import { inHandler, untestedCode } from "../following.js";

/** The ways out of a handler for a code, each with a star where somebody got the error. */
function endsOf(statements: string, code: string): string[] {
  const found = inHandler(`${statements} if (e.code === "ResourceNotFound") throw e; if (e.code === "LimitExceeded") throw e;`, (file, { region, site: { path } }) =>
    followRegion(file, region, { path, code }).ends,
  );
  return [...new Set(found.map(({ handedOver, kind }) => `${kind}${handedOver ? "*" : ""}`))].sort();
}

describe("the ways out for a code that nobody tests for", () => {
  it.each([
    ["", ["normal"]],
    ["return;", ["return"]],
    ["return e;", ["return*"]],
    ["next(e);", ["normal*"]],
    ["if (busy) return; ", ["normal", "return"]],
    ["if (busy) next(e);", ["normal", "normal*"]],
    ["if (busy) next(e); else reject(e);", ["normal*"]],
    ["busy ? next(e) : reject(e);", ["normal*"]],
    ["while (busy) { if (late) break; }", ["normal"]],
    ["for (;;) { if (late) return; }", ["normal", "return"]],
    ["outer: for (const a of b) { for (const c of a) { continue outer; } }", ["normal"]],
    ["process.exit(1);", ["exit"]],
    ["try { go(); } catch { return; }", ["normal", "return"]],
    ["try { go(); } finally { return; }", ["return"]],
    ["switch (kind) { case 1: return; default: throw e; }", ["return", "throw*"]],
    ["switch (kind) { case 1: break; }", ["normal"]],
    ["let seen = false; if (e.code === 'LimitExceeded') seen = true; if (!seen) throw e;", ["throw*"]],
    ["let seen = false; if (e.code === 'LimitExceeded') seen = true; if (seen) return;", ["normal"]],
    ["const giveUp = () => { throw e; }; giveUp();", ["throw*"]],
    ["const note = () => { count += 1; }; note();", ["normal"]],
    ["const keep = (reason) => { last = reason; }; keep(e);", ["normal*"]],
    ["const codeOf = (reason) => reason.code; codeOf(e);", ["normal"]],
  ])("%s", (statements, ends) => {
    expect(endsOf(statements, untestedCode)).toEqual(ends);
  });
});

describe("the ways out for a code that is tested for", () => {
  it.each([
    ["", ["throw*"]],
    ["if (e.code === 'LimitExceeded') return;", ["return"]],
    ["if (e.code !== 'LimitExceeded') return;", ["throw*"]],
    ["if (e.code === 'LimitExceeded' && busy) return;", ["return", "throw*"]],
    ["switch (e.code) { case 'LimitExceeded': case 'X': return; default: next(e); }", ["return"]],
    ["switch (true) { case e.code.startsWith('Limit'): return; }", ["return"]],
  ])("%s", (statements, ends) => {
    expect(endsOf(statements, "LimitExceeded")).toEqual(ends);
  });
});
