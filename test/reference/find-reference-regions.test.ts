import {
  buildSpace,
  distanceBetween,
  findNearestSync,
  findReferenceRegions,
  measureDistances,
  neighbourGraph,
  OptionsError,
  prepare,
  type SpaceOptions,
} from "reference-regions";
import { describe, expect, it } from "vitest";
import { spaces } from "../support/arbitraries.js";
import fc from "../support/fast-check.js";
import { makeFramework, makeTable } from "../support/tables.js";

const raw = { treat: "none", normalise: "none" } as const;

function spaceOf(columns: Record<string, (number | null)[]>, options: SpaceOptions = {}) {
  return buildSpace(prepare(makeTable(columns), raw), { metric: "manhattan", ...options });
}

const line = spaceOf({ x: [0, 1, 3, 7, 15, 40] });
const found = (options: object = {}, target = "R01") => findReferenceRegions(line, target, options);

describe("findReferenceRegions", () => {
  it("lists the nearest regions with rank, distance and coverage, and not the target", () => {
    const { target, regions, metric, contributionRule } = found({ count: 3 });
    expect(target).toEqual({ id: "R01", name: "R01", country: null });
    expect(regions.map(({ id, rank, distance, coverage }) => [id, rank, distance, coverage])).toEqual([
      ["R02", 1, 1, 1],
      ["R03", 2, 3, 1],
      ["R04", 3, 7, 1],
    ]);
    expect([metric, contributionRule]).toEqual(["manhattan", "adds-up"]);
  });

  it("lists twenty unless it is asked for another number", () => {
    const many = spaceOf({ x: Array.from({ length: 40 }, (_, i) => i ** 2) });
    expect(findReferenceRegions(many, "R01").regions.length).toBe(20);
    expect(findReferenceRegions(many, "R01", { count: 39 }).regions.length).toBe(39);
  });

  it("tells the framework and the years of the figures that it used", () => {
    const framework = makeFramework({
      id: "own",
      name: { en: "Own", ru: "Свой" },
      indicators: [
        { id: "x", year: 2019 },
        { id: "y", year: "2021-2023" },
        { id: "gdp", role: "performance", year: 2030 },
      ],
    });
    const table = makeTable({ x: [1, 2], y: [1, 5], gdp: [1, 2] }, { framework });
    expect(findReferenceRegions(buildSpace(prepare(table)), "R01").vintage).toEqual({
      framework: "own",
      name: { en: "Own", ru: "Свой" },
      from: 2019,
      to: 2023,
    });
  });

  it("leaves contributions and reasons out on request", () => {
    const [region] = found({ explain: false }).regions;
    expect(Object.keys(region!)).not.toContain("contributions");
    expect(Object.keys(region!)).not.toContain("reasons");
  });

  it("keeps the resolved choices and the target in its recipe", () => {
    const { recipe } = found({ maxDistance: 8 });
    expect(recipe.target).toBe("R01");
    expect(recipe.plan.reference).toEqual({ count: 20, maxDistance: 8, mutual: false, explain: true });
    expect(Object.keys(recipe.plan)).toEqual(["prepare", "weigh", "space", "reference"]);
  });
});

describe("similarity", () => {
  it("is 100 x (1 - distance / 95th percentile of the target's distances), not below 0", () => {
    // Distances 1, 3, 7, 15, 40: position 3.8, 15 + 0.8 * 25 = 35.
    expect(found().regions.map(({ similarity }) => similarity.toFixed(10))).toEqual(
      [100 * (1 - 1 / 35), 100 * (1 - 3 / 35), 80, 100 * (1 - 15 / 35), 0].map((value) => value.toFixed(10)),
    );
  });

  it("does not hang on who is eligible", () => {
    const { regions } = found({ exclude: { regions: ["R06"] } });
    expect(regions.at(-1)!.similarity).toBeCloseTo(100 * (1 - 15 / 35), 10);
  });

  it("is 0 for the one region that differs where 95 % are the same as the target", () => {
    const same = spaceOf({ x: [...Array.from({ length: 29 }, () => 0), 5] });
    const { regions } = findReferenceRegions(same, "R01", { count: 29 });
    expect(regions[0]).toMatchObject({ distance: 0, similarity: 100 });
    expect(regions.at(-1)).toMatchObject({ id: "R30", distance: 5, similarity: 0 });
  });
});

