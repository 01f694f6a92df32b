import { buildSpace, clusterRegions, cutTree, prepare, profile, weigh } from "reference-regions";
import { describe, expect, it } from "vitest";
import { errorOf, messagesOf } from "../support/problems.js";
import { makeFramework, makeTable } from "../support/tables.js";

const raw = { treat: "none", normalise: "none" } as const;
const framework = makeFramework({
  indicators: [
    { id: "jobs", name: { en: "Jobs", ru: "Занятость" }, unit: "per 1000" },
    "age",
    { id: "idle", weight: 0 },
  ],
});
const countries = ["AT", "ES", null, "AT", "ES", "AT"];
const table = makeTable(
  {
    jobs: [100, 110, 150, 300, 310, null],
    age: [40, 42, 41, 42, 40, 41],
    idle: [5, null, 7, 8, null, null],
  },
  {
    framework,
    regions: countries.map((country, i) => ({ code: `R${i + 1}`, country })),
  },
);
const prepared = prepare(table, raw);
const space = buildSpace(prepared, { minCoverage: 0.5 });
const labels = { R1: 1, R2: 1, R3: 1, R4: 2, R5: 2, R6: 2 };
const near = (value: number): number => expect.closeTo(value, 12) as number;

describe("profile", () => {
  const [first, second] = profile(space, { labels });

  it("lists members by id and countries with the most members first, by name where equal", () => {
    expect([first!.label, first!.size, first!.members]).toEqual([1, 3, ["R1", "R2", "R3"]]);
    expect(first!.countries).toEqual([
      { country: "AT", count: 1 },
      { country: "ES", count: 1 },
    ]);
    expect(second!.countries).toEqual([
      { country: "AT", count: 2 },
      { country: "ES", count: 1 },
    ]);
  });

  it("tells mean and median in the user's unit beside those of all typed regions, over those that have a figure", () => {
    const [jobs, age] = second!.indicators;
    // All: 100, 110, 150, 300, 310: mean 194, squared gaps 8836 + 7056 + 1936 + 11236 + 13456.
    expect(jobs).toEqual({
      id: "jobs",
      name: { en: "Jobs", ru: "Занятость" },
      unit: "per 1000",
      n: 2,
      mean: near(305),
      median: near(305),
      overallMean: near(194),
      overallMedian: near(150),
      difference: near(111 / Math.sqrt(42_520 / 4)),
    });
    expect(age).toMatchObject({ id: "age", unit: null, n: 3, mean: 41, median: 41, overallMedian: 41 });
    expect(age!.difference).toBeCloseTo(0, 12);
  });

  it("shows an indicator without weight, and compares it with nothing", () => {
    expect(first!.indicators[2]).toMatchObject({
      id: "idle",
      n: 2,
      mean: 6,
      overallMean: near(20 / 3),
      difference: null,
    });
  });

  it("has nothing to tell where no member has a figure", () => {
    const [, alone] = profile(space, { labels: { R1: 1, R2: 1, R6: 2 } });
    expect(alone!.indicators[0]).toMatchObject({
      n: 0,
      mean: null,
      median: null,
      overallMean: near(105),
      difference: null,
    });
  });

  it("names high and low indicators, and the type after them", () => {
    expect([first!.high, first!.low, first!.name]).toEqual([[], ["jobs"], "low: Jobs"]);
    expect([second!.high, second!.low, second!.name]).toEqual([["jobs"], [], "high: Jobs"]);
  });

  it("calls half a standard deviation different, and less not", () => {
    const steps = buildSpace(prepare(makeTable({ x: [-1, 0, 1], y: [0, 0.02, 1] }), raw));
    const [, upper] = profile(steps, { labels: { R01: 1, R02: 2, R03: 2 } });
    // x: 0.5 exactly; y: 0.51 less 0.34, in standard deviations of 0.57.
    expect(upper!.high).toEqual(["x"]);
  });

  it("has no difference for codes without order", () => {
    const coded = makeTable(
      { x: [1, 2, 3], sort: [1, 1, 2] },
      { framework: makeFramework({ indicators: ["x", { id: "sort", kind: "nominal" }] }) },
    );
    const gower = buildSpace(prepare(coded, raw), { metric: "gower" });
    const [one] = profile(gower, { labels: { R01: 1, R02: 1, R03: 2 } });
    expect(one!.indicators.map(({ id, difference }) => [id, difference === null])).toEqual([
      ["x", false],
      ["sort", true],
    ]);
  });

  it("says of a type what the typology says of it", () => {
    const typology = clusterRegions(space, { method: "average", k: 2 });
    const profiles = profile(space, typology);
    expect(profiles.map(({ label, name, size, members }) => ({ label, name, size, members }))).toEqual(
      typology.clusters.map(({ label, name, size, members }) => ({ label, name, size, members })),
    );
    typology.clusters.forEach(({ distinctive }, c) => {
      const { high, low } = profiles[c]!;
      expect(new Set([...high, ...low])).toEqual(new Set(distinctive.map(({ id }) => id)));
    });
  });

  it("describes a cut of the tree as well", () => {
    const typology = clusterRegions(space, { method: "average", k: 2 });
    const profiles = profile(space, cutTree(typology, { k: 3 }));
    expect(profiles.map(({ size }) => size).reduce((sum, size) => sum + size)).toBe(6);
    expect(profiles).toHaveLength(3);
  });

  it("compares with the regions that have a type, not with those that have none", () => {
    const [only] = profile(space, { labels: { R1: 1, R2: 1 } });
    expect(only!.indicators[0]).toMatchObject({
      mean: near(105),
      overallMean: near(105),
      difference: near(0),
    });
  });

  it("takes weights from the space", () => {
    const weights = weigh(prepared, { scheme: "given", indicators: { jobs: 0, age: 1, idle: 1 } });
    const [one] = profile(buildSpace(prepared, { weights, minCoverage: 0 }), { labels });
    expect(one!.indicators.map(({ difference }) => difference === null)).toEqual([true, false, false]);
  });
});

describe("labels that do not fit", () => {
  it("a region that the space does not have is named, with its nearest", () => {
    expect(messagesOf(() => profile(space, { labels: { R1: 1, R7: 1 } }))).toEqual([
      'profile.labels: expected the id of a region of the space, got "R7". Did you mean "R1" or "R2" or "R3"?',
    ]);
  });

  it("no labels at all are no typology", () => {
    const error = errorOf(() => profile(space, { labels: {} }));
    expect([error.code, error.message]).toEqual([
      "no-regions",
      "profile.labels: expected regions with a type, got none. Pass a typology.",
    ]);
  });
});
