import { describe, expect, it } from "vitest";

import { InputError } from "../../src/catalog/input-error.js";
import { parseFacts } from "../../src/catalog/facts-read.js";
import { stringifyFacts } from "../../src/catalog/facts-write.js";
import type { ServiceFacts } from "../../src/catalog/facts.js";

const FACTS: ServiceFacts = {
  service: "cbs",
  product: 362,
  sdks: new Map([
    [
      "owner/sdk",
      {
        repository: "owner/sdk",
        commit: "0123abc",
        date: "2026-08-21",
        versions: new Map([
          [
            "2017-03-12",
            {
              codes: ["InvalidDisk.Busy", "InvalidParameter. Odd", "ResourceBusy"],
              actions: new Map([
                ["AttachDisks", ["InvalidDisk.Busy", "ResourceBusy"]],
                ["DescribeDisks", []],
                ["OddDisks", ["InvalidParameter. Odd"]],
              ]),
              withClientToken: ["AttachDisks", "OddDisks"],
              moreThanNamed: ["DescribeDisks"],
            },
          ],
        ]),
        tryAgainLater: ["InvalidDisk.Busy"],
        descriptions: new Map(),
      },
    ],
  ]),
};

const TEXT = `{
  "format": 1,
  "service": "cbs",
  "product": 362,
  "sdks": {
    "owner/sdk": {
      "commit": "0123abc",
      "date": "2026-08-21",
      "versions": {
        "2017-03-12": {
          "codes": [
            "InvalidDisk.Busy",
            "InvalidParameter. Odd",
            "ResourceBusy"
          ],
          "actions": {
            "AttachDisks": "InvalidDisk.Busy ResourceBusy",
            "DescribeDisks": "",
            "OddDisks": ["InvalidParameter. Odd"]
          },
          "withClientToken": [
            "AttachDisks",
            "OddDisks"
          ],
          "moreThanNamed": [
            "DescribeDisks"
          ]
        }
      },
      "tryAgainLater": [
        "InvalidDisk.Busy"
      ]
    }
  }
}
`;

function lineOf(text: string, file = "services/cbs.json"): string {
  try {
    parseFacts(text, file);
  } catch (error) {
    if (error instanceof Error && "line" in error) return String(error.line);
  }
  return "no error";
}

describe("facts files", () => {
  it.each(["bs", "s", "cbss", "tke"])("that name the service %s are refused under the name of another one", (service) => {
    expect(() => parseFacts(TEXT.replace('"cbs"', JSON.stringify(service)), "services/cbs.json")).toThrow(`The service "${service}" does not fit the file's name`);
  });

  it("have a code and an action on a line each", () => {
    expect(stringifyFacts(FACTS)).toBe(TEXT);
  });

  it("are read as they were written", () => {
    expect(parseFacts(TEXT, "services/cbs.json")).toEqual(FACTS);
  });

  it("of a version that did not tell the tokens are read, and stay silent about them", () => {
    const older = TEXT.replace(/,\n {10}"withClientToken": \[[^\]]*\]/, "").replace(/,\n {10}"moreThanNamed": \[[^\]]*\]/, "");
    const facts = parseFacts(older, "services/cbs.json");
    expect(facts.sdks.get("owner/sdk")?.versions.get("2017-03-12")).not.toHaveProperty("withClientToken");
    expect(facts.sdks.get("owner/sdk")?.versions.get("2017-03-12")).not.toHaveProperty("moreThanNamed");
    expect(stringifyFacts(facts)).toBe(older);
  });

  it("tell no tokens from tokens that nobody told", () => {
    const none = TEXT.replace(/("withClientToken": )\[[^\]]*\]/, "$1[]");
    const facts = parseFacts(none, "services/cbs.json");
    expect(facts.sdks.get("owner/sdk")?.versions.get("2017-03-12")?.withClientToken).toEqual([]);
    expect(stringifyFacts(facts)).toBe(none);
  });

  it("keep descriptions where the import was told to", () => {
    const [repository, sdk] = [...FACTS.sdks][0] ?? [];
    if (repository === undefined || sdk === undefined) throw new Error("no SDK");
    const described = { ...FACTS, sdks: new Map([[repository, { ...sdk, descriptions: new Map([["ResourceBusy", '"*/ `${x}`']]) }]]) };
    expect(parseFacts(stringifyFacts(described), "services/cbs.json")).toEqual(described);
  });

  it.each([
    ["another format", TEXT.replace('"format": 1', '"format": 7'), "services/cbs.json:2:3: The facts are in format 7; this version reads format 1."],
    ["broken JSON", TEXT.replace("[\n", "[,\n"), "services/cbs.json:11:21: The file is not valid JSON: "],
    ["JSON that ends early", TEXT.slice(0, 40), "services/cbs.json:"],
    ["a code that is none", TEXT.replaceAll("ResourceBusy", "no code!"), 'services/cbs.json:14:14: "no code!" is no error code.'],
    ["an action with a path for a name", TEXT.replace("AttachDisks", "../evil"), 'services/cbs.json:17:13: "../evil" is no name of an action.'],
    ["another service's name", TEXT.replace('"cbs"', '"cvm"'), 'services/cbs.json:3:3: The service "cvm" does not fit the file\'s name'],
    ["a version that is none", TEXT.replace("2017-03-12", "latest"), 'services/cbs.json:10:9: "latest" is no API version.'],
    ["a token of an action that is none", TEXT.replace('"AttachDisks",', '"AttachDisk",'), 'services/cbs.json:21:11: "withClientToken" holds "AttachDisk", which is none of the actions.'],
    ["an action that does more and is none", TEXT.replace(/("moreThanNamed": \[\s+)"DescribeDisks"/, '$1"DescribeDisk"'), '"moreThanNamed" holds "DescribeDisk", which is none of the actions.'],
    ["tokens that are no list", TEXT.replace(/("withClientToken": )\[[^\]]*\]/, "$1{}"), 'services/cbs.json:21:11: "withClientToken" must be a list of actions.'],
    ["codes that are no list", TEXT.replace(/("codes": )\[[^\]]*\]/, "$1{}"), 'services/cbs.json:11:11: "codes" must be a list of codes.'],
    ["a code that is no text", TEXT.replace('"InvalidDisk.Busy",', "5,"), 'services/cbs.json:11:11: "codes" must hold codes only.'],
    ["a service that is no text", TEXT.replace('"cbs"', "5"), 'services/cbs.json:3:3: The member "service" must be a text.'],
    ["a list instead of an object", "[]", "services/cbs.json:1:1: The file must be an object."],
  ])("with %s are refused with the place", (_, text, expected) => {
    expect(lineOf(text)).toContain(expected);
  });

  it("keep actions named like members of every object", () => {
    const text = TEXT.replaceAll("AttachDisks", "constructor").replaceAll("DescribeDisks", "__proto__");
    const [sdk] = parseFacts(text, "services/cbs.json").sdks.values();
    expect([...(sdk?.versions.get("2017-03-12")?.actions.keys() ?? [])]).toEqual(["OddDisks", "__proto__", "constructor"]);
  });
});

