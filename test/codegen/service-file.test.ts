import { describe, expect, it } from "vitest";

import { catalogOf, filesOf } from "./hand-made.js";

const actions = new Map([["AttachDisks", ["InvalidDisk.Busy", "InternalError"]]]);
const codes = { "InvalidDisk.Busy": "The disk is busy.", InternalError: "The disk broke.", "InvalidDiskId.NotFound": "No such disk." };
const files = filesOf(catalogOf({ InternalError: "Internal error." }, { cbs: { codes, actions }, ai3d: {} }));
const lines = (files.get("cbs.ts") ?? "").split("\n");

describe("the file of a service", () => {
  it("has one code a line in its union", () => {
    const start = lines.indexOf("export type CbsServiceErrorCode =");
    expect(lines.slice(start + 1, start + 4)).toEqual([`  | "InternalError"`, `  | "InvalidDisk.Busy"`, `  | "InvalidDiskId.NotFound";`]);
  });

  it("has description, language, class and page on the line of a code", () => {
    expect(lines).toContain(
      `  /** The disk is busy. (en) Retry: pending. https://console.cloud.tencent.com/api/explorer?Product=cbs */ readonly "InvalidDisk.Busy": ErrorCodeInfo<"pending">;`,
    );
  });

  it("has each class with its evidence once, also where codes share them", () => {
    const shared = filesOf(catalogOf({}, { cbs: { codes: { "InvalidDisk.Busy": "", "InvalidSnapshot.Busy": "" } } })).get("cbs.ts")?.split("\n") ?? [];
    expect(shared.filter((line) => /^  \{ class:|^  "[^"]+": \d/.test(line))).toEqual([
      `  { class: "pending", by: "wording", evidence: "the subcode names a state that passes" },`,
      `  "InvalidDisk.Busy": 0,`,
      `  "InvalidSnapshot.Busy": 0,`,
    ]);
  });

  it("has the place of its class on the line of a code in the table", () => {
    expect(lines.filter((line) => /^  "[^"]+": \d/.test(line))).toEqual([`  "InternalError": 0,`, `  "InvalidDisk.Busy": 1,`, `  "InvalidDiskId.NotFound": 2,`]);
  });

  it("has the descriptions of a code on a line", () => {
    expect(lines).toContain(`  "InvalidDisk.Busy": [{ text: "The disk is busy.", language: "en", table: "service" }],`);
  });

  it("keeps both descriptions of a code that is common too", () => {
    expect(lines).toContain(
      `  "InternalError": [{ text: "The disk broke.", language: "en", table: "service" }, { text: "Internal error.", language: "en", table: "common" }],`,
    );
  });

  it("lists the codes of an action one a line in the type and one action a line in the table", () => {
    const start = lines.indexOf(`  readonly "AttachDisks":`);
    expect(lines.slice(start + 1, start + 3)).toEqual([`    | "InvalidDisk.Busy"`, `    | "InternalError";`]);
    expect(lines).toContain(`  "AttachDisks": ["InvalidDisk.Busy", "InternalError"],`);
  });

  it("names the retryable codes", () => {
    const start = lines.indexOf("export type CbsRetryableErrorCode = RetryableCommonErrorCode");
    expect(lines.slice(start + 1, start + 3)).toEqual([`  | "InternalError"`, `  | "InvalidDisk.Busy";`]);
  });

  it("is there for a service without codes", () => {
    expect(files.get("ai3d.ts")).toContain("export type Ai3dServiceErrorCode = never;");
  });

  it("imports no other service", () => {
    const imported = lines.flatMap((line) => /from "(.*)"/.exec(line)?.[1] ?? []);
    expect([...new Set(imported)].sort()).toEqual(["./common.js", "./runtime/errors.js", "./runtime/service.js", "./runtime/types.js"]);
  });
});
