import { describe, expect, it } from "vitest";
import type { ErrorCodeInfo, RetryClass, ServiceTable } from "tencentcloud-error-codes";
import type { CodeMap } from "../../src/analysis/knowledge/code-map.js";
import { joinCodeMaps } from "../../src/analysis/knowledge/joined-code-map.js";

function info(name: RetryClass): ErrorCodeInfo {
  return { family: "Any", common: false, retry: { class: name, by: "code", evidence: "" }, descriptions: [] };
}

/** The code map of one service. */
function mapOf(versions: readonly string[], codes: Readonly<Record<string, RetryClass>>, actions: ServiceTable["actions"], { reads, day }: { readonly reads?: boolean; readonly day?: string } = {}): CodeMap {
  const table: ServiceTable = { id: "cbs", versions, codes: Object.fromEntries(Object.entries(codes).map(([code, name]) => [code, info(name)])), actions };
  return {
    serviceIds: () => ["cbs"],
    commonCodes: () => ({}),
    table: () => table,
    servicesWithAction: () => [],
    servicesDocumenting: (code) => (Object.hasOwn(codes, code) ? ["cbs"] : []),
    serviceCodes: () => Object.keys(codes),
    classAnywhere: (code) => codes[code] ?? "unclassified",
    takesClientToken: () => undefined,
    documentedOn: () => day,
    onlyReads: () => reads,
  };
}

const ofPackage = mapOf(["2017-03-12"], { "Disk.Busy": "permanent", "Disk.Old": "permanent" }, { Attach: ["Disk.Busy", "Disk.Old"], Read: ["Disk.Old"] }, { reads: true, day: "2026-08-21" });

describe("a code map beside the package's", () => {
  const joined = joinCodeMaps(ofPackage, mapOf(["2017-03-12"], { "Disk.Busy": "pending", "Disk.New": "transient" }, { Attach: ["Disk.Busy", "Disk.New"], Read: [] }));

  it("adds codes to those of the package", () => {
    expect(Object.keys(joined.table("cbs").codes).sort()).toEqual(["Disk.Busy", "Disk.New", "Disk.Old"]);
  });

  it("is right about a code of both", () => {
    expect(joined.table("cbs").codes["Disk.Busy"]?.retry.class).toBe("pending");
    expect(joined.classAnywhere("Disk.Busy")).toBe("pending");
  });

  it("is right about an action of both", () => {
    expect(joined.table("cbs").actions["Attach"]).toEqual(["Disk.Busy", "Disk.New"]);
  });

  it("takes no list away where its own is empty", () => {
    expect(joined.table("cbs").actions["Read"]).toEqual(["Disk.Old"]);
  });

  it("leaves to the package what it does not tell of an action", () => {
    expect(joined.onlyReads("cbs", "Read")).toBe(true);
  });
});

describe("a code map of an earlier API version than the package's", () => {
  const joined = joinCodeMaps(ofPackage, mapOf(["2016-01-01"], { "Disk.Busy": "pending", "Disk.New": "transient" }, { Attach: ["Disk.New"], Wait: ["Disk.New"] }));

  it("still adds codes and actions", () => {
    expect(Object.keys(joined.table("cbs").codes).sort()).toEqual(["Disk.Busy", "Disk.New", "Disk.Old"]);
    expect(joined.table("cbs").actions["Wait"]).toEqual(["Disk.New"]);
  });

  it("is overruled where both speak", () => {
    expect(joined.table("cbs").codes["Disk.Busy"]?.retry.class).toBe("permanent");
    expect(joined.table("cbs").actions["Attach"]).toEqual(["Disk.Busy", "Disk.Old"]);
  });
});

describe("a code map of the same API version as the package's", () => {
  const classOf = (day?: string): string | undefined => joinCodeMaps(ofPackage, mapOf(["2017-03-12"], { "Disk.Busy": "pending" }, { Read: ["Disk.Busy"] }, { reads: false, ...(day === undefined ? {} : { day }) })).table("cbs").codes["Disk.Busy"]?.retry.class;

  it("is right where it is of a later day", () => {
    expect(classOf("2026-09-01")).toBe("pending");
  });

  it("is overruled where it is of an earlier day", () => {
    expect(classOf("2026-08-20")).toBe("permanent");
  });

  it("is right where it tells no day", () => {
    expect(classOf()).toBe("pending");
  });

  it("is asked about actions after the package where it is of an earlier day", () => {
    const older = mapOf(["2017-03-12"], {}, { Read: [] }, { reads: false, day: "2026-08-20" });
    expect(joinCodeMaps(ofPackage, older).onlyReads("cbs", "Read")).toBe(true);
    expect(joinCodeMaps(ofPackage, mapOf(["2017-03-12"], {}, { Read: [] }, { reads: false, day: "2026-08-22" })).onlyReads("cbs", "Read")).toBe(false);
  });
});

it("a later API version is newer, whatever the day", () => {
  const own = mapOf(["2020-01-01"], { "Disk.Busy": "pending" }, {}, { day: "2026-01-01" });
  expect(joinCodeMaps(ofPackage, own).table("cbs").codes["Disk.Busy"]?.retry.class).toBe("pending");
});
