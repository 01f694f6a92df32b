import {
  distanceBetween,
  findReferenceRegions,
  measureDistances,
  OptionsError,
  type ReferenceOptions,
  type Region,
  type RegionFilter,
  type StructuralSpace,
} from "reference-regions";
import { describe, expect, it } from "vitest";
import { spaces } from "../support/arbitraries.js";
import fc from "../support/fast-check.js";

type Asked = Omit<ReferenceOptions, "eligible"> & { readonly eligible?: readonly string[] };

/** Kilometres by the angle between two places seen from the centre of the earth. */
function kilometres(a: Region, b: Region): number | null {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) return null;
  const vector = (latitude: number, longitude: number): number[] => {
    const [phi, lambda] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
    return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
  };
  const [u, v] = [vector(a.latitude, a.longitude), vector(b.latitude, b.longitude)];
  const chord = Math.hypot(...u.map((value, k) => value - v[k]!));
  return 6371.0088 * 2 * Math.asin(Math.min(1, chord / 2));
}

function parentsOf(regions: readonly Region[], region: Region): string[] {
  const chain: string[] = [];
  let next = region.attributes.parent;
  while (typeof next === "string" && !chain.includes(next)) {
    chain.push(next);
    next = regions.find(({ id }) => id === chain.at(-1))?.attributes.parent;
  }
  return chain;
}

/** The keys of a filter that a region fits, and the keys that it does not (or of which it cannot be told). */
function judge(space: StructuralSpace, target: Region, region: Region, filter: RegionFilter): boolean[] {
  const fits: boolean[] = [];
  if (filter.sameCountry) fits.push(region.country === target.country);
  if (filter.regions) fits.push(filter.regions.includes(region.id));
  if (filter.nested === "code-prefix")
    fits.push(region.id.startsWith(target.id) || target.id.startsWith(region.id));
  else if (filter.nested)
    fits.push(
      parentsOf(space.regions, region).includes(target.id) ||
        parentsOf(space.regions, target).includes(region.id),
    );
  if (filter.withinKilometres !== undefined) {
    const far = kilometres(target, region);
    fits.push(far !== null && far <= filter.withinKilometres);
  }
  if (filter.attribute) fits.push(filter.attribute.kind!.includes(String(region.attributes.kind)));
  return fits;
}

function naive(space: StructuralSpace, target: Region, asked: Asked) {
  const matrix = measureDistances(space);
  const inOrder = space.regions
    .filter((region) => {
      if (region.id === target.id) return false;
      if (asked.pin?.includes(region.id)) return true;
      if (judge(space, target, region, asked.exclude ?? {}).includes(true)) return false;
      if (judge(space, target, region, asked.only ?? {}).includes(false)) return false;
      return asked.eligible?.includes(region.id) ?? true;
    })
    .map(({ id }) => ({ id, distance: distanceBetween(matrix, target.id, id)! }))
    .filter(({ distance }) => distance !== null)
    .sort((a, b) => a.distance - b.distance || (a.id < b.id ? -1 : 1));
  const near = inOrder.filter(({ distance }) => distance <= (asked.maxDistance ?? Infinity));
  const first = near.slice(0, asked.count ?? 20);
  const isPinned = (id: string): boolean => asked.pin?.includes(id) ?? false;
  return {
    found: inOrder.map(({ id }) => id),
    listed: inOrder.filter((one) => first.includes(one) || isPinned(one.id)).map(({ id }) => id),
    tied: near
      .filter((one) => !first.includes(one) && !isPinned(one.id) && one.distance === first.at(-1)!.distance)
      .map(({ id }) => id),
  };
}

const filters = (ids: readonly string[]): fc.Arbitrary<RegionFilter> =>
  fc.record(
    {
      sameCountry: fc.boolean(),
      regions: fc.subarray([...ids], { minLength: 1 }),
      nested: fc.constantFrom(true, false, "code-prefix" as const, { parent: "parent" }),
      withinKilometres: fc.integer({ min: 0, max: 15_000 }),
      attribute: fc.constantFrom({ kind: ["city"] }, { kind: ["coast", "city"] }),
    },
    { requiredKeys: [] },
  );

const cases = fc.oneof(spaces({ tied: true, minRegions: 6 }), spaces({ minRegions: 6 })).chain((space) => {
  const ids = space.regions.map(({ id }) => id);
  const some = (keep: number): fc.Arbitrary<string[]> => fc.subarray(ids, { maxLength: keep });
  return fc.record({
    space: fc.constant(space),
    pick: fc.nat(),
    options: fc.record(
      {
        count: fc.integer({ min: 1, max: 5 }),
        maxDistance: fc.constantFrom(0, 0.02, 0.1, 0.4, 5),
        exclude: filters(ids),
        only: filters(ids),
        pin: some(2),
        eligible: fc.subarray(ids, { minLength: Math.ceil(ids.length / 2) }),
      },
      { requiredKeys: [] },
    ),
  });
});

describe("count, maxDistance, exclude, only, pin and eligible", () => {
  it("list the regions that a plain reading of them lists, in its order, and tie those that it ties", () => {
    const seen = { listed: 0, empty: 0, refused: 0 };
    fc.assert(
      fc.property(cases, ({ space, pick, options }) => {
        const target = space.regions[pick % space.n]!;
        const { exclude, only } = options;
        const needsPlace = exclude?.withinKilometres ?? only?.withinKilometres;
        fc.pre(target.latitude !== null || needsPlace === undefined);
        fc.pre(target.country !== null || !(exclude?.sameCountry || only?.sameCountry));
        const asked = { ...options, pin: (options.pin ?? []).filter((id) => id !== target.id) };
        const expected = naive(space, target, asked);
        if (expected.found.length === 0) {
          expect(() => findReferenceRegions(space, target.id, asked)).toThrow(OptionsError);
          seen.refused++;
          return;
        }
        const { regions, tied, excluded } = findReferenceRegions(space, target.id, asked);
        expect(regions.map(({ id }) => id)).toEqual(expected.listed);
        expect(tied.map(({ id }) => id)).toEqual(expected.tied);
        const out = space.regions.filter(({ id }) => id !== target.id && !expected.found.includes(id));
        expect(excluded.map(({ id }) => id)).toEqual(out.map(({ id }) => id));
        seen[regions.length > 0 ? "listed" : "empty"]++;
      }),
      { numRuns: 100, maxSkipsPerRun: 100 },
    );
    for (const times of Object.values(seen)) expect(times).toBeGreaterThan(0);
  });

  it("judge by a function as by the ids that pass it", () => {
    fc.assert(
      fc.property(spaces({ minRegions: 5 }), fc.nat(), (space, pick) => {
        const target = space.regions[pick % space.n]!.id;
        const ids = space.regions.filter(({ attributes }) => attributes.kind !== "city").map(({ id }) => id);
        const answer = (eligible: NonNullable<ReferenceOptions["eligible"]>): unknown => {
          try {
            return findReferenceRegions(space, target, { eligible });
          } catch (error) {
            return (error as Error).message;
          }
        };
        expect(answer((region) => region.attributes.kind !== "city")).toStrictEqual(answer(ids));
      }),
    );
  });
});