describe("reasons", () => {
  const framework = makeFramework({
    dimensions: [{ id: "all", name: "All", elements: ["p", "q", "r", "s"].map((id) => ({ id, name: id })) }],
    indicators: ["p", "q", "r", "s"].flatMap((element) =>
      [1, 2].map((i) => ({ id: `${element}${i}`, element })),
    ),
  });
  const columns = Object.fromEntries(
    framework.indicators.map(({ id }, k) => [id, [0, k % 3, 9 - k, 10 + k, 20 - 2 * k]]),
  );
  const space = buildSpace(prepare(makeTable(columns, { framework }), raw));

  it("are at most three on either side, of three elements", () => {
    for (const { reasons } of findReferenceRegions(space, "R01").regions)
      for (const side of [reasons!.unites, reasons!.divides]) {
        expect(side.length).toBeLessThanOrEqual(3);
        expect(new Set(side.map((id) => id[0])).size).toBe(side.length);
      }
    const [nearest] = findReferenceRegions(space, "R01").regions;
    expect(nearest!.reasons!.unites.length).toBe(3);
  });

  it("never name one indicator on both sides", () => {
    for (const { reasons } of findReferenceRegions(space, "R03").regions)
      expect(reasons!.unites.filter((id) => reasons!.divides.includes(id))).toEqual([]);
  });

  it("compare with what is typical of the target: a gap that all others have, too, is no reason", () => {
    for (const gap of [0.1, 0.3, 0.7, 1.1])
      for (const n of [4, 7, 8, 11]) {
        const x = Array.from({ length: n }, (_, i) => (i === 0 ? 0 : gap));
        const y = Array.from({ length: n }, (_, i) => i * i);
        const { regions } = findReferenceRegions(spaceOf({ x, y }), "R01");
        for (const { reasons } of regions)
          expect([...reasons!.unites, ...reasons!.divides]).not.toContain("x");
      }
  });
});

describe("a target that is not there", () => {
  it("is answered with the nearest known id", () => {
    expect(() => found({}, "R1")).toThrow(OptionsError);
    expect(() => found({}, "R1")).toThrow(
      'expected the id of a region of the space, got "R1". Did you mean "R01"?',
    );
  });

  it("because screening dropped it is answered with its coverage and the option that keeps it", () => {
    const table = makeTable({ x: [1, 2, 3], y: [1, 2, null], z: [1, 2, null] });
    const space = buildSpace(prepare(table, { screen: { minRegionCoverage: 0.5 } }));
    expect(() => findReferenceRegions(space, "R03")).toThrow(
      "target (R03): expected a region of the space, got one that screening dropped (it has 33 % of the indicators). Lower screen.minRegionCoverage.",
    );
  });
});

describe("options that cannot be met", () => {
  it.each([
    [{ count: 0 }, "findReferenceRegions.count: expected a number of at least 1, got 0."],
    [{ count: 2.5 }, "findReferenceRegions.count: expected a whole number, got 2.5."],
    [{ count: "5" }, 'findReferenceRegions.count: expected a number, got "5".'],
    [{ maxDistance: -1 }, "findReferenceRegions.maxDistance: expected a number of at least 0, got -1."],
    [{ number: 5 }, 'findReferenceRegions: unknown key "number".'],
  ])("%o: %s", (options, message) => {
    expect(() => found(options)).toThrow(message);
  });

  it("leave no region: the error counts them by reason", () => {
    const thin = spaceOf({ x: [0, 1, 2, 3], y: [1, null, 2, 5] });
    expect(() => findReferenceRegions(thin, "R01", { exclude: { regions: ["R03", "R04"] } })).toThrow(
      "findReferenceRegions (R01): expected at least one eligible region, got none (1 low-coverage, 2 listed). Loosen exclude, only or eligible. Impute, or lower the space's minCoverage.",
    );
  });
});

