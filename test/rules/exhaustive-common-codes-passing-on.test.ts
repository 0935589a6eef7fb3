import { RuleTester } from "@typescript-eslint/rule-tester";
import { Linter } from "eslint";
import { commonErrorCodes } from "tencentcloud-error-codes";
import { describe, expect, it } from "vitest";
import rule from "../../rules/exhaustive-common-codes.js";
import plugin from "../../rules/index.js";
import { inCatch, withClient } from "./disk-code.js";

const tester = new RuleTester();

/** Asks for one code, so that the second suggestion stays short. */
const options = [{ codes: ["ServiceUnavailable"] }] as [object];

const addedCase = `// Transient: retry with backoff if the call is idempotent.
      case "ServiceUnavailable":`;

function inCallback(rest: string): string {
  return withClient(`export function attach(request, cb) {
  client.AttachDisks(request, (err, data) => {
    switch (err?.code) {
      case "ResourceNotFound": return cb(null, []);
      case "InternalError": return cb(null, null);
${rest}
    }
  });
}`);
}

function inExecutor(rest: string): string {
  return withClient(`export function attach(request) {
  return new Promise((resolve, reject) => {
    client.AttachDisks(request, (err, data) => {
      if (err.code === "ResourceNotFound") return resolve(null);
      if (err.code === "InternalError") return resolve([]);
      ${rest}
    });
  });
}`);
}

function inMiddleware(rest: string): string {
  return withClient(`app.get("/disks", (req, res, next) => {
  client.AttachDisks({}).catch((e) => {
    if (e.code === "ResourceNotFound") res.json([]);
    else if (e.code === "InternalError") res.json({});
    ${rest}
  });
});`);
}

tester.run("exhaustive-common-codes: passing the error on", rule, {
  valid: [
    { name: "a callback that gets the error", code: inCallback(`      default: return cb(err);`), options },
    { name: "a promise that is rejected", code: inExecutor(`return reject(err);`), options },
    { name: "a middleware that hands the error on", code: inMiddleware(`else next(e);`), options },
  ],
  invalid: [
    {
      name: "a callback that gets nothing",
      code: inCallback(`      default: return cb(null, data);`),
      options,
      errors: [
        {
          messageId: "notHandled",
          suggestions: [
            { messageId: "passOn", output: inCallback(`      default: return cb(err);`) },
            { messageId: "addMissingCodes", output: inCallback(`      ${addedCase}\n        return cb(err);\n      default: return cb(null, data);`) },
          ],
        },
      ],
    },
    {
      name: "a promise that is resolved",
      code: inExecutor(`return resolve(data);`),
      options,
      errors: [
        {
          messageId: "notHandled",
          suggestions: [
            { messageId: "passOn", output: inExecutor(`return reject(err);`) },
            {
              messageId: "addMissingCodes",
              output: inExecutor(`if (
        // Transient: retry with backoff if the call is idempotent.
        err.code === "ServiceUnavailable"
      ) {
        return reject(err);
      }
      return resolve(data);`),
            },
          ],
        },
      ],
    },
    {
      name: "a middleware that says nothing",
      code: inMiddleware(`else next();`),
      options,
      errors: [
        {
          messageId: "notHandled",
          suggestions: [
            { messageId: "passOn", output: inMiddleware(`else { next(); return next(e); }`) },
            {
              messageId: "addMissingCodes",
              output: inMiddleware(`else if (
      // Transient: retry with backoff if the call is idempotent.
      e.code === "ServiceUnavailable"
    ) {
      return next(e);
    } else next();`),
            },
          ],
        },
      ],
    },
  ],
});

/** Without semicolons, where the line goes on behind the branch. */
function onOneLine(rest: string): string {
  return `import { cbs } from "tencentcloud-sdk-nodejs"
const client = new cbs.v20170312.Client({})
export const attach = (request, log) => client.AttachDisks(request).catch((e) => { ${rest} })
`;
}

describe("the suggestion to pass the error on, on one line without semicolons", () => {
  it.each([
    ["in the place of a break before other cases", `switch (e.code) { default: log(); break; case "ResourceNotFound": return 1; case "InternalError": return 2 }`, `switch (e.code) { default: log(); throw e; case "ResourceNotFound": return 1; case "InternalError": return 2 }`],
    ["behind the last statement of a default", `switch (e.code) { case "ResourceNotFound": return 1; case "InternalError": return 2; default: log() }`, `switch (e.code) { case "ResourceNotFound": return 1; case "InternalError": return 2; default: log(); throw e }`],
    ["in a last else without a block", `if (e.code === "ResourceNotFound") return 1; else if (e.code === "InternalError") return 2; else log()`, `if (e.code === "ResourceNotFound") return 1; else if (e.code === "InternalError") return 2; else { log(); throw e }`],
  ])("ends what stands before it: %s", (_, handler, expected) => {
    const code = onOneLine(handler);
    const [report] = new Linter().verify(code, [{ plugins: { tencentcloud: plugin }, rules: { "tencentcloud/exhaustive-common-codes": ["error", ...options] } }]);
    const { range, text } = report?.suggestions?.[0]?.fix ?? { range: [0, 0], text: "" };
    expect(code.slice(0, range[0]) + text + code.slice(range[1])).toBe(onOneLine(expected));
  });
});

const codes = Object.keys(commonErrorCodes);

/** A function that finds a word for each of the codes, and one for the rest. */
function describing(named: readonly string[], rest: string): string {
  return inCatch(`    switch (e.code) {
${named.map((code) => `      case "${code}": return "${code} came";`).join("\n")}
      ${rest}
    }`);
}

tester.run("exhaustive-common-codes: all but a few named", rule, {
  valid: [
    { name: "all of them", code: describing(codes, `default: return "something else";`) },
    { name: "a third of them, with a word for the rest", code: describing(codes.slice(0, 12), `default: return "something else";`) },
    { name: "all but one, where any default counts", code: describing(codes.slice(1), `default: return "something else";`), options: [{ defaultCase: "always" }] },
    { name: "all but one that is not asked for", code: describing(codes.slice(1), `default: return "something else";`), options: [{ ignore: codes.slice(0, 1) }] },
  ],
  invalid: [
    {
      name: "all but one, with a word for the rest",
      code: describing(codes.slice(1), `default: return "something else";`),
      errors: [
        {
          messageId: "almostAllNamed",
          data: { named: "37", total: "38", missing: "ActionOffline" },
          suggestions: [
            {
              messageId: "addMissingCodes",
              output: describing(codes.slice(1), `// Permanent: retrying cannot help.
      case "ActionOffline":
        throw e;
      default: return "something else";`),
            },
          ],
        },
      ],
    },
    {
      name: "all but one, with a rest that is thrown",
      code: describing(codes.slice(1), `default: throw e;`),
      errors: [
        {
          messageId: "almostAllNamed",
          suggestions: [
            {
              messageId: "addMissingCodes",
              output: describing(codes.slice(1), `// Permanent: retrying cannot help.
      case "ActionOffline":
      default: throw e;`),
            },
          ],
        },
      ],
    },
  ],
});
