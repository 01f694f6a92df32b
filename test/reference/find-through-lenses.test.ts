import {
  analyse,
  buildSpace,
  compareSelections,
  distanceBetween,
  findConsensus,
  findReferenceRegions,
  findThroughLenses,
  measureDistances,
  OptionsError,
  type PlanInput,
  prepare,
  type SpaceOptions,
  type StructuralSpace,
  type WeighOptions,
  weigh,
} from "reference-regions";
import { describe, expect, it } from "vitest";
import { isNear, rawTables, read, spaceOf as spaceOfRaw, spaces } from "../support/arbitraries.js";
import fc from "../support/fast-check.js";
import { makeFramework, makeTable } from "../support/tables.js";

const raw = { treat: "none", normalise: "none" } as const;

/** Dimension p holds x (weight 3) and x2 (weight 1), q holds y; columns that are not given are no part of the framework. */
function spaceOf(
  columns: { readonly [id in "x" | "x2" | "y"]?: readonly (number | null)[] },
  options: SpaceOptions = {},
  scheme?: WeighOptions,
): StructuralSpace {
  const indicators = [
    { id: "x", dimension: "p", weight: 3 },
    { id: "x2", dimension: "p", weight: 1 },
    { id: "y", dimension: "q" },
  ].filter(({ id }) => Object.hasOwn(columns, id));
  const framework = makeFramework({
    dimensions: [
      { id: "p", name: { en: "People", fr: "Population" } },
      { id: "q", name: "Quality" },
    ],
    indicators,
  });
  const prepared = prepare(makeTable(columns as Record<string, (number | null)[]>, { framework }), raw);
  return buildSpace(prepared, { metric: "manhattan", weights: weigh(prepared, scheme), ...options });
}

const listed = ({ regions }: { readonly regions: readonly { readonly id: string }[] }): string[] =>
  regions.map(({ id }) => id);

// Overall R02 has (1 + 8) / 2 = 4.5, R04 and R05 have 5, R03 has 5.5.
const space = spaceOf({ x: [0, 1, 2, 9, 8], y: [0, 8, 9, 1, 2] });

describe("findThroughLenses", () => {
  it("finds a list through each dimension alone beside the list through all", () => {
    const { target, overall, lenses, notes } = findThroughLenses(space, "R01", { count: 2 });
    expect(target.id).toBe("R01");
    expect(overall).toEqual(findReferenceRegions(space, "R01", { count: 2 }));
    expect(listed(overall)).toEqual(["R02", "R04"]);
    expect(lenses.map(({ dimension, reference }) => [dimension, listed(reference)])).toEqual([
      ["p", ["R02", "R03"]],
      ["q", ["R04", "R05"]],
    ]);
    expect(lenses[0]!.reference.regions.map(({ distance }) => distance)).toEqual([1, 2]);
    expect(notes).toEqual([]);
  });

  it("names the dimensions as the framework does, in its order", () => {
    const { lenses } = findThroughLenses(space, "R01");
    expect(lenses.map(({ name }) => name)).toEqual([{ en: "People", fr: "Population" }, "Quality"]);
  });

  it("compares each list (b) with the list through all (a)", () => {
    const { overall, lenses } = findThroughLenses(space, "R01", { count: 2 });
    expect(lenses[0]!.comparison).toMatchObject({ overlap: 1, onlyInA: ["R04"], onlyInB: ["R03"] });
    expect(lenses[1]!.comparison).toMatchObject({ overlap: 1, onlyInA: ["R02"], onlyInB: ["R05"] });
    for (const { comparison, reference } of lenses)
      expect(comparison).toEqual(compareSelections(overall, reference));
  });

  it("tells which regions the lenses agree on, under the names of the dimensions", () => {
    const { consensus, lenses } = findThroughLenses(space, "R01", { count: 3 });
    // p: R02, R03, R05; q: R04, R05, R02.
    expect(consensus.selections).toBe(2);
    expect(listed(consensus)).toEqual(["R02", "R05", "R04", "R03"]);
    expect(consensus.regions[0]).toMatchObject({ chosenBy: ["p", "q"], share: 1, medianRank: 2 });
    const lists = lenses.map(({ dimension, reference }) => ({ name: dimension, regions: reference.regions }));
    expect(consensus).toEqual(findConsensus(lists));
  });

  it("keeps the proportions of the weights within a dimension", () => {
    const own = spaceOf({ x: [0, 4, 9], x2: [0, 8, 0], y: [0, 5, 7] });
    const [p] = findThroughLenses(own, "R01").lenses;
    // 3/4 * 4 + 1/4 * 8, and 3/4 * 9.
    expect(p!.reference.regions.map(({ distance }) => distance)).toEqual([5, 6.75]);
  });

  it("asks every lens with the options of the whole", () => {
    const { lenses } = findThroughLenses(space, "R01", {
      exclude: { regions: ["R02", "R04"] },
      explain: false,
    });
    for (const { reference } of lenses) {
      expect(listed(reference).sort()).toEqual(["R03", "R05"]);
      expect(reference.regions[0]).not.toHaveProperty("reasons");
    }
  });

  it("has an empty list where nobody is near enough through a lens", () => {
    const { lenses, consensus } = findThroughLenses(space, "R01", { maxDistance: 0.5 });
    expect(lenses.map(({ reference }) => reference.regions)).toEqual([[], []]);
    expect(lenses[0]!.comparison).toMatchObject({ jaccard: null, rankBiasedOverlap: null });
    expect(consensus).toEqual({ selections: 2, regions: [] });
  });

  it("has no lens for a dimension of weight 0, and nothing to say of it", () => {
    const scheme = { scheme: "given", dimensions: { p: 1, q: 0 } } as const;
    const own = spaceOf({ x: [0, 1, 2, 9], y: [0, 8, 9, 1] }, {}, scheme);
    const { lenses, overall, notes } = findThroughLenses(own, "R01");
    expect(lenses.map(({ dimension }) => dimension)).toEqual(["p"]);
    expect(lenses[0]!.reference.regions).toEqual(overall.regions);
    expect(notes).toEqual([]);
  });

  it("refuses an unknown target and options as findReferenceRegions does", () => {
    expect(() => findThroughLenses(space, "R1")).toThrow(OptionsError);
    expect(() => findThroughLenses(space, "R1")).toThrow(
      'target: expected the id of a region of the space, got "R1".',
    );
    expect(() => findThroughLenses(space, "R01", { count: 0 })).toThrow(
      "findReferenceRegions.count: expected a number of at least 1, got 0.",
    );
    expect(() => findThroughLenses(space, "R01", { eligible: [] })).toThrow(
      "findReferenceRegions (R01): expected at least one eligible region, got none",
    );
  });
});

