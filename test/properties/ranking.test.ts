import {
  distanceBetween,
  findReferenceRegions,
  measureDistances,
  type StructuralSpace,
} from "reference-regions";
import { describe, expect, it } from "vitest";
import { spaceOf, spaces } from "../support/arbitraries.js";
import fc from "../support/fast-check.js";

/** Distances of all others to the target; only those that exist. */
function distancesTo(space: StructuralSpace, target: string): Map<string, number> {
  const matrix = measureDistances(space);
  return new Map(
    space.regions.flatMap(({ id }) => {
      const distance = id === target ? null : distanceBetween(matrix, target, id);
      return distance === null ? [] : [[id, distance] as const];
    }),
  );
}

const asked = fc.record({
  space: fc.oneof(spaces({ tied: true, complete: true }), spaces({ tied: true }), spaces()),
  pick: fc.nat(),
  count: fc.integer({ min: 1, max: 8 }),
});

describe("the list of reference regions", () => {
  it("is ordered by distance, and at equal distance by id", () => {
    fc.assert(
      fc.property(asked, ({ space, pick, count }) => {
        const target = space.regions[pick % space.n]!.id;
        const distances = distancesTo(space, target);
        fc.pre(distances.size > 0);
        const { regions } = findReferenceRegions(space, target, { count, explain: false });
        const naive = [...distances.keys()].sort((a, b) => {
          const [x, y] = [distances.get(a)!, distances.get(b)!];
          return x < y ? -1 : x > y ? 1 : a < b ? -1 : 1;
        });
        expect(regions.map(({ id }) => id)).toEqual(naive.slice(0, count));
      }),
    );
  });

  it("gives each region one more than the number of nearer regions for its rank, so that equals share the lowest", () => {
    fc.assert(
      fc.property(asked, ({ space, pick, count }) => {
        const target = space.regions[pick % space.n]!.id;
        const distances = distancesTo(space, target);
        fc.pre(distances.size > 0);
        for (const { rank, distance } of findReferenceRegions(space, target, { count }).regions) {
          const nearer = [...distances.values()].filter((other) => other < distance).length;
          expect(rank).toBe(nearer + 1);
        }
      }),
    );
  });

  it("puts in tied exactly the regions that are as near as the last one listed and no more fit in", () => {
    let withTies = 0;
    fc.assert(
      fc.property(asked, ({ space, pick, count }) => {
        const target = space.regions[pick % space.n]!.id;
        const distances = distancesTo(space, target);
        fc.pre(distances.size > 0);
        const { regions, tied } = findReferenceRegions(space, target, { count });
        const listed = new Set(regions.map(({ id }) => id));
        const last = regions.at(-1)!.distance;
        const naive = [...distances].filter(([id, distance]) => distance === last && !listed.has(id));
        expect(tied.map(({ id, distance }) => [id, distance])).toEqual(
          naive.sort(([a], [b]) => (a < b ? -1 : 1)),
        );
        withTies += tied.length > 0 ? 1 : 0;
      }),
    );
    expect(withTies).toBeGreaterThan(0);
  });

  it("accounts for every region: listed, tied, excluded or further away than the last", () => {
    fc.assert(
      fc.property(asked, fc.constantFrom(0.05, 0.5, 1e9), ({ space, pick, count }, maxDistance) => {
        const target = space.regions[pick % space.n]!;
        const distances = distancesTo(space, target.id);
        const exclude = { attribute: { kind: ["city"] } };
        const free = space.regions.filter(
          ({ id, attributes }) => distances.has(id) && attributes.kind !== "city",
        );
        fc.pre(free.length > 0);
        const found = findReferenceRegions(space, target.id, { count, maxDistance, exclude });
        const groups = [found.regions, found.tied, found.excluded].map((group) => group.map(({ id }) => id));
        const told = groups.flat();
        expect(new Set(told).size).toBe(told.length);
        expect(told).not.toContain(target.id);
        const reach = Math.min(maxDistance, found.regions.at(-1)?.distance ?? maxDistance);
        const atTheLimit = found.regions.length === 0 ? -Infinity : reach;
        for (const { id } of space.regions) {
          if (id === target.id || told.includes(id)) continue;
          expect(free.some((one) => one.id === id)).toBe(true);
          expect(distances.get(id)!).toBeGreaterThan(atTheLimit);
        }
      }),
    );
  });

  it("holds regions on opposite sides of the target, equally far on every indicator, to be equally near", () => {
    const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(values, values, (centre, offsets) => {
        const p = Math.min(centre.length, offsets.length);
        fc.pre(offsets.slice(0, p).some((offset) => offset !== 0));
        const ids = Array.from({ length: p }, (_, k) => `x${k + 1}`);
        const place = (code: string, side: number) => ({
          code,
          ...Object.fromEntries(ids.map((id, k) => [id, centre[k]! + side * offsets[k]!])),
        });
        const further = {
          code: "D",
          ...Object.fromEntries(ids.map((id, k) => [id, centre[k]! + 50 + 3 * k])),
        };
        const framework = {
          schemaVersion: 1 as const,
          id: "mirror",
          name: "Mirror",
          dimensions: [{ id: "all", name: "All" }],
          indicators: ids.map((id) => ({ id, name: id, dimension: "all", role: "structural" as const })),
        };
        const rows = [place("A", 0), place("B", 1), place("C", -1), further];
        const space = spaceOf({ framework, rows }, { normalise: "none", treat: "none" });
        expect(findReferenceRegions(space, "A", { count: 1 }).tied.map(({ id }) => id)).toEqual(["C"]);
      }),
    );
  });
});
