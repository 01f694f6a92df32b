import { OptionsError, prepare, principalComponents } from "reference-regions";
import { describe, expect, it } from "vitest";
import { errorOf, messagesOf } from "../support/problems.js";
import { makeTable } from "../support/tables.js";

const columns = {
  a: [1, 4, 2, 8, 5, 7, 3, 6, 9, 2],
  b: [2, 3, 1, 9, 6, 4, 4, 7, 8, 1],
  c: [9, 1, 7, 3, 2, 2, 8, 4, 1, 6],
  d: [3, 9, 2, 4, 8, 1, 7, 5, 3, 6],
};
const prepared = prepare(makeTable(columns), { treat: "none" });
const found = principalComponents(prepared);

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const variance = (values: readonly number[]) => {
  const mean = sum(values) / values.length;
  return sum(values.map((value) => (value - mean) ** 2)) / (values.length - 1);
};

describe("principalComponents", () => {
  it("has eigenvalues in descending order that add up to the number of indicators", () => {
    expect([...found.eigenvalues].sort((x, y) => y - x)).toEqual(found.eigenvalues);
    expect(sum(found.eigenvalues)).toBeCloseTo(4, 12);
    found.explained.forEach((share, c) => {
      expect(share).toBeCloseTo(found.eigenvalues[c]! / 4, 13);
    });
  });

  it("has loadings whose squares add up to the eigenvalue by component and to 1 by indicator", () => {
    found.eigenvalues.forEach((value, c) => {
      expect(sum(found.loadings.map((row) => row[c]! ** 2))).toBeCloseTo(value, 12);
    });
    for (const row of found.loadings) expect(sum(row.map((one) => one ** 2))).toBeCloseTo(1, 12);
  });

  it("has scores with the eigenvalue for variance and no correlation", () => {
    const scores = found.eigenvalues.map((_, c) => found.scores.map((row) => row[c]!));
    scores.forEach((own, c) => {
      expect(variance(own)).toBeCloseTo(found.eigenvalues[c]!, 12);
      for (const other of scores.slice(c + 1))
        expect(sum(own.map((value, i) => value * other[i]!))).toBeCloseTo(0, 11);
    });
  });

  it("has loadings that are the correlations of indicators with scores", () => {
    Object.values(columns).forEach((column, k) => {
      const mean = sum(column) / column.length;
      found.eigenvalues.forEach((value, c) => {
        const covariance = sum(column.map((x, i) => (x - mean) * found.scores[i]![c]!)) / (column.length - 1);
        expect(covariance / Math.sqrt(variance(column) * value)).toBeCloseTo(found.loadings[k]![c]!, 11);
      });
    });
  });

  it("points each component so that its largest loading is positive, whatever the sign of the columns", () => {
    const turned = principalComponents(
      prepare(makeTable({ ...columns, a: columns.a.map((x) => -x), c: columns.c.map((x) => -x) })),
    );
    for (const { loadings, eigenvalues } of [found, turned])
      eigenvalues.forEach((_, c) => {
        const own = loadings.map((row) => row[c]!);
        expect(own).toContain(Math.max(...own.map(Math.abs)));
      });
  });

  it("gives no scores to a region with a gap, and says on how many it rests", () => {
    const gap = principalComponents(
      prepare(makeTable({ ...columns, b: columns.b.map((x, i) => (i === 3 ? null : x)) })),
    );
    expect(gap.regions).toEqual(prepared.regions.map(({ id }) => id));
    expect(gap.scores[3]).toEqual([null, null, null, null]);
    expect(gap.scores.filter((row) => row.includes(null))).toHaveLength(1);
    expect(gap.notes).toContainEqual({
      code: "incomplete-regions",
      regions: 1,
      complete: 9,
      of: 10,
      message: "Principal components rest on the 9 of 10 regions that have every indicator.",
    });
  });

  it("leaves out what cannot tell regions apart", () => {
    const flat = principalComponents(prepare(makeTable({ ...columns, e: columns.a.map(() => 3) })));
    expect(flat.indicators).toEqual(["a", "b", "c", "d"]);
    expect(flat.eigenvalues).toHaveLength(4);
  });

  it("notes fewer than five regions an indicator", () => {
    expect(found.notes).toContainEqual({
      code: "few-cases",
      indicatorCount: 4,
      complete: 10,
      message: "Principal components of 4 indicators want at least 20 regions; there are 10.",
    });
  });

  it("has no KMO where the correlations are singular, and never a negative eigenvalue", () => {
    const twice = principalComponents(prepare(makeTable({ ...columns, copy: columns.a })));
    expect(twice.kmo).toBeNull();
    for (const value of twice.eigenvalues) expect(value).toBeGreaterThanOrEqual(0);
  });

  it("refuses fewer than three regions that have all indicators", () => {
    const run = (): unknown =>
      principalComponents(prepare(makeTable({ x: [1, 2, null, 4], y: [2, 5, 1, null] })));
    expect(errorOf(run)).toBeInstanceOf(OptionsError);
    expect(messagesOf(run)).toEqual([
      "principalComponents: expected at least three regions with a figure for all 2 indicators, got 2. Screen thin indicators or impute.",
    ]);
  });

  it("rotates the components above 1, at least one", () => {
    expect(found.rotated.components).toBe(Math.max(1, found.eigenvalues.filter((value) => value > 1).length));
    expect(principalComponents(prepare(makeTable({ x: [1, 2, 3] }))).rotated).toEqual({
      components: 1,
      loadings: [[1]],
      variance: [1],
    });
  });
});
