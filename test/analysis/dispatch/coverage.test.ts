import { expect, it } from "vitest";
import { coverageOf, restOf, type Coverage } from "../../../src/analysis/dispatch/coverage.js";
import { inHandler, untestedCode } from "../following.js";

function coverageIn(statements: string, code: string): Coverage {
  return inHandler(statements, (file, dispatch) => coverageOf(file, dispatch, untestedCode)(code));
}

const two = `if (e.code === "ResourceNotFound") return null; if (e.code === "InternalError") return [];`;

it("is handled by its name", () => {
  expect(coverageIn(two, "InternalError")).toBe("handled");
});

it("is untold when nothing tests for it", () => {
  expect(coverageIn(two, "LimitExceeded")).toBe("untold");
});

it("is handled by its family", () => {
  expect(coverageIn(`${two} if (e.code.startsWith("AuthFailure.")) return;`, "AuthFailure.TokenFailure")).toBe("handled");
});

it("is not handled by the family of a similar name", () => {
  expect(coverageIn(`${two} if (e.code.split(".")[0] === "InvalidParameter") return;`, "InvalidParameterValue")).toBe("untold");
});

it("is handled by a test that it fails and others pass", () => {
  expect(coverageIn(`${two} if (e.code !== "LimitExceeded") return;`, "LimitExceeded")).toBe("handled");
});

it("is handled where the test depends on something else too", () => {
  expect(coverageIn(`${two} if (e.code === "LimitExceeded" && attempt < 3) return f();`, "LimitExceeded")).toBe("handled");
});

it("is not handled by a label that is chosen by the code", () => {
  expect(coverageIn(`const label = e.code === "LimitExceeded" ? "quota" : "other"; ${two}`, "LimitExceeded")).toBe("untold");
});

it("is ignored in an empty case", () => {
  expect(coverageIn(`switch (e.code) { case "ResourceNotFound": return; case "LimitExceeded": break; }`, "LimitExceeded")).toBe("ignored");
});

it("is handled in an empty case with a comment", () => {
  expect(coverageIn(`switch (e.code) { case "ResourceNotFound": return; case "LimitExceeded": break; /* expected */ }`, "LimitExceeded")).toBe("handled");
});

it("is handled in a case that falls into another", () => {
  expect(coverageIn(`switch (e.code) { case "LimitExceeded": case "ResourceNotFound": return; }`, "LimitExceeded")).toBe("handled");
});

it("stands for the rest: a code that nobody tests for", () => {
  expect(inHandler(two, (file, dispatch) => restOf(file, dispatch, ["LimitExceeded"]))).toBe(untestedCode);
});

it("stands for the rest: the first code that a guard lets through", () => {
  const guarded = `if (e.code !== "LimitExceeded" && e.code !== "ResourceNotFound" && e.code !== "InternalError") throw e; ${two}`;
  expect(inHandler(guarded, (file, dispatch) => restOf(file, dispatch, ["FailedOperation", "LimitExceeded"]))).toBe("LimitExceeded");
});

it("has no rest when a guard lets only named codes through", () => {
  const guarded = `if (e.code !== "ResourceNotFound" && e.code !== "InternalError") throw e; ${two}`;
  expect(inHandler(guarded, (file, dispatch) => restOf(file, dispatch, ["FailedOperation", "LimitExceeded"]))).toBeUndefined();
});
