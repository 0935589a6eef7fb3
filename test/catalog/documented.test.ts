import { describe, expect, it } from "vitest";

import { loadCatalog } from "../../src/store/read/load.js";
import { mergeFragments } from "../../src/catalog/merge.js";
import { codesOf } from "../../src/catalog/query.js";
import { readState } from "../../src/store/read/state.js";

const pages = [...readState("catalog").pages.values()].map((page) => page.fragment);
const catalog = mergeFragments(pages);

function page(service: string) {
  const found = pages.find((fragment) => fragment.service === service);
  if (found === undefined) throw new Error(`no page of ${service}`);
  return found;
}

describe("the five pages", () => {
  it("list 38 common codes together", () => {
    expect(catalog.common.size).toBe(38);
  });

  it.each([
    ["cbs", 77],
    ["emr", 39],
    ["sqlserver", 63],
    ["smh", 59],
    ["tke", 58],
  ])("document for %s %i codes, common and own together", (service, count) => {
    expect(codesOf(catalog, service).size).toBe(count);
  });

  it.each([
    ["cbs", 44, 5],
    ["emr", 8, 7],
    ["sqlserver", 27, 2],
    ["smh", 21, 0],
    ["tke", 25, 5],
  ])("have in the service table of %s %i rows, of which %i repeat a common code", (service, rows, repeats) => {
    const codes = page(service).codes.map((row) => row.code);
    expect(codes).toHaveLength(rows);
    expect(codes.filter((code) => catalog.common.has(code))).toHaveLength(repeats);
  });

  it("are read in the language that their names say", () => {
    expect(pages.map(({ service, language }) => `${service} ${language}`)).toEqual([
      "cbs en",
      "emr en",
      "smh zh",
      "sqlserver zh",
      "tke zh",
    ]);
  });

  it("hold nothing odd", () => {
    expect(catalog.anomalies).toEqual([]);
  });
});

describe("codesOf", () => {
  it("keeps both descriptions of a code that stands in both tables", () => {
    const entry = codesOf(catalog, "cbs").get("InvalidParameterValue");
    expect(entry).toMatchObject({ common: true, own: true });
    expect(entry?.descriptions.filter(({ language }) => language === "en").map(({ text, table }) => `${table}: ${text}`)).toEqual([
      "common: Invalid parameter value",
      "common: Invalid parameter value.",
      "service: Invalid parameter value. Parameter value is in an incorrect format or is not supported.",
    ]);
  });

  it("gives the common codes for a service that the catalog does not know", () => {
    expect([...codesOf(catalog, "nosuch").keys()]).toEqual([...catalog.common.keys()]);
  });
});

describe("loadCatalog", () => {
  it("refuses a directory that does not exist", () => {
    expect(() => loadCatalog("no/such/catalog")).toThrow("The catalog directory does not exist.");
  });
});
