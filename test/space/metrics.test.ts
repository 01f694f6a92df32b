import { buildSpace, explainPair, type Metric, metrics, prepare, weigh } from "reference-regions";
import { describe, expect, it } from "vitest";
import { makeTable } from "../support/tables.js";

/** The metrics of one gap an indicator, on the prepared scale. */
const ofGaps = ["squared-euclidean", "euclidean", "manhattan", "chebyshev"] as const;

type Columns = Record<string, (number | null)[]>;

/** The distance of the first two regions, on the raw figures, with own weights. */
function distance(
  columns: Columns,
  metric: Metric,
  indicators: Record<string, number>,
  minCoverage = 0,
): number | null {
  const prepared = prepare(makeTable(columns), { treat: "none", normalise: "none" });
  const weights = weigh(prepared, { scheme: "given", indicators });
  return explainPair(buildSpace(prepared, { metric, weights, minCoverage }), "R01", "R02").distance;
}

describe("a distance over gaps of 3 and 4", () => {
  const columns = { x: [0, 3, 9], y: [0, 4, 9] };
  const weights = { x: 1, y: 3 };

  it.each([
    ["squared-euclidean", "sum(w d²) = 9/4 + 3 * 16/4", 14.25],
    ["euclidean", "its root", Math.sqrt(14.25)],
    ["manhattan", "sum(w |d|) = 3/4 + 3 * 4/4", 3.75],
    ["chebyshev", "max(w |d|) times the number of indicators: 2 * 3/4 * 4", 6],
  ] as const)("%s: %s", (metric, _, expected) => {
    expect(distance(columns, metric, weights)).toBeCloseTo(expected, 13);
  });

  it.each([
    ["squared-euclidean", 12.5],
    ["euclidean", Math.sqrt(12.5)],
    ["manhattan", 3.5],
    ["chebyshev", 4],
  ] as const)("%s with equal weights: %d", (metric, expected) => {
    expect(distance(columns, metric, { x: 1, y: 1 })).toBeCloseTo(expected, 13);
  });

  it("asks for the proportion of the weights alone", () => {
    for (const metric of ofGaps)
      expect(distance(columns, metric, { x: 250, y: 750 })).toBeCloseTo(
        distance(columns, metric, weights)!,
        12,
      );
  });

  it("does not ask in which direction the gap goes", () => {
    const turned = { x: [3, 0, 9], y: [0, 4, 9] };
    for (const metric of ofGaps)
      expect(distance(turned, metric, weights)).toBe(distance(columns, metric, weights));
  });
});

describe("a distance over gaps of 2, 1 and a missing cell, with weights 0.5, 0.3 and 0.2", () => {
  const columns = { x: [0, 2, 9], y: [0, 1, 9], z: [0, null, 9] };
  const weights = { x: 5, y: 3, z: 2 };

  it.each([
    ["squared-euclidean", "(0.5 * 4 + 0.3) / 0.8", 2.875],
    ["euclidean", "its root", Math.sqrt(2.875)],
    ["manhattan", "(0.5 * 2 + 0.3) / 0.8", 1.625],
    ["chebyshev", "3 * 0.5 * 2, not rescaled", 3],
  ] as const)("%s: %s", (metric, _, expected) => {
    expect(distance(columns, metric, weights)).toBeCloseTo(expected, 13);
  });

  it("is null where 80 % of the weight is less than what is asked for, in each of them", () => {
    for (const metric of ofGaps) {
      expect(distance(columns, metric, weights, 0.8)).not.toBeNull();
      expect(distance(columns, metric, weights, 0.81)).toBeNull();
    }
  });
});

describe("an indicator of weight 0", () => {
  it("adds nothing, costs no coverage, and does not count as an indicator under Chebyshev", () => {
    const columns = { x: [0, 3, 9], y: [0, 4, 9], idle: [5, null, -700] };
    const weights = { x: 1, y: 1, idle: 0 };
    for (const metric of ofGaps) {
      const without = distance({ x: columns.x, y: columns.y }, metric, { x: 1, y: 1 });
      expect(distance(columns, metric, weights, 1)).toBe(without);
    }
  });
});

describe("metrics", () => {
  it("are listed, the default first", () => {
    expect(metrics).toEqual([
      "squared-euclidean",
      "euclidean",
      "manhattan",
      "chebyshev",
      "canberra",
      "cosine",
      "correlation",
      "mahalanobis",
      "gower",
    ]);
    expect(buildSpace(prepare(makeTable({ x: [1, 2] }))).metric).toBe(metrics[0]);
  });
});
