import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import { renderAnomalies } from "../../src/catalog/anomalies-report.js";
import { loadCatalog } from "../../src/store/read/load.js";
import { readState } from "../../src/store/read/state.js";
import { textsOf } from "../../src/store/write/texts.js";
import { countSdk } from "../../src/commands/import/totals.js";

const REPOSITORY = "TencentCloud/tencentcloud-sdk-go";
const state = readState("catalog");

describe("the committed facts", () => {
  it("are of one commit of the SDK", () => {
    const stamps = new Set([...state.facts.values()].map(({ sdks }) => `${sdks.get(REPOSITORY)?.commit} ${sdks.get(REPOSITORY)?.date}`));
    expect([...stamps]).toEqual(["144f6c8d39e410da77a70472f1416e9903740593 2026-08-21"]);
  });

  it("have the totals of that commit", () => {
    expect(countSdk(state.facts.values(), REPOSITORY)).toEqual({
      services: 258,
      versions: 296,
      codeEntries: 16_931,
      distinctCodes: 11_868,
      actions: 15_210,
      actionsWithCodes: 15_057,
      actionCodePairs: 136_057,
      pairsOutside: 0,
      actionsWithClientToken: 78,
    });
  });

  it("carry no descriptions", () => {
    const described = [...state.facts.values()].filter(({ sdks }) => [...sdks.values()].some((sdk) => sdk.descriptions.size > 0));
    expect(described).toEqual([]);
  });

  it("are written as `import` writes them", () => {
    for (const [path, text] of textsOf(state)) expect(text, path).toBe(readFileSync(`catalog/${path}`, "utf8"));
  });
});

describe("the catalog of pages and facts together", () => {
  const catalog = loadCatalog("catalog");

  it("drops nothing that a page documents", () => {
    for (const { fragment } of state.pages.values()) {
      const codes = catalog.services.get(fragment.service)?.codes;
      expect(fragment.codes.filter((row) => codes?.has(row.code) !== true)).toEqual([]);
    }
  });

  it("says for each code which kinds of source list it", () => {
    const codes = catalog.services.get("cbs")?.codes;
    expect(codes?.get("InvalidDisk.Busy")?.sources).toEqual(["error-code-page", "go-sdk"]);
    expect(codes?.get("ZoneNotMatch")?.sources).toEqual(["error-code-page"]);
    expect(codes?.get("LimitExceeded.TagQuotaLimitExceeded")?.sources).toEqual(["go-sdk"]);
  });

  it("keeps the versions of a service, oldest first", () => {
    expect(catalog.services.get("tke")?.versions).toEqual(["2018-05-25", "2022-05-01"]);
  });

  it("says which actions have a token, in any version of their service", () => {
    const actions = [...catalog.services.values()].flatMap(({ id, withClientToken }) => withClientToken?.map((action) => `${id} ${action}`) ?? []);
    expect(actions).toHaveLength(75);
    expect(new Set(actions.map((action) => action.split(" ")[0])).size).toBe(22);
    expect(actions).toEqual(expect.arrayContaining(["cbs CreateDisks", "cvm RunInstances", "thpc CreateCluster", "vpc AllocateAddresses"]));
    expect(catalog.services.get("cbs")?.withClientToken).toEqual(["CreateDisks"]);
  });

  it("knows of every service whether its actions have a token", () => {
    expect([...catalog.services.values()].filter(({ withClientToken }) => withClientToken === undefined)).toEqual([]);
  });

  it("knows which actions do more than look something up, although they are named so", () => {
    expect(catalog.services.get("sts")?.moreThanNamed).toEqual(expect.arrayContaining(["GetFederationToken", "GetSessionToken"]));
    expect(catalog.services.get("cwp")?.moreThanNamed).toContain("DescribeExportMachines");
    expect(catalog.services.get("cbs")?.moreThanNamed).toEqual([]);
    expect([...catalog.services.values()].filter(({ moreThanNamed }) => moreThanNamed === undefined)).toEqual([]);
  });

  it("keeps a service without codes of its own", () => {
    expect([...catalog.services.values()].filter((service) => service.codes.size === 0).length).toBeGreaterThan(0);
  });

  it("has its anomalies in the committed report", () => {
    expect(renderAnomalies(catalog)).toBe(readFileSync("catalog/ANOMALIES.md", "utf8"));
  });
});
