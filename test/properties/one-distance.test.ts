import { distanceBetween, explainPair, findReferenceRegions, measureDistances } from "reference-regions";
import { describe, expect, it } from "vitest";
import { spaces } from "../support/arbitraries.js";
import fc from "../support/fast-check.js";

const sets = [
  ["complete data", { complete: true }],
  ["missing cells", {}],
  ["many equal distances", { tied: true }],
] as const;

describe("findReferenceRegions, distanceBetween and explainPair say the same distance, bit for bit", () => {
  it.each(sets)("with %s", (_, options) => {
    fc.assert(
      fc.property(spaces(options), fc.nat(), (space, pick) => {
        const target = space.regions[pick % space.n]!.id;
        const matrix = measureDistances(space);
        const others = space.regions.filter(({ id }) => id !== target);
        fc.pre(others.some(({ id }) => distanceBetween(matrix, target, id) !== null));
        const found = findReferenceRegions(space, target, { count: space.n, explain: false });
        const listed = new Map(found.regions.map(({ id, distance }) => [id, distance]));
        for (const { id } of others) {
          const distance = distanceBetween(matrix, target, id);
          expect(listed.get(id) ?? null).toBe(distance);
          expect(explainPair(space, target, id).distance).toBe(distance);
          expect(explainPair(space, id, target).distance).toBe(distance);
        }
      }),
    );
  });

  it("of a region to itself: 0, however few figures it has", () => {
    fc.assert(
      fc.property(spaces(), (space) => {
        for (const { id } of space.regions)
          expect(explainPair(space, id, id).distance).toBe(distanceBetween(measureDistances(space), id, id));
      }),
    );
  });

  it.each([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])(
    "for %i regions: every pair has its own place in the matrix",
    (n) => {
      fc.assert(
        fc.property(spaces({ complete: true, minRegions: n, maxRegions: n }), (space) => {
          const { values } = measureDistances(space);
          let pair = 0;
          for (let i = 0; i < n; i++)
            for (let j = i + 1; j < n; j++)
              expect(explainPair(space, space.regions[i]!.id, space.regions[j]!.id).distance).toBe(
                values[pair++],
              );
          expect(values.length).toBe(pair);
        }),
        { numRuns: 5 },
      );
    },
  );
});
