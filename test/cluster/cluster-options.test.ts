import {
  assessStabilitySync,
  buildSpace,
  clusterRegions,
  parsePlan,
  prepare,
  suggestClusterCount,
} from "reference-regions";
import { describe, expect, it } from "vitest";
import { countDefaults, startsFor, startsOfDraw } from "../../src/cluster/cluster-options.js";
import { makeTable } from "../support/tables.js";

const space = buildSpace(prepare(makeTable({ x: [0, 1, 3, 10, 11, 14] })));

describe("the number of starts", () => {
  it.each([
    [3, 100],
    [500, 100],
    [501, 100],
    [1000, 50],
    [1001, 50],
    [2500, 20],
    [8000, 20],
  ])("over %d regions is %d", (n, starts) => {
    expect(startsFor({}, n)).toBe(starts);
  });

  it("is what was asked for, whatever the number of regions", () => {
    expect(startsFor({ starts: 3 }, 8000)).toBe(3);
    expect(startsFor({ starts: 1000 }, 10)).toBe(1000);
  });

  it.each([
    [100, 5],
    [50, 3],
    [20, 1],
    [1, 1],
  ])("of %d is %d in a draw", (starts, fewer) => {
    expect(startsOfDraw(starts)).toBe(fewer);
  });
});

describe("what is left out", () => {
  it("of a typology is the seed", () => {
    const { recipe } = clusterRegions(space, { method: "k-medoids", k: 2 });
    expect(recipe.plan.typology).toStrictEqual({ method: "k-medoids", k: 2, seed: 1 });
  });

  it("of the typology of a plan is Ward's linkage and the seed; the number stays open", () => {
    expect(parsePlan({ typology: {} }).typology).toStrictEqual({ method: "ward", seed: 1 });
    expect(parsePlan({ typology: { method: "k-means", k: 4, starts: 7, seed: -3 } }).typology).toStrictEqual({
      method: "k-means",
      k: 4,
      seed: -3,
      starts: 7,
    });
    expect(parsePlan({})).not.toHaveProperty("typology");
  });

  it("of the question how many types is Ward's linkage, from 2, 50 draws, seed 1", () => {
    const { recipe } = suggestClusterCount(space);
    expect(recipe.call).toStrictEqual({
      name: "suggestClusterCount",
      options: { method: "ward", from: 2, draws: 50, seed: 1 },
    });
  });

  it("of that question, where a plan asks it, is the same", () => {
    expect(countDefaults({ method: "ward", seed: 1 })).toEqual({
      method: "ward",
      from: 2,
      draws: 50,
      seed: 1,
    });
    expect(countDefaults({ method: "k-means", seed: 9, starts: 4 })).toEqual({
      method: "k-means",
      from: 2,
      draws: 50,
      seed: 9,
      starts: 4,
    });
  });

  it("of stability is Ward's linkage, 200 draws, seed 1, and the number that is found", () => {
    const { recipe, k } = assessStabilitySync(space);
    expect(recipe.call).toStrictEqual({
      name: "assessStability",
      options: { method: "ward", k, draws: 200, seed: 1 },
    });
    expect(k).toBe(suggestClusterCount(space).k);
  });
});
