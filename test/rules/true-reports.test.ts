import type { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../rules/index.js";
import { lintUntyped, typedLinter } from "../analysis/linting.js";
import { handling } from "./action-handler.js";
import { loopWith } from "./retry-snippets.js";

interface Case {
  readonly code: string;
  /** Rule and text of each report. */
  readonly reports: readonly string[];
  readonly settings?: object;
}

/** A raw call of the image service, with what is done about its response. */
function ocr(body: string): string {
  return `export async function run(request: RequestInit) {
  const result = await (await fetch("https://ocr.tencentcloudapi.com", request)).json();
  ${body}
}`;
}

const ownClass = (body: string): string => `import { CloudError } from "@corp/cloud";
export async function run(call: () => Promise<string>) {
  try { return await call(); } catch (e) { ${body} throw e; }
}`;

const cases: Readonly<Record<string, Case>> = {
  // One literal, one report.
  "a permanent family on which a call is retried": {
    code: loopWith(`if (error.code !== "RequestLimitExceeded.UinLimitExceeded" && error.code !== "InvalidParameter") throw error;`),
    reports: ["no-retry-non-retryable: \"InvalidParameter\""],
  },
  "a retryable family on which a call is retried": {
    code: loopWith(`if (error.code !== "RequestLimitExceeded") throw error;`),
    reports: ["prefer-family-match: \"RequestLimitExceeded\""],
  },
  "a family of which only details are documented": {
    code: handling(`if (e.code === "InvalidDisk") return null;`),
    reports: ["prefer-family-match: \"InvalidDisk\""],
  },
  "a family of which only details are documented, beside a test of the family": {
    code: handling(`if (e.code === "InvalidDisk" || String(e.code).startsWith("InvalidDisk.")) return null;`),
    reports: [],
  },
  "a key of which only details are documented": {
    code: handling(`const texts = { AuthFailure: 1 }; if (texts[e.code]) return null;`, "ses.v20201002", "SendEmail"),
    reports: ["no-undocumented-code: AuthFailure"],
  },
  "a family of the gateway, of an unknown service": {
    code: `import { isTencentCloudError } from "tencentcloud-error-codes";\nexport const busy = (e: unknown) => isTencentCloudError(e) && e.code === "RequestLimitExceeded";`,
    reports: ["prefer-family-match: \"RequestLimitExceeded\""],
  },
  "a family of services, of an unknown service": {
    code: `import { isTencentCloudError } from "tencentcloud-error-codes";\nexport const busy = (e: unknown) => isTencentCloudError(e) && e.code === "LimitExceeded";`,
    reports: [],
  },

  // Texts that are no message of the API.
  "a code in a serialised error": { code: handling(`if (JSON.stringify(e).includes("ResourceNotFound")) return null;`), reports: [] },
  "a code in a serialised message": { code: handling(`if (JSON.stringify(e.message).includes("InvalidDisk.Busy")) return null;`), reports: ["no-message-match: JSON.stringify(e.message).includes(\"InvalidDisk.Busy\")"] },
  "a text that the same try throws": {
    code: handling(`if (e.message.includes("task failed")) return null;`).replace("return await", "if (request.done) throw new Error(`task failed: ${request.id}`);\n    return await"),
    reports: [],
  },
  "a pattern of what a function throws that the same try calls": {
    code: `${handling(`if (/^task failed/.test(e.message)) return null;`).replace("return await", "check(request);\n    return await")}\nfunction check(request) { if (request.done) throw new Error("task failed"); }`,
    reports: [],
  },
  "a text that another function throws": {
    code: `${handling(`if (e.message.includes("task failed")) return null;`)}\nexport function check(request) { if (request.done) throw new Error("task failed"); }`,
    reports: ["no-message-match: e.message.includes(\"task failed\")"],
  },

  // The failed half of a result.
  "a rest that becomes an err": { code: handling(`switch (e.code) { case "InvalidDisk.Busy": return ok(1); case "ResourceBusy": return ok(null); default: return err("other"); }`), reports: [] },
  "a rest that becomes a left": { code: handling(`switch (e.code) { case "InvalidDisk.Busy": return right(1); case "ResourceBusy": return right(null); default: return E.left("other"); }`), reports: [] },
  "a rest that becomes an ok": {
    code: handling(`switch (e.code) { case "InvalidDisk.Busy": return ok(1); case "ResourceBusy": return ok(null); default: return ok(2); }`),
    reports: ["exhaustive-common-codes: switch (e.code)"],
  },

  // Classes of one's own.
  "a class that the settings name": { code: ownClass(`if (e instanceof CloudError && e.code === "InvalidDisk.Bsy") return null;`), reports: ["no-undocumented-code: \"InvalidDisk.Bsy\""], settings: { errorClasses: ["CloudError"] } },
  "a cast to a class that the settings name": { code: ownClass(`if ((e as CloudError).code === "InvalidDisk.Bsy") return null;`), reports: ["no-undocumented-code: \"InvalidDisk.Bsy\""], settings: { errorClasses: ["CloudError"] } },
  "a class that nobody names": { code: ownClass(`if (e instanceof CloudError && e.code === "InvalidDisk.Bsy") return null;`), reports: [] },

  // What the recommended configuration says of blind retries.
  "a blind retry of an action that can be executed twice": {
    code: loopWith(`await sleep(attempt);`).replace("AttachDisks(request)", "CreateDisks({ DiskCount: 1 })"),
    reports: ["no-blind-retry: catch (error) "],
  },
  "a blind retry of an action that carries a token": { code: loopWith(`await sleep(attempt);`).replace("AttachDisks(request)", "CreateDisks({ ClientToken: token })"), reports: [] },
  "a blind retry of a read": { code: loopWith(`await sleep(attempt);`).replace("AttachDisks(request)", "DescribeDisks({})"), reports: [] },

  // One missing look at the error, one report.
  "several fields of a response": { code: ocr(`console.log(result.Response.Angle); return [result.Response.TextDetections, result.Response.Language];`), reports: ["require-response-error-check: result.Response.Angle"] },
  "a needed field whose other branch throws the response": { code: ocr(`if (result.Response.TextDetections) { return result.Response.TextDetections.length; } else throw JSON.stringify(result);`), reports: [] },
  "a needed field without which the response is returned": { code: ocr(`if (!result.Response.TextDetections) return result; return result.Response.Angle;`), reports: [] },
  "a needed field that was taken out, whose other branch throws the response": { code: ocr(`const { TextDetections } = result.Response; if (TextDetections !== undefined) return TextDetections; throw JSON.stringify(result.Response);`), reports: [] },
  "a needed field whose other branch says nothing": { code: ocr(`if (result.Response.TextDetections) { return result.Response.TextDetections.length; } return 0;`), reports: ["require-response-error-check: result.Response.TextDetections"] },
  "a needed field whose other branch only logs": { code: ocr(`if (result.Response.TextDetections) { return 1; } console.error(result); return 0;`), reports: ["require-response-error-check: result.Response.TextDetections"] },
  "a part of a field, which throws where the field is missing": { code: ocr(`if (result.Response.ImageRecord.Value) { return 1; } else throw JSON.stringify(result);`), reports: ["require-response-error-check: result.Response.ImageRecord"] },
  "a part of a field that is read with care": { code: ocr(`if (result.Response.ImageRecord?.Value) { return 1; } else throw JSON.stringify(result);`), reports: [] },
};

function told(findings: ReturnType<typeof lintUntyped>): readonly string[] {
  return findings.map(({ rule, text }) => `${rule}: ${text}`);
}

const recommended = plugin.configs.recommended.rules as Linter.RulesRecord;

describe("without types", () => {
  it.each(Object.entries(cases))("%s", (_, { code, reports, settings }) => {
    expect(told(lintUntyped(code, recommended, settings))).toEqual(reports);
  });
});

describe("with types", () => {
  const typed = Object.fromEntries(Object.entries(cases).map(([name, { code }]) => [name, code]));
  const lintTyped = typedLinter(typed);
  it.each(Object.entries(cases))("%s", (name, { reports, settings }) => {
    expect(told(lintTyped(name, recommended, settings))).toEqual(reports);
  });
});
