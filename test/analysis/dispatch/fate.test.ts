import { describe, expect, it } from "vitest";
import { fateOf, type Fate } from "../../../src/analysis/dispatch/fate.js";
import { inHandler, untestedCode } from "../following.js";

const two = `if (e.code === "ResourceNotFound") return null; if (e.code === "InternalError") return [];`;

/** What becomes of the rest when `statements` follow two tests that leave. */
function fateAfter(statements: string, code = untestedCode): Fate {
  return inHandler(`${two} ${statements}`, (file, dispatch) => fateOf(file, dispatch, code));
}

describe("an error is passed on", () => {
  it.each([
    "throw e;",
    "throw new Error();",
    "return Promise.reject(e);",
    "return e;",
    "return e.message;",
    "return { code: e.code };",
    "return [undefined, e];",
    "next(e);",
    "await report(e);",
    "lastError = e;",
    "this.error = e.message;",
    "errors.push({ code: e.code });",
    "process.exit(1);",
    "process.exitCode = 1;",
    "const failure = new Failure(e); return failure;",
    "const text = String(e); return text;",
    "if (verbose) throw e; else return e;",
    "switch (kind) { case 1: throw e; default: return e; }",
    "try { clean(); } finally { done(); } throw e;",
    "return ok ? e : Promise.reject(e);",
    "return { ok: false };",
    'return { error: "attach" };',
    "return createException();",
    'return "failed";',
    "res.sendStatus(502);",
    'alert("The disk could not be attached.");',
    "label: { break label; } throw e;",
    "for (const item of items) log(item); throw e;",
  ])("by %s", (statements) => {
    expect(fateAfter(statements)).toBe("passed-on");
  });
});

describe("an error is swallowed", () => {
  it.each([
    "",
    "return;",
    "return undefined;",
    "return null;",
    "return false;",
    "return [];",
    "return { ok: true };",
    "return createDisk();",
    "await sleep(1000);",
    "if (verbose) throw e;",
    "return verbose ? e : null;",
    "const text = String(e);",
    "const failure = new Failure(e);",
    "const known = isKnown(e);",
    "if (e.code.includes('Limit')) count += 1;",
    "try { throw e; } catch { /* never mind */ }",
    "switch (kind) { case 1: throw e; }",
    "error = null;",
    "process.exitCode = 0;",
    "const later = () => { throw e; };",
  ])("by %s", (statements) => {
    expect(fateAfter(statements)).toBe("swallowed");
  });
});

describe("an error is only written down", () => {
  it.each(["console.error(e);", "logger.warn(e.message); return null;", "this.log.debug(e);", "metrics.increment('errors', e.code);", "logError(e);"])("by %s", (statements) => {
    expect(fateAfter(statements)).toBe("written-down");
  });
});

it("is the named code's own way that counts for a named code", () => {
  expect(fateAfter("throw e;", "ResourceNotFound")).toBe("swallowed");
});
