import { describeIndicators } from "reference-regions";
import { describe, expect, it } from "vitest";
import { makeFramework, makeTable } from "../support/tables.js";

const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

function only(x: readonly (number | null)[], kind?: "nominal" | "ordinal" | "binary" | "asymmetric-binary") {
  const framework = makeFramework({
    indicators: [{ id: "x", ...(kind === undefined ? {} : { kind }) }, "other"],
  });
  const table = makeTable({ x, other: x.map((_, i) => i) }, { framework });
  return describeIndicators(table).find(({ id }) => id === "x")!;
}

describe("describeIndicators", () => {
  it("tells what is there, without guessing what is missing", () => {
    expect(only([4, null, 1, 3, 2])).toEqual({
      id: "x",
      role: "structural",
      count: 4,
      coverage: 0.8,
      min: 1,
      q1: 1.75,
      median: 2.5,
      mean: 2.5,
      q3: 3.25,
      max: 4,
      sd: expect.closeTo(Math.sqrt(5 / 3), 14),
      skewness: 0,
      kurtosis: expect.closeTo(-1.2, 12),
      outliers: "none",
      suggestion: "No treatment needed.",
    });
  });

  it("describes performance indicators, too, in the framework's order", () => {
    const framework = makeFramework({ indicators: ["b", { id: "gdp", role: "performance" }, "a"] });
    const table = makeTable({ a: [1, 2], b: [3, 4], gdp: [5, 6] }, { framework });
    expect(describeIndicators(table).map(({ id, role }) => `${id} ${role}`)).toEqual([
      "b structural",
      "gdp performance",
      "a structural",
    ]);
  });

  it("of an empty column says so and has no numbers", () => {
    expect(only([null, null, null])).toEqual({
      id: "x",
      role: "structural",
      count: 0,
      coverage: 0,
      min: null,
      q1: null,
      median: null,
      mean: null,
      q3: null,
      max: null,
      sd: null,
      skewness: null,
      kurtosis: null,
      outliers: "empty",
      suggestion: "No figures: leave it out.",
    });
  });

  it("of a constant column says that it cannot tell regions apart", () => {
    expect(only([5, 5, 5])).toMatchObject({
      mean: 5,
      sd: 0,
      skewness: null,
      kurtosis: null,
      outliers: "constant",
      suggestion: "The same everywhere: it cannot tell regions apart and gets weight 0.",
    });
  });

  it("of a single figure has no spread", () => {
    expect(only([5, null, null])).toMatchObject({ count: 1, min: 5, max: 5, sd: null, outliers: "constant" });
  });

  it("has skewness from three figures and kurtosis from four", () => {
    expect(only([1, 2]).skewness).toBeNull();
    expect(only([1, 2, 4]).skewness).not.toBeNull();
    expect(only([1, 2, 4]).kurtosis).toBeNull();
    expect(only([1, 2, 4, 9]).kurtosis).not.toBeNull();
  });

  it.each(["nominal", "ordinal", "binary", "asymmetric-binary"] as const)(
    "does not look for outliers in %s",
    (kind) => {
      expect(only([...upTo(30).map(() => 0), 1], kind)).toMatchObject({
        outliers: "categories",
        suggestion: "Categories or ranks: not treated; compare them with the metric gower.",
      });
    },
  );

  it("counts the regions to winsorise, one", () => {
    expect(only([...upTo(9), 100])).toMatchObject({
      outliers: "fails",
      suggestion: 'Outliers: winsorise 1 region at the high end (the treatment "auto" does).',
    });
  });

  it("or several, at the low end", () => {
    expect(only([-1000, ...upTo(40), -1000]).suggestion).toBe(
      'Outliers: winsorise 2 regions at the low end (the treatment "auto" does).',
    );
  });

  it("suggests the logarithm for a long right tail", () => {
    const tail = upTo(199).map((i) => (i / (200 - i)) ** 0.8);
    expect(only(tail).suggestion).toBe('A long right tail: take the logarithm (the treatment "auto" does).');
    expect(only(tail.map((value) => -value)).suggestion).toBe(
      'A long left tail: take the logarithm (the treatment "auto" does).',
    );
  });

  it("says when neither helps", () => {
    expect(only([...upTo(60).map((i) => 1000 + i), ...upTo(6).map(() => 1e12)]).suggestion).toBe(
      "Outliers that neither winsorising nor the logarithm removes: try box-cox or rank.",
    );
  });
});
