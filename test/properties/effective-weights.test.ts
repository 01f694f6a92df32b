import {
  describeSpace,
  explainPair,
  type Metric,
  metrics,
  OptionsError,
  type StructuralSpace,
} from "reference-regions";
import { describe, expect, it } from "vitest";
import { isNear, prepareOptions, rawTables, spaceOf } from "../support/arbitraries.js";
import fc from "../support/fast-check.js";

function spacesOf(metric: Metric): fc.Arbitrary<StructuralSpace> {
  const regions = metric === "mahalanobis" ? { minRegions: 10, maxRegions: 12 } : { maxRegions: 7 };
  return fc
    .record({ raw: rawTables(regions), prepared: prepareOptions, minCoverage: fc.constantFrom(0, 0.66) })
    .map(({ raw, prepared, minCoverage }) => {
      try {
        return spaceOf(raw, prepared, { metric, minCoverage });
      } catch (error) {
        if (metric === "mahalanobis" && error instanceof OptionsError) return null;
        throw error;
      }
    })
    .filter((space) => space !== null);
}

describe.each(metrics)("effective weights under %s", (metric) => {
  it("are the mean over all pairs at distance > 0 of the share that explainPair shows, and sum to 1", () => {
    fc.assert(
      fc.property(spacesOf(metric), (space) => {
        const found = describeSpace(space);
        const totals = new Map<string, number>();
        let pairs = 0;
        space.regions.forEach(({ id: a }, i) => {
          for (const { id: b } of space.regions.slice(i + 1)) {
            const { distance, indicators } = explainPair(space, a, b);
            const whole = indicators.reduce((sum, { share }) => sum + (share ?? 0), 0);
            if (distance === null || !(whole > 0)) continue;
            pairs++;
            for (const { id, share } of indicators)
              totals.set(id, (totals.get(id) ?? 0) + (share ?? 0) / whole);
          }
        });
        expect(found.pairs).toBe(pairs);
        for (const { id, effective } of found.indicators)
          expect(isNear(effective, pairs === 0 ? 0 : totals.get(id)! / pairs, 1e-11, 1e-3)).toBe(true);
        const sum = found.indicators.reduce((whole, { effective }) => whole + effective, 0);
        expect(isNear(sum, pairs === 0 ? 0 : 1, 1e-12)).toBe(true);
        for (const { id, effective } of found.dimensions) {
          const own = found.indicators.filter((_, k) => space.indicators[k]!.dimension === id);
          expect(
            isNear(
              effective,
              own.reduce((whole, one) => whole + one.effective, 0),
              1e-12,
              1e-3,
            ),
          ).toBe(true);
        }
      }),
      { numRuns: 15 },
    );
  });

  it("stand beside the nominal ones, which are the weights", () => {
    fc.assert(
      fc.property(spacesOf(metric), (space) => {
        const { indicators, dimensions } = describeSpace(space);
        for (const { id, nominal } of indicators) expect(nominal).toBe(space.weighting.indicators[id]);
        for (const { id, nominal } of dimensions) expect(nominal).toBe(space.weighting.dimensions[id]);
      }),
      { numRuns: 10 },
    );
  });
});
