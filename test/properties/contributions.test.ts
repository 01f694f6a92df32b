import { explainPair, findReferenceRegions, type Metric, type StructuralSpace } from "reference-regions";
import { describe, expect, it } from "vitest";
import { isNear, spaces } from "../support/arbitraries.js";
import fc from "../support/fast-check.js";

/** All parts of all distances of a space: from both functions that split one. */
function splits(space: StructuralSpace) {
  const { indicators } = space;
  const dimensionOf = new Map(indicators.map(({ id, dimension }) => [id, dimension]));
  const asSplit = (
    distance: number,
    dimensions: Readonly<Record<string, number>>,
    shares: readonly { readonly id: string; readonly share: number | null }[],
  ) => ({ distance, dimensions, shares, dimensionOf });
  return space.regions.flatMap(({ id: a }) => {
    const pairs = space.regions
      .filter(({ id }) => id > a)
      .map(({ id }) => explainPair(space, a, id))
      .filter((pair) => pair.distance !== null);
    if (pairs.length === 0) return [];
    const { regions } = findReferenceRegions(space, a, { count: space.n });
    return [
      ...pairs.map((pair) => asSplit(pair.distance!, pair.dimensions, pair.indicators)),
      ...regions.map(({ distance, contributions }) =>
        asSplit(distance, contributions!.dimensions, contributions!.indicators),
      ),
    ];
  });
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const largest = (values: readonly number[]): number => Math.max(0, ...values);

const sums: readonly (readonly [Metric, string])[] = [
  ["squared-euclidean", "adds-up"],
  ["manhattan", "adds-up"],
  ["euclidean", "adds-up-to-the-square"],
];
const data = [
  ["complete data", { complete: true, maxRegions: 8 }],
  ["missing cells", { maxRegions: 8 }],
] as const;

for (const [what, options] of data)
  describe(`the parts of a distance, with ${what}`, () => {
    it.each(sums)(
      "add up to it under %s: by indicator, by dimension, and each dimension to its own",
      (metric, rule) => {
        fc.assert(
          fc.property(spaces(options, fc.constant(metric)), (space) => {
            for (const { distance, dimensions, shares, dimensionOf } of splits(space)) {
              expect(isNear(total(shares.map(({ share }) => share ?? 0)), distance)).toBe(true);
              expect(isNear(total(Object.values(dimensions)), distance)).toBe(true);
              for (const [dimension, part] of Object.entries(dimensions)) {
                const own = shares.filter(({ id }) => dimensionOf.get(id) === dimension);
                expect(isNear(total(own.map(({ share }) => share ?? 0)), part)).toBe(true);
              }
            }
            const { id } = space.regions[0]!;
            expect(explainPair(space, id, id).contributionRule).toBe(rule);
          }),
          { numRuns: 15 },
        );
      },
    );

    it("have the distance for their largest under chebyshev, by indicator and by dimension", () => {
      fc.assert(
        fc.property(spaces(options, fc.constant("chebyshev")), (space) => {
          for (const { distance, dimensions, shares, dimensionOf } of splits(space)) {
            expect(largest(shares.map(({ share }) => share ?? 0))).toBe(distance);
            expect(largest(Object.values(dimensions))).toBe(distance);
            for (const [dimension, part] of Object.entries(dimensions)) {
              const own = shares.filter(({ id }) => dimensionOf.get(id) === dimension);
              expect(largest(own.map(({ share }) => share ?? 0))).toBe(part);
            }
          }
        }),
        { numRuns: 15 },
      );
    });

    it("are never negative, and missing exactly where one of the two has no figure", () => {
      fc.assert(
        fc.property(spaces(options), (space) => {
          const { columns } = space.prepared;
          space.regions.forEach((a, i) => {
            space.regions.forEach((b, j) => {
              const pair = explainPair(space, a.id, b.id);
              if (pair.distance === null) return;
              for (const { id, share, gap } of pair.indicators) {
                const [own, other] = [columns[id]![i]!, columns[id]![j]!];
                expect(gap).toBe(own === null || other === null ? null : other - own);
                expect(share === null).toBe(gap === null);
                expect(share ?? 0).toBeGreaterThanOrEqual(0);
              }
            });
          });
        }),
        { numRuns: 15 },
      );
    });
  });

describe("a pair that cannot be compared", () => {
  it("has no distance, no closeness and no parts", () => {
    let seen = 0;
    fc.assert(
      fc.property(spaces(), (space) => {
        const [a, ...others] = space.regions.map(({ id }) => id);
        for (const b of others) {
          const pair = explainPair(space, a!, b);
          if (pair.distance !== null) continue;
          expect(pair.closeness).toBeNull();
          expect(pair.dimensions).toEqual({});
          expect(pair.indicators.map(({ share }) => share)).toEqual(pair.indicators.map(() => null));
          seen++;
        }
      }),
    );
    expect(seen).toBeGreaterThan(0);
  });
});
