import { describe, expect, it } from "vitest";

import { tableOf } from "../../src/codemap/service.js";

const permanent = { class: "permanent", by: "family", evidence: "something must change first" } as const;
const pending = { class: "pending", by: "wording", evidence: "the state passes" } as const;
const text = (words: string) => [{ text: words, language: "en", table: "service" }] as const;
const common = { InternalError: { family: "InternalError", common: true, retry: pending, descriptions: [] } };

describe("tableOf", () => {
  it("puts the common codes before the service's own", () => {
    expect(Object.keys(tableOf(common, [pending], { "InvalidDisk.Busy": 0, AuthFailure: 0 }, {}))).toEqual(["InternalError", "InvalidDisk.Busy", "AuthFailure"]);
  });

  it("gives a code its family, its class and its descriptions", () => {
    const table = tableOf(common, [permanent, pending], { "InvalidDisk.Busy": 1 }, { "InvalidDisk.Busy": text("The disk is busy.") });
    expect(table["InvalidDisk.Busy"]).toEqual({ family: "InvalidDisk", common: false, retry: pending, descriptions: text("The disk is busy.") });
  });

  it("gives a code without description an empty list", () => {
    expect(tableOf(common, [permanent], { "InvalidDisk.Busy": 0 }, {})["InvalidDisk.Busy"].descriptions).toEqual([]);
  });

  it("keeps the service's own row of a common code, and calls it common", () => {
    const table = tableOf(common, [permanent], { InternalError: 0 }, { InternalError: text("The disk broke.") });
    expect(table.InternalError).toEqual({ family: "InternalError", common: true, retry: permanent, descriptions: text("The disk broke.") });
  });

  it("has a row for a code that is called __proto__, and keeps its prototype", () => {
    const table = tableOf(common, [permanent], { ["__proto__"]: 0 }, {});
    expect(Object.hasOwn(table, "__proto__")).toBe(true);
    expect(Object.getPrototypeOf(table)).toBe(Object.prototype);
  });

  it("takes no description from the prototype of the descriptions", () => {
    expect(tableOf(common, [permanent], { constructor: 0 }, {}).constructor.descriptions).toEqual([]);
  });
});