describe("facts that are not as import writes them", () => {
  const refused = (text: string): string => {
    try {
      parseFacts(text, "services/cbs.json");
      return "";
    } catch (error) {
      return error instanceof InputError ? error.line : String(error);
    }
  };

  it.each([
    ["a member that stands twice", TEXT.replace('"AttachDisks": "InvalidDisk.Busy ResourceBusy"', '"DescribeDisks": "ResourceBusy"'), 'services/cbs.json:18:13: The member "DescribeDisks" stands twice in one object.'],
    ["a name written in two ways", TEXT.replace('"product": 362', '"product": 362, "produc\\u0074": 1'), 'The member "product" stands twice in one object.'],
    ["a negative product", TEXT.replace("362", "-5"), "services/cbs.json:4:3: The product must be a whole number above 0."],
    ["a day that is none", TEXT.replace("2026-08-21", "2026-13-01"), 'services/cbs.json:8:7: The member "date" holds "2026-13-01", which is not a day such as "2026-08-21".'],
    ["a commit that is none", TEXT.replace("0123abc", "main"), 'services/cbs.json:7:7: The member "commit" holds "main", which is not the id of a commit.'],
    ["a repository that is none", TEXT.replace("owner/sdk", "owner"), 'services/cbs.json:6:5: "owner" is no name of a repository'],
    ["a service that cannot be one", TEXT.replace('"cbs"', '"index"'), 'services/cbs.json:3:3: "index" cannot be the name of a service'],
    ["a format that is nested deeper than the stack", `{"format":${"[".repeat(100_000)}${"]".repeat(100_000)}}`, "services/cbs.json:1:2: The facts are in format a list; this version reads format 1."],
    ["no JSON after many spaces", `[${" ".repeat(1000)}x`, 'services/cbs.json:1:1002: The file is not valid JSON: there is an unexpected "x".'],
    ["a code with a line end in it", TEXT.replaceAll("InvalidParameter. Odd", "InvalidParameter.\\nOdd"), "is no error code."],
  ])("%s", (_, text, message) => {
    expect(refused(text)).toContain(message);
  });

  it("may begin with the mark that editors on Windows write", () => {
    expect(stringifyFacts(parseFacts(`\ufeff${TEXT}`, "services/cbs.json"))).toBe(TEXT);
  });

  it("may have the same name in different objects", () => {
    expect(refused(TEXT)).toBe("");
  });
});
