import { buildSpace, distanceBetween, measureDistances, prepare } from "reference-regions";
import { describe, expect, it } from "vitest";
import { isNear, spaceOf, spaces } from "../support/arbitraries.js";
import fc from "../support/fast-check.js";
import { makeTable } from "../support/tables.js";

const trueMetrics = fc.constantFrom("euclidean" as const, "manhattan" as const, "chebyshev" as const);

describe("the distance between regions", () => {
  it("is the same in both directions", () => {
    fc.assert(
      fc.property(spaces(), (space) => {
        const matrix = measureDistances(space);
        for (const a of space.regions)
          for (const b of space.regions)
            expect(distanceBetween(matrix, a.id, b.id)).toBe(distanceBetween(matrix, b.id, a.id));
      }),
    );
  });

  it("is 0 from a region to itself and never below 0", () => {
    fc.assert(
      fc.property(spaces(), (space) => {
        const matrix = measureDistances(space);
        for (const { id } of space.regions) expect(distanceBetween(matrix, id, id)).toBe(0);
        for (const value of matrix.values) expect(value < 0).toBe(false);
      }),
    );
  });

  it("is 0 between a region and its copy, in every metric, with the same gaps", () => {
    fc.assert(
      fc.property(spaces({ maxRegions: 8 }), (space) => {
        const { prepared } = space;
        const raw = {
          framework: prepared.framework,
          rows: [
            ...prepared.regions.map((region, i) => ({ code: region.id, i })),
            { code: "COPY", i: 0 },
          ].map(({ code, i }) => ({
            code,
            performance: 1,
            ...Object.fromEntries(space.indicators.map(({ id }) => [id, prepared.raw[id]![i]!])),
          })),
        };
        const copied = spaceOf(raw, { treat: "none" }, { metric: space.metric, minCoverage: 0 });
        const first = space.regions[0]!.id;
        // The first indicator of a random table has no gap, so that two regions always share some weight.
        expect(distanceBetween(measureDistances(copied), first, "COPY")).toBe(0);
      }),
    );
  });

  it("keeps the triangle inequality under Euclidean, Manhattan and Chebyshev on complete data", () => {
    fc.assert(
      fc.property(spaces({ complete: true, maxRegions: 9 }, trueMetrics), (space) => {
        const matrix = measureDistances(space);
        const ids = space.regions.map(({ id }) => id);
        for (const a of ids)
          for (const b of ids)
            for (const c of ids) {
              const direct = distanceBetween(matrix, a, c)!;
              const detour = distanceBetween(matrix, a, b)! + distanceBetween(matrix, b, c)!;
              expect(direct).toBeLessThanOrEqual(detour * (1 + 1e-12));
            }
      }),
    );
  });

  it("breaks the triangle inequality under squared Euclidean, as the published index does", () => {
    const table = makeTable({ a: [0, 1, 2] });
    const space = buildSpace(prepare(table, { normalise: "none" }), { metric: "squared-euclidean" });
    const matrix = measureDistances(space);
    expect(distanceBetween(matrix, "R01", "R03")).toBe(4);
    expect(distanceBetween(matrix, "R01", "R02")).toBe(1);
    expect(distanceBetween(matrix, "R02", "R03")).toBe(1);
  });

  it("is under squared Euclidean the square of the Euclidean", () => {
    fc.assert(
      fc.property(spaces({}, fc.constant("euclidean")), (space) => {
        const squared = buildSpace(space.prepared, {
          metric: "squared-euclidean",
          minCoverage: space.minCoverage,
        });
        const squares = measureDistances(squared).values;
        measureDistances(space).values.forEach((distance, pair) => {
          if (Number.isNaN(distance)) expect(squares[pair]).toBeNaN();
          else expect(isNear(squares[pair]!, distance ** 2)).toBe(true);
        });
      }),
    );
  });
});