describe("missing cells", () => {
  it("leave a region out of the lens in which it has too few figures, not out of the whole", () => {
    const own = spaceOf({ x: [0, 1, 2, 3], y: [0, 4, null, 1] }, { minCoverage: 0.5 });
    const { overall, lenses } = findThroughLenses(own, "R01");
    expect(listed(overall)).toContain("R03");
    const q = lenses[1]!.reference;
    expect(listed(q)).toEqual(["R04", "R02"]);
    expect(q.excluded.map(({ id, reason }) => [id, reason])).toEqual([["R03", "low-coverage"]]);
  });

  it("leave no lens, but a note, where the target has no figure in a dimension", () => {
    const own = spaceOf({ x: [0, 1, 2, 3], y: [null, 4, 8, 1] }, { minCoverage: 0.5 });
    const { lenses, notes, consensus } = findThroughLenses(own, "R01");
    expect(lenses.map(({ dimension }) => dimension)).toEqual(["p"]);
    expect(notes).toEqual([
      {
        code: "no-lens",
        dimension: "q",
        message: "Through dimension q alone the target cannot be compared with any eligible region.",
      },
    ]);
    expect(consensus.selections).toBe(1);
  });
});

it("a metric that needs more than one indicator leaves no lens in dimensions of one, and an empty consensus", () => {
  // A profile of one figure has no direction once its mean is taken away.
  const own = spaceOf({ x: [0, 1, 2, 9], y: [3, 8, 7, 1] }, { metric: "correlation" });
  const { lenses, consensus, notes } = findThroughLenses(own, "R01");
  expect(lenses).toEqual([]);
  expect(consensus).toEqual({ selections: 0, regions: [] });
  expect(notes.map(({ dimension }) => dimension)).toEqual(["p", "q"]);
});

/** The first region that can be compared with another one. */
function comparable(own: StructuralSpace): string | undefined {
  const matrix = measureDistances(own);
  const ids = own.regions.map(({ id }) => id);
  return ids.find((a) => ids.some((b) => a !== b && distanceBetween(matrix, a, b) !== null));
}

describe("a lens", () => {
  it("has the distances of a space in which its dimension is given the whole weight", () => {
    let seen = 0;
    fc.assert(
      fc.property(spaces(), (own) => {
        const target = comparable(own);
        fc.pre(target !== undefined);
        const { prepared, metric, minCoverage } = own;
        const { dimensions } = prepared.framework;
        const options = { count: own.n, explain: false };
        for (const { dimension, reference } of findThroughLenses(own, target!, options).lenses) {
          const weights = weigh(prepared, {
            scheme: "given",
            dimensions: Object.fromEntries(dimensions.map(({ id }) => [id, id === dimension ? 1 : 0])),
          });
          const alone = buildSpace(prepared, { metric, minCoverage, weights });
          const expected = findReferenceRegions(alone, target!, options).regions;
          expect(new Set(listed(reference))).toEqual(new Set(expected.map(({ id }) => id)));
          const distances = new Map(expected.map(({ id, distance }) => [id, distance]));
          for (const { id, distance } of reference.regions)
            expect(isNear(distance, distances.get(id)!, 1e-9)).toBe(true);
          seen++;
        }
      }),
    );
    expect(seen).toBeGreaterThan(30);
  });

  it("has a recipe that gives its list again, not the list through all", async () => {
    await fc.assert(
      fc.asyncProperty(rawTables({ maxRegions: 8 }), async (one) => {
        const own = spaceOfRaw(one, {}, { minCoverage: 0 });
        for (const { reference } of findThroughLenses(own, one.rows[0]!.code, { count: 3 }).lenses) {
          const { target, plan } = JSON.parse(JSON.stringify(reference.recipe)) as typeof reference.recipe;
          const again = await analyse(read(one), target!, plan as PlanInput);
          expect(again.reference).toStrictEqual(reference);
        }
      }),
      { numRuns: 15 },
    );
  });
});