describe("mutual", () => {
  // R02 has R03 and R04 (at 5 and 6) nearer than R01 (at 10); R05 has nobody nearer.
  const lopsided = spaceOf({ x: [0, 10, 15, 16, -12, 100, 101] });

  it("keeps the regions that have the target among their own count nearest, at their rank among all", () => {
    const { regions, excluded } = findReferenceRegions(lopsided, "R01", { count: 2, mutual: true });
    expect(regions.map(({ id, rank, distance }) => [id, rank, distance])).toEqual([["R05", 2, 12]]);
    expect(excluded).toEqual([
      {
        id: "R02",
        reason: "not-mutual",
        message: "does not have the target among its own 2 nearest regions",
      },
    ]);
  });

  it("does not fill up the list with regions further away", () => {
    // R06 at 20 has R05 and R01 as its two nearest, but comes fifth.
    const own = spaceOf({ x: [0, 10, 15, 16, -12, -20] });
    const listOf = (count: number) => findReferenceRegions(own, "R01", { count, mutual: true }).regions;
    expect(listOf(2).map(({ id }) => id)).toEqual(["R05"]);
    expect(listOf(5).map(({ id }) => id)).toContain("R06");
  });

  it("is off unless it is asked for", () => {
    const { regions, excluded } = findReferenceRegions(lopsided, "R01", { count: 2 });
    expect(regions.map(({ id }) => id)).toEqual(["R02", "R05"]);
    expect(excluded).toEqual([]);
  });

  it("keeps pinned regions", () => {
    const { regions } = findReferenceRegions(lopsided, "R01", { count: 2, mutual: true, pin: ["R02"] });
    expect(regions.map(({ id, pinned }) => [id, pinned])).toEqual([
      ["R02", true],
      ["R05", false],
    ]);
  });

  it("counts the target as among the nearest where it is as near as the last of them", () => {
    // R02 is as near to R01 as to R03.
    expect(found({ count: 1, mutual: true }, "R01").regions.map(({ id }) => id)).toEqual(["R02"]);
    const even = spaceOf({ x: [0, 1, 2] });
    for (const target of ["R01", "R03"])
      expect(findReferenceRegions(even, target, { count: 1, mutual: true }).regions[0]?.id).toBe("R02");
  });

  it("may leave nobody, and does not blame a distance for it", () => {
    // R04 at 7 has R03 at 4 and R02 at 6; both have two nearer regions.
    const { regions, excluded, notes } = found({ count: 2, mutual: true }, "R04");
    expect(regions).toEqual([]);
    expect(excluded.map(({ id, reason }) => [id, reason])).toEqual([
      ["R03", "not-mutual"],
      ["R02", "not-mutual"],
    ]);
    // Of the 15 distances 1, 2, 3, 4, ..., a fifth is nearer than 4: that is true, mutual or not.
    expect(notes.map(({ code }) => code)).toEqual(["no-close-peer"]);
  });

  it("does not say that the target has no close peer where one is near but not mutual", () => {
    // Of 21 distances, the fifth (1, 1, 5, 6, 10) is the 20 % quantile: R02 at 10 is comparable, R05 at 12 is distant.
    const { regions, notes } = findReferenceRegions(lopsided, "R01", { count: 2, mutual: true });
    expect(regions.map(({ closeness }) => closeness)).toEqual(["distant"]);
    expect(notes).toEqual([]);
  });

  it("counts all regions as neighbours of a region, also those that are not eligible", () => {
    const exclude = { regions: ["R03", "R04"] };
    const { regions } = findReferenceRegions(lopsided, "R01", { count: 2, mutual: true, exclude });
    expect(regions.map(({ id }) => id)).toEqual(["R05"]);
  });

  it("agrees with a count of who is nearer, on any space", () => {
    let [kept, left] = [0, 0];
    fc.assert(
      fc.property(
        fc.oneof(spaces(), spaces({ tied: true })),
        fc.nat(),
        fc.integer({ min: 1, max: 5 }),
        (space, pick, count) => {
          const matrix = measureDistances(space);
          const ids = space.regions.map(({ id }) => id);
          const target = ids[pick % ids.length]!;
          const between = (a: string, b: string): number =>
            (a === b ? null : distanceBetween(matrix, a, b)) ?? Infinity;
          fc.pre(ids.some((id) => between(id, target) < Infinity));
          const options = { count, explain: false };
          const plain = findReferenceRegions(space, target, options);
          const mutual = findReferenceRegions(space, target, { ...options, mutual: true });
          const isMutual = (id: string): boolean =>
            ids.filter((other) => between(id, other) < between(id, target)).length < count;
          expect(mutual.regions).toEqual(plain.regions.filter(({ id }) => isMutual(id)));
          expect(mutual.excluded.filter(({ reason }) => reason === "not-mutual").map(({ id }) => id)).toEqual(
            plain.regions.map(({ id }) => id).filter((id) => !isMutual(id)),
          );
          kept += mutual.regions.length;
          left += plain.regions.length - mutual.regions.length;
        },
      ),
      { numRuns: 60 },
    );
    expect(Math.min(kept, left)).toBeGreaterThan(5);
  });

  it("is by the same lists as the pairs of the neighbour graph, where no two distances are equal", () => {
    const x = [0, 1, 3.1, 7.3, 15.7, 40.9, 41.4, 60.2, 77.7];
    const uneven = spaceOf({ x });
    for (const count of [1, 2, 3]) {
      const { mutual } = neighbourGraph(findNearestSync(uneven, { count }));
      for (const { id } of uneven.regions) {
        const partners = mutual.filter((pair) => pair.includes(id)).map(([a, b]) => (a === id ? b : a));
        const { regions } = findReferenceRegions(uneven, id, { count, mutual: true });
        expect(regions.map((one) => one.id).sort()).toEqual(partners.sort());
      }
    }
  });
});
