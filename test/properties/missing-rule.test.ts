import {
  buildSpace,
  distanceBetween,
  explainPair,
  measureDistances,
  prepare,
  type StructuralSpace,
  weigh,
} from "reference-regions";
import { describe, expect, it } from "vitest";
import { isNear, spaces } from "../support/arbitraries.js";
import fc from "../support/fast-check.js";
import { makeTable } from "../support/tables.js";

/** The definition, word for word, from the public prepared columns and weights. */
function byDefinition(space: StructuralSpace, a: number, b: number): { distance: number; shared: number } {
  const { prepared, weighting, metric } = space;
  const all = Object.entries(weighting.indicators).filter(([, weight]) => weight > 0);
  const both = all.flatMap(([id, weight]) => {
    const [x, y] = [prepared.columns[id]![a]!, prepared.columns[id]![b]!];
    return x === null || y === null ? [] : [{ weight, gap: Math.abs(x - y) }];
  });
  const total = all.reduce((sum, [, weight]) => sum + weight, 0);
  const shared = both.reduce((sum, { weight }) => sum + weight, 0);
  const upscaled = (power: number): number =>
    (both.reduce((sum, { weight, gap }) => sum + weight * gap ** power, 0) * total) / shared;
  const distance = {
    "squared-euclidean": () => upscaled(2),
    euclidean: () => Math.sqrt(upscaled(2)),
    manhattan: () => upscaled(1),
    chebyshev: () => Math.max(...both.map(({ weight, gap }) => (weight * all.length * gap) / total)),
  }[metric as "squared-euclidean" | "euclidean" | "manhattan" | "chebyshev"]();
  return { distance, shared: shared / total };
}

/** Rounding of a gap is relative to the values that it comes from, not to the gap. */
function scaleOf(space: StructuralSpace): number {
  const largest = Object.values(space.prepared.columns)
    .flat()
    .reduce<number>((most, value) => Math.max(most, Math.abs(value ?? 0)), 0);
  return space.metric === "squared-euclidean" ? largest ** 2 : largest;
}

describe("the distance over missing cells", () => {
  it("is the sum over shared indicators times total weight / shared weight; Chebyshev the largest, not rescaled", () => {
    fc.assert(
      fc.property(spaces(), (space) => {
        const matrix = measureDistances(space);
        space.regions.forEach((a, i) => {
          space.regions.slice(i + 1).forEach((b, k) => {
            const expected = byDefinition(space, i, i + 1 + k);
            const actual = distanceBetween(matrix, a.id, b.id);
            // Whether a coverage on the limit itself counts is asked below.
            if (Math.abs(expected.shared - space.minCoverage) < 1e-9) return;
            if (expected.shared < space.minCoverage) expect(actual).toBeNull();
            else
              expect(
                isNear(actual!, expected.distance, 1e-11, 1e-3 * scaleOf(space)),
                `${actual} ${expected.distance}`,
              ).toBe(true);
          });
        });
      }),
      { numRuns: 60 },
    );
  });

  it("has for coverage the weight of the shared indicators", () => {
    fc.assert(
      fc.property(spaces({ maxRegions: 6 }), (space) => {
        space.regions.forEach((a, i) => {
          space.regions.forEach((b, j) => {
            const { shared } = byDefinition(space, i, j);
            expect(isNear(explainPair(space, a.id, b.id).coverage, shared, 1e-12)).toBe(true);
          });
        });
      }),
      { numRuns: 20 },
    );
  });

  it("exists where the shared weight equals the minimum coverage to the last digit or so", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), fc.integer({ min: 1, max: 39 }), (p, have) => {
        fc.pre(have <= p);
        const columns = Object.fromEntries(
          Array.from({ length: p }, (_, k) => [`x${k}`, [1, k < have ? 2 : null, 3]]),
        );
        const prepared = prepare(makeTable(columns), { normalise: "none" });
        const weights = weigh(prepared, { scheme: "equal" });
        const at = (minCoverage: number): number | null =>
          distanceBetween(measureDistances(buildSpace(prepared, { weights, minCoverage })), "R01", "R02");
        expect(at(have / p)).toBeCloseTo(1, 12);
        if (have < p) expect(at((have + 0.5) / p)).toBeNull();
      }),
    );
  });

  it("keeps its digits where two regions share very little weight and no minimum is asked for", () => {
    const prepared = prepare(makeTable({ small: [1, 3, 9], large: [1, null, 5] }), { normalise: "none" });
    const weights = weigh(prepared, { scheme: "given", indicators: { small: 1e-6, large: 1 } });
    const space = buildSpace(prepared, { weights, minCoverage: 0 });
    expect(isNear(distanceBetween(measureDistances(space), "R01", "R02")!, 4, 1e-14)).toBe(true);
  });

  it("does not exist where two regions share nothing, even without a minimum", () => {
    const prepared = prepare(makeTable({ a: [1, null, 2], b: [null, 5, 7] }));
    const matrix = measureDistances(buildSpace(prepared, { minCoverage: 0 }));
    expect(distanceBetween(matrix, "R01", "R02")).toBeNull();
  });
});
