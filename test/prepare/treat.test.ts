import { type PrepareOptions, prepare } from "reference-regions";
import { describe, expect, it } from "vitest";
import { makeTable } from "../support/tables.js";

const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

function treated(x: readonly (number | null)[], treat: PrepareOptions["treat"] = "auto") {
  const { columns, steps, notes } = prepare(makeTable({ x, other: x.map((_, i) => i) }), {
    treat,
    normalise: "none",
  });
  return { column: columns.x!, step: steps.x!.treated, notes };
}

describe("treatment of outliers", () => {
  it("leaves a column that passes alone", () => {
    const { column, step } = treated(upTo(20));
    expect(column).toEqual(upTo(20));
    expect(step).toMatchObject({ method: "auto", verdict: "passed", cells: [] });
    expect(step.before).toEqual(step.after);
    expect(step.before.skewness).toBeCloseTo(0, 12);
    expect(step.before.kurtosis).toBeCloseTo(-1.2, 12);
  });

  it("moves a lone far value to the next one, and says so", () => {
    const { column, step } = treated([...upTo(9), 100]);
    expect(column).toEqual([...upTo(9), 9]);
    expect(step.verdict).toBe("winsorised");
    expect(step.winsorised).toEqual({ points: 1, side: "high", limit: 9 });
    expect(step.cells).toEqual([{ region: "R10", from: 100, to: 9 }]);
    expect(Math.abs(step.before.skewness!)).toBeGreaterThan(2);
    expect(Math.abs(step.after.skewness!)).toBeLessThan(2);
  });

  it("works on the side of the skew", () => {
    const { column, step } = treated([-100, ...upTo(9)]);
    expect(column).toEqual([1, ...upTo(9)]);
    expect(step.winsorised).toEqual({ points: 1, side: "low", limit: 1 });
  });

  it("moves equal values together", () => {
    const { column, step } = treated([1000, ...upTo(40), 1000]);
    expect(column).toEqual([40, ...upTo(40), 40]);
    expect(step.winsorised).toEqual({ points: 2, side: "high", limit: 40 });
  });

  it("stops as soon as the column passes: what is not far is not touched", () => {
    // With 3000 on 60 the column passes, although 60 is the next furthest.
    const { step } = treated([...upTo(40), 60, 3000]);
    expect(step.winsorised).toEqual({ points: 1, side: "high", limit: 60 });
  });

  it("takes the logarithm of the original where five points do not mend the column", () => {
    const x = [...upTo(60), 1e4, 1e4, 1e4, 1e4, 1e4, 1e4];
    const { column, step } = treated(x);
    expect(step.log).toEqual({ shift: 0, reflected: false });
    expect(step.winsorised).toBeUndefined();
    expect(column).toEqual(x.map((value) => Math.log(value)));
    // ln 1 is 0: every cell is touched.
    expect(step.cells.length).toBe(66);
  });

  it("never splits a group of equal values: six of them are more than five points", () => {
    const x = [...upTo(60), 1e4, 1e4, 1e4, 1e4, 1e4, 1e4];
    const { column, step, notes } = treated(x, "winsorise");
    expect(column).toEqual(x);
    expect(step.verdict).toBe("still-failing");
    expect(step.cells).toEqual([]);
    expect(notes).toContainEqual({
      code: "still-skewed",
      indicator: "x",
      message: "Indicator x still has outliers after treatment (winsorised).",
    });
  });

  it("winsorises as many points as it is allowed", () => {
    const x = [...upTo(60), 1e4, 1e4, 1e4];
    expect(treated(x, { method: "auto", maxPoints: 3 }).step.winsorised!.points).toBe(3);
    expect(treated(x, { method: "auto", maxPoints: 2 }).step.log).toBeDefined();
    expect(treated(x, { method: "winsorise", maxPoints: 0 }).step.verdict).toBe("still-failing");
  });

  it("does not ask of two values whether one is an outlier", () => {
    expect(treated([0, 1e9]).step).toMatchObject({
      verdict: "passed",
      before: { skewness: null, kurtosis: null },
    });
  });

  it("treats the figures that are there and leaves gaps gaps", () => {
    const { column } = treated([null, ...upTo(9), 100, null]);
    expect(column).toEqual([null, ...upTo(9), 9, null]);
  });

  it("does not make all regions equal: the one region that differs keeps its difference", () => {
    const x = [...Array.from({ length: 24 }, () => 0), 1];
    const { column } = treated(x);
    expect(new Set(column).size).toBe(2);
  });
});

describe("the logarithm on request", () => {
  it("is the natural one for positive values with a long right tail", () => {
    const { column, step } = treated([1, Math.E, Math.E ** 4], "log");
    expect(step.verdict).toBe("logged");
    expect(column.map((value) => value!.toFixed(12))).toEqual([
      "0.000000000000",
      "1.000000000000",
      "4.000000000000",
    ]);
  });

  it("begins at 1 % of the range where values are zero or negative", () => {
    const { column, step } = treated([-10, 0, 90], "log");
    expect(step.log).toEqual({ shift: 11, reflected: false });
    expect(column).toEqual([Math.log(1), Math.log(11), Math.log(101)]);
  });

  it("is reflected for a long left tail, so that the order stays", () => {
    const { column, step } = treated([0, 98, 100], "log");
    expect(step.log).toEqual({ shift: 101, reflected: true });
    expect(column.map((value) => value!.toFixed(12))).toEqual(
      [-Math.log(101), -Math.log(3), 0].map((value) => value.toFixed(12)),
    );
  });

  it("is taken of every column, also of one that passes", () => {
    const { column, step } = treated(upTo(20), "log");
    expect(step.verdict).toBe("logged");
    // The skewness of 1..20 is 0: no left tail, ln(x).
    expect(column).toEqual(upTo(20).map((value) => Math.log(value)));
  });

  it("is taken of two values, too", () => {
    expect(treated([1, Math.E], "log").column).toEqual([0, 1]);
  });

  it("gives no negative zero, which JSON would not keep", () => {
    const { column } = treated([0, 98, 100], "log");
    expect(JSON.parse(JSON.stringify(column))).toStrictEqual(column);
  });
});

describe("no treatment", () => {
  it("touches nothing and still says how skewed the column is", () => {
    const { column, step } = treated([...upTo(9), 100], "none");
    expect(column).toEqual([...upTo(9), 100]);
    expect(step.verdict).toBe("untreated");
    expect(step.before.skewness!).toBeGreaterThan(2);
    expect(step.cells).toEqual([]);
  });
});
