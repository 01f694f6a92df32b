import { buildSpace, distanceBetween, measureDistances, OptionsError, prepare } from "reference-regions";
import { describe, expect, it } from "vitest";
import { makeTable } from "../support/tables.js";

// On one line at 0, 1, 3, 7 and 15: every distance is told by its pair.
const line = makeTable({ x: [0, 1, 3, 7, 15] }, { regions: ["ES21", "ES22", "ES30", "FR10", "DE60"] });
const matrix = measureDistances(buildSpace(prepare(line, { normalise: "none" }), { metric: "manhattan" }));

describe("measureDistances", () => {
  it("lists every pair once: (0,1), (0,2), ..., (1,2), ... as scipy pdist", () => {
    expect([...matrix.values]).toEqual([1, 3, 7, 15, 2, 6, 14, 4, 12, 8]);
    expect(matrix.metric).toBe("manhattan");
    expect(matrix.regions).toBe(line.regions);
  });

  it("has NaN inside for a pair that shares too little", () => {
    const table = makeTable({ x: [0, 1, 3], y: [1, null, 3] });
    const { values } = measureDistances(buildSpace(prepare(table)));
    expect([...values].map(Number.isNaN)).toEqual([true, false, true]);
  });
});

describe("distanceBetween", () => {
  it("finds each pair, in either order", () => {
    const places: Record<string, number> = { ES21: 0, ES22: 1, ES30: 3, FR10: 7, DE60: 15 };
    for (const [a, x] of Object.entries(places))
      for (const [b, y] of Object.entries(places))
        expect(distanceBetween(matrix, a, b)).toBe(Math.abs(x - y));
  });

  it("is null, not NaN, for a pair that shares too little, and 0 for a region and itself", () => {
    const table = makeTable({ x: [0, 1, 3], y: [1, null, 3] });
    const thin = measureDistances(buildSpace(prepare(table)));
    expect(distanceBetween(thin, "R01", "R02")).toBeNull();
    expect(distanceBetween(thin, "R02", "R02")).toBe(0);
  });

  it("answers an unknown region with the nearest id", () => {
    expect(() => distanceBetween(matrix, "ES21", "FR11")).toThrow(OptionsError);
    expect(() => distanceBetween(matrix, "ES21", "FR11")).toThrow(
      'region: expected the id of a region of the space, got "FR11". Did you mean "FR10"?',
    );
  });

  it("or with the first few ids where none is near", () => {
    expect(() => distanceBetween(matrix, "Bizkaia", "ES21")).toThrow(
      'got "Bizkaia". Known are ES21, ES22, ES30, FR10, DE60.',
    );
    const many = makeTable({ x: [1, 2, 3, 4, 5, 6] });
    const space = buildSpace(prepare(many));
    expect(() => distanceBetween(measureDistances(space), "Bizkaia", "R01")).toThrow(
      "Known are R01, R02, R03, R04, R05 and 1 more.",
    );
  });

  it("does not take the names that every JavaScript object has for regions", () => {
    for (const name of ["__proto__", "constructor", "toString"])
      expect(() => distanceBetween(matrix, name, "ES21")).toThrow(OptionsError);
  });
});
