import {
  buildSpace,
  findReferenceRegions,
  OptionsError,
  prepare,
  type SpaceOptions,
} from "reference-regions";
import { describe, expect, it } from "vitest";
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
      "findReferenceRegions (R01): expected at least one eligible region, got none (1 low-coverage, 2 listed). Loosen exclude, only or eligible, or lower the space's minCoverage.",
    );
  });
});
