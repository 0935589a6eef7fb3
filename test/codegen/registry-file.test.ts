import { describe, expect, it } from "vitest";

import { keysWith } from "../../src/codemap/registry.js";
import { catalogOf, filesOf } from "./hand-made.js";

const services = {
  cbs: { codes: { InvalidDisk: "The disk is bad.", "InvalidDisk.Busy": "The disk is busy." }, withClientToken: ["CreateDisks", "CreateSnapshots"], moreThanNamed: ["DescribeExport"] },
  cvm: { codes: { InvalidDisk: "The disk is bad." }, withClientToken: [] },
  emr: {},
};
const files = filesOf(catalogOf({ InternalError: "Internal error." }, services));
const lines = (files.get("registry.ts") ?? "").split("\n");

describe("the registry's file", () => {
  it("has a family, and on a line each what follows it in a code, with the services", () => {
    const start = lines.indexOf(`  "InvalidDisk": [`);
    expect(lines.slice(start, start + 4)).toEqual([`  "InvalidDisk": [`, `    " cbs,cvm",`, `    ".Busy cbs",`, "  ],"]);
  });

  it("has a service with its actions that have a token on a line", () => {
    expect(lines).toContain(`  "cbs": "CreateDisks CreateSnapshots",`);
  });

  it("has an empty line for a service that has none, and no line where it is not known", () => {
    const more = lines.indexOf("const moreThanNamed: Readonly<Record<string, string>> = {");
    expect(lines.slice(more + 1, more + 3)).toEqual([`  "cbs": "DescribeExport",`, "};"]);
    const start = lines.indexOf("const clientTokens: Readonly<Record<string, string>> = {");
    expect(lines.slice(start + 1, start + 4)).toEqual([`  "cbs": "CreateDisks CreateSnapshots",`, `  "cvm": "",`, "};"]);
  });
});

describe("the file of the actions", () => {
  const text = filesOf(catalogOf({}, { cbs: { actions: new Map([["CreateDisks", []], ["DescribeDisks", []]]) }, emr: {} })).get("service-actions.ts") ?? "";

  it("has the names of a service's actions on a line, and no line for a service without any", () => {
    expect(text).toContain(`const actions: Readonly<Record<string, string>> = {\n  "cbs": "CreateDisks DescribeDisks",\n};`);
  });

  it.each([
    ["DescribeDisks", ["cbs", "lighthouse"]],
    ["CreateDisks", ["cbs"]],
    ["Disks", ["lighthouse"]],
    ["DescribeDisk", []],
    ["CreateDisks DescribeDisks", []],
    ["", []],
  ])("is asked for %j", (name, services) => {
    expect(keysWith({ cbs: "CreateDisks DescribeDisks", emr: "", lighthouse: "DescribeDisks Disks" }, name)).toEqual(services);
  });
});

it("no other file says anything about tokens", () => {
  expect([...files].filter(([path, text]) => /clientTokens?\b|withClientToken/i.test(text.replaceAll("\"InvalidClientToken\"", "")) && path !== "registry.ts").map(([path]) => path)).toEqual([]);
});
