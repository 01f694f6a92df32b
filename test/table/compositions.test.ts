import { describe, expect, it } from "vitest";
import { checkCompositions } from "../../src/table/compositions.js";
import { makeFramework, makeTable } from "../support/tables.js";

const parts = ["a", "b"].map((id) => ({ id, composition: "shares" }));

/** Notes on two shares, read without them. */
function notesOn(
  a: (number | null)[],
  b: (number | null)[],
  stated: { total?: number; tolerance?: number } = {},
) {
  const { regions, columns } = makeTable({ a, b });
  const framework = makeFramework({ indicators: parts, compositions: [{ id: "shares", ...stated }] });
  return checkCompositions(framework, regions, columns);
}

describe("checkCompositions", () => {
  it("is silent where shares add to 100 within 1, the ends included", () => {
    expect(notesOn([50, 49, 60, 50.5], [50, 50, 41, 50.5])).toEqual([]);
  });

  it("does not take a rounding of the sum for a fault", () => {
    expect(notesOn([33.3, 0.1], [67.7, 98.9])).toEqual([]);
    const thirds = notesOn([0.1, 0.3], [0.21, 0.71], { total: 0.3, tolerance: 0.01 });
    expect(thirds.map(({ regions }) => regions)).toEqual([["R02"]]);
  });

  it("notes sums below and above, the furthest by name", () => {
    const [note, ...others] = notesOn([50, 40, 70], [50, 50, 31.1]);
    expect(others).toEqual([]);
    expect(note).toMatchObject({ code: "composition-does-not-add-up", regions: ["R02", "R03"] });
    expect(note!.message).toContain("in 2 of 3 regions; furthest is R02 with 90.");
  });

  it("does not judge regions with a missing share", () => {
    expect(notesOn([50, 40, 10], [50, null, null])).toEqual([]);
  });

  it("holds to the stated total and tolerance", () => {
    expect(notesOn([0.5, 0.4], [0.5, 0.55], { total: 1, tolerance: 0.06 })).toEqual([]);
    expect(notesOn([0.5, 0.4], [0.5, 0.55], { total: 1, tolerance: 0.04 })[0]!.message).toBe(
      "The shares of shares do not add to 1 (within 0.04) in 1 of 2 regions; furthest is R02 with 0.95.",
    );
  });

  it("suggests fractions only where the sums are near 1", () => {
    expect(notesOn([0.5, 0.4], [0.5, 0.55])[0]!.message).toContain('state { id: "shares", total: 1 }');
    expect(notesOn([50, 40], [50, 50])[0]!.message).not.toContain("fractions");
  });

  it("looks at each set by itself, declared or not", () => {
    const { regions, columns } = makeTable({ a: [100, 100], b: [90, 100], c: [10, 10] });
    const framework = makeFramework({
      indicators: [
        { id: "a", composition: "one" },
        { id: "b", composition: "two" },
        { id: "c", composition: "two" },
      ],
    });
    expect(checkCompositions(framework, regions, columns).map(({ composition }) => composition)).toEqual([
      "two",
    ]);
  });
});
