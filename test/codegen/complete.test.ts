import { createRequire } from "node:module";

import type { ServiceTable } from "tencentcloud-error-codes";
import { allServiceCodes, serviceIds, servicesDocumenting } from "tencentcloud-error-codes/registry";
import { describe, expect, it } from "vitest";

import { loadCatalog } from "../../src/store/read/load.js";

const catalog = loadCatalog("catalog");
const load = createRequire(import.meta.url);

function tableOf(id: string): ServiceTable {
  return (load(`tencentcloud-error-codes/${id}`) as { service: ServiceTable }).service;
}

describe("the committed code map", { timeout: 30_000 }, () => {
  it("has every service of the catalog", () => {
    expect(serviceIds).toEqual([...catalog.services.keys()]);
  });

  it("has exactly the common codes and the service's own for each service", () => {
    const wrong = [...catalog.services.values()].filter(({ id, codes }) => {
      const expected = new Set([...catalog.common.keys(), ...codes.keys()]);
      const found = Object.keys(tableOf(id).codes);
      return found.length !== expected.size || !found.every((code) => expected.has(code));
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it("has exactly the codes of each action", () => {
    const wrong = [...catalog.services.values()].filter(({ id, actions }) => JSON.stringify(tableOf(id).actions) !== JSON.stringify(Object.fromEntries(actions)));
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it("has exactly the services of each code", () => {
    const own = [...catalog.services.values()].flatMap(({ id, codes }) => [...codes.keys()].map((code) => `${code} ${id}`));
    const found = [...allServiceCodes()].flatMap((code) => servicesDocumenting(code).map((id) => `${code} ${id}`));
    expect(found.length).toBe(own.length);
    expect(new Set(found)).toEqual(new Set(own));
  });

  it("has the same class for a common code in every table", () => {
    const classes = new Set(serviceIds.map((id) => tableOf(id).codes["ResourceUnavailable"]?.retry.class));
    expect([...classes]).toEqual(["pending"]);
  });
});
