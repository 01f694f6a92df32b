import { buildSpace, clusterRegions, compareTypologies, cutTree, prepare } from "reference-regions";
import { describe, expect, it } from "vitest";
import { errorOf } from "../support/problems.js";
import { makeTable } from "../support/tables.js";

/** One letter a region: its type. A dot: it has none. */
function types(letters: string) {
  const entries = [...letters].map((letter, i) => [`R${i + 1}`, letter.charCodeAt(0) - 64] as const);
  return { labels: Object.fromEntries(entries.filter(([, label]) => label > 0)) };
}

describe("compareTypologies", () => {
  it("counts the pairs on which both agree, by hand", () => {
    // Pairs together: R1-R2 and R3-R4 in the first, R1-R2-R3 in the second; both: R1-R2. Six pairs in all.
    expect(compareTypologies(types("AABB"), types("AAAB"))).toEqual({
      n: 4,
      rand: (1 + 2) / 6,
      // Expected 2 * 3 / 6 = 1.
      adjustedRand: 0,
      table: [
        { a: 1, b: 1, count: 2 },
        { a: 2, b: 1, count: 1 },
        { a: 2, b: 2, count: 1 },
      ],
      onlyInA: [],
      onlyInB: [],
    });
  });

  it("does not mind what types are called", () => {
    const { rand, adjustedRand, table } = compareTypologies(types("AABBC"), types("CCAAB"));
    expect([rand, adjustedRand]).toEqual([1, 1]);
    expect(table).toEqual([
      { a: 1, b: 3, count: 2 },
      { a: 2, b: 1, count: 2 },
      { a: 3, b: 2, count: 1 },
    ]);
  });

  it("compares the regions that have a type in both, and names the others", () => {
    const found = compareTypologies(types("AAB.BA"), types("AA.BB."));
    expect([found.n, found.rand]).toEqual([3, 1]);
    expect([found.onlyInA, found.onlyInB]).toEqual([["R3", "R6"], ["R4"]]);
  });

  it.each([
    ["all regions in one type in both", "AAAA", "BBBB"],
    ["each a type of its own in both", "ABCD", "DCBA"],
  ])("calls them the same where chance could not have made them differ: %s", (_, a, b) => {
    expect(compareTypologies(types(a), types(b))).toMatchObject({ rand: 1, adjustedRand: 1 });
  });

  it.each([
    ["one type against each its own", "AAAA", "ABCD", 0],
    ["one type against two", "AAAA", "AABB", 0],
    ["crossed pairs", "AABB", "ABAB", -0.5],
  ])("finds no more than chance: %s", (_, a, b, adjusted) => {
    expect(compareTypologies(types(a), types(b)).adjustedRand).toBeCloseTo(adjusted, 12);
  });

  it("takes typologies and cuts of trees alike", () => {
    const space = buildSpace(prepare(makeTable({ x: [0, 1, 5, 6, 20, 22] })));
    const typology = clusterRegions(space, { method: "average", k: 3 });
    expect(compareTypologies(typology, cutTree(typology, { k: 3 })).adjustedRand).toBe(1);
    expect(compareTypologies(cutTree(typology, { k: 2 }), typology).adjustedRand).toBeLessThan(1);
  });

  it.each([
    ["AA..", "..BB", 0],
    ["AA.A", "..BB", 1],
  ])("needs two regions in common: %s and %s", (a, b, common) => {
    const error = errorOf(() => compareTypologies(types(a), types(b)));
    expect([error.code, error.message]).toEqual([
      "too-few-regions",
      `compareTypologies: expected at least two regions with a type in both typologies, got ${common}. Compare typologies of the same regions.`,
    ]);
  });

  it("is content with two", () => {
    expect(compareTypologies(types("AB"), types("AA"))).toMatchObject({ n: 2, rand: 0, adjustedRand: 0 });
  });
});
