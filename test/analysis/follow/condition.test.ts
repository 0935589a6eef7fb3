import type { TSESTree } from "@typescript-eslint/utils";
import { describe, expect, it } from "vitest";
import type { Truth } from "../../../src/analysis/follow/assumed-code.js";
import { truthOf } from "../../../src/analysis/follow/follow.js";
import { analyzed, firstTest } from "../following.js";

/** What the condition of the last `if` comes out as for a code. */
function truthIn(before: string, condition: string, code: string): Truth {
  const source = `import { cbs } from "tencentcloud-sdk-nodejs";
import { inFamily, isHttpError, isRetryable, isTencentCloudError } from "tencentcloud-error-codes";
const client = new cbs.v20170312.Client({});
const isGone = (e) => e.code === "ResourceNotFound";
function isQuota(code) { if (code === "LimitExceeded") return true; return false; }
const handlers = { "ResourceNotFound": () => { go(); } };
try { await client.AttachDisks({}); } catch (e) { void (e.code === "X"); ${before} if (${condition}) done(); }`;
  return analyzed(source, (file) => {
    const { path } = firstTest(file).site;
    return truthOf(file, lastCondition(file.sourceCode.ast), { path, code });
  });
}

function lastCondition(program: TSESTree.Program): TSESTree.Expression {
  const last = program.body.at(-1);
  const statement = last?.type === "TryStatement" ? last.handler?.body.body.at(-1) : undefined;
  if (statement?.type !== "IfStatement") throw new Error("There is no condition.");
  return statement.test;
}

describe("a condition that the code decides", () => {
  it.each([
    [`e.code === "ResourceNotFound"`, true],
    [`e.code !== "ResourceNotFound"`, false],
    [`!(e.code === "ResourceNotFound")`, false],
    [`e.code === "ResourceNotFound" || busy`, true],
    [`e.code === "LimitExceeded" && busy`, false],
    [`e.code === "LimitExceeded" || busy`, "open"],
    [`e.code === "ResourceNotFound" && busy`, "open"],
    [`busy ? e.code === "ResourceNotFound" : e.code.startsWith("Resource")`, true],
    [`["ResourceNotFound", "LimitExceeded"].includes(e.code)`, true],
    [`/^Resource/.test(e.code)`, true],
    [`/^Limit/.test(e.code)`, false],
    [String.raw`/^(?:\w|\w)*!$/.test(e.code)`, "open"],
    [`inFamily(e, "ResourceNotFound")`, true],
    [`isRetryable(e)`, false],
    [`e`, true],
    [`e.code`, true],
    [`e == null`, false],
    [`e.code !== undefined`, true],
    [`typeof e.code === "string"`, true],
    [`e instanceof Error`, true],
    [`isTencentCloudError(e)`, true],
    [`isHttpError(e)`, false],
    [`busy`, "open"],
    [`e.requestId === last`, "open"],
    [`handlers[e.code]`, true],
    [`handlers[e.code] === undefined`, false],
    [`e.code in handlers`, true],
    [`true`, true],
    [`"text"`, true],
    [`null`, false],
  ])("%s", (condition, outcome) => {
    expect(truthIn("", condition, "ResourceNotFound")).toBe(outcome);
  });
});

it("follows a constant", () => {
  expect(truthIn(`const gone = e.code === "ResourceNotFound" && true;`, "gone", "ResourceNotFound")).toBe(true);
});

it("follows the constant that a handler was looked up for", () => {
  expect(truthIn(`const handler = handlers[e.code];`, "handler === undefined", "LimitExceeded")).toBe(true);
});

it("leaves a variable open that changes", () => {
  expect(truthIn(`let gone = false; gone = maybe();`, "gone", "ResourceNotFound")).toBe("open");
});
