import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { nearestCodes } from "../../src/catalog/nearest.js";
import { runs } from "./runs.js";

const word = fc.stringMatching(/^[A-Z][a-z]{1,6}$/);
const code = fc.tuple(word, word).map(([family, detail]) => `${family}.${detail}`);
const codes = fc.uniqueArray(code, { minLength: 1, maxLength: 30 });

describe("nearestCodes", () => {
  it("proposes documented codes only, three at most, none twice", () => {
    fc.assert(
      fc.property(fc.oneof(code, fc.string()), codes, (written, documented) => {
        const nearest = nearestCodes(written, documented);
        expect(nearest.length).toBeLessThanOrEqual(3);
        expect(new Set(nearest).size).toBe(nearest.length);
        expect(documented).toEqual(expect.arrayContaining([...nearest]));
      }),
      runs(300),
    );
  });

  it("proposes the same whatever the order of the documented codes", () => {
    fc.assert(
      fc.property(code, codes, (written, documented) => {
        expect(nearestCodes(written, documented.toReversed())).toEqual(nearestCodes(written, documented));
      }),
      runs(300),
    );
  });

  it("finds a code again that has two other characters", () => {
    fc.assert(
      fc.property(code, fc.nat(), fc.nat(), (documented, first, second) => {
        const characters = Array.from(documented);
        for (const place of [first, second]) characters[place % characters.length] = "q";
        expect(nearestCodes(characters.join(""), [documented])).toEqual([documented]);
      }),
      runs(300),
    );
  });

  it("finds a code again whose letter was lost", () => {
    fc.assert(
      fc.property(code, fc.nat(), (documented, place) => {
        const at = place % documented.length;
        expect(nearestCodes(documented.slice(0, at) + documented.slice(at + 1), [documented])).toEqual([documented]);
      }),
      runs(300),
    );
  });
});
