import {
  buildSpace,
  type ClusterMethod,
  clusterRegions,
  prepare,
  type SpaceOptions,
} from "reference-regions";
import { describe, expect, it } from "vitest";
import { takeComparable } from "../../src/cluster/comparable-regions.js";
import { typologyNotes } from "../../src/cluster/typology-notes.js";
import { runToEnd } from "../../src/shared/long-task.js";
import { makeTable } from "../support/tables.js";

const raw = { treat: "none", normalise: "none" } as const;

function spaceOf(columns: Record<string, (number | null)[]>, options: SpaceOptions = {}) {
  return buildSpace(prepare(makeTable(columns), raw), { metric: "euclidean", ...options });
}

function notesOf(
  columns: Record<string, (number | null)[]>,
  options: SpaceOptions = {},
  method: ClusterMethod = "average",
) {
  return clusterRegions(spaceOf(columns, options), { method, k: 2 }).notes;
}

describe("the notes of a typology", () => {
  it("are none where all is well", () => {
    expect(notesOf({ x: [0, 1, 10, 11] })).toEqual([]);
  });

  it("name the regions that get no type", () => {
    const columns = { x: [0, 1, 10, 11, 5], y: [0, 1, 10, 11, null] };
    expect(notesOf(columns)).toEqual([
      {
        code: "unassigned",
        regions: ["R05"],
        of: 5,
        message: "1 of 5 regions has too few figures, and gets no type: R05.",
      },
    ]);
    expect(notesOf({ x: [...columns.x, 4], y: [...columns.y, null] })).toEqual([
      {
        code: "unassigned",
        regions: ["R05", "R06"],
        of: 6,
        message: "2 of 6 regions have too few figures, and get no type: R05, R06.",
      },
    ]);
  });

  it("count the pairs that share little", () => {
    const columns = { a: [null, 1, 10, 11], b: [0, null, 10, 11], c: [0, 1, 10, 11] };
    expect(notesOf(columns)).toEqual([
      {
        code: "thin-pairs",
        pairCount: 1,
        of: 6,
        minCoverage: 0.66,
        message:
          "1 of 6 pairs of regions share less than 66 % of the weight; their distance rests on what they share.",
      },
    ]);
  });

  it("warn of Ward's linkage under a metric that is not Euclidean, and of no other", () => {
    const columns = { x: [0, 1, 10, 11] };
    expect(notesOf(columns, { metric: "manhattan" }, "ward")).toEqual([
      {
        code: "not-euclidean",
        metric: "manhattan",
        message:
          "Ward's linkage is meant for Euclidean distances; under manhattan its heights are no sums of squares. Average linkage or k-medoids suit any metric.",
      },
    ]);
    expect(notesOf(columns, { metric: "manhattan" }, "average")).toEqual([]);
    for (const metric of ["euclidean", "squared-euclidean", "mahalanobis"] as const)
      expect(notesOf(columns, { metric }, "ward")).toEqual([]);
  });

  it("name the regions at a border", () => {
    expect(notesOf({ x: [0, 0, 4.9, 10, 10] }, {}, "complete")).toEqual([
      {
        code: "borderline",
        regions: ["R03"],
        of: 5,
        message:
          "1 of 5 regions lies at the border of its type (silhouette below 0.1): its second-best type is nearly as close, or closer.",
      },
    ]);
  });

  it("call a type of one region an outlier, unless every region is a type", () => {
    const [, alone] = notesOf({ x: [0, 1, 2, 40] });
    expect(alone).toEqual({
      code: "type-of-one",
      regions: ["R04"],
      message: "1 type has one member only (R04): an outlier rather than a type.",
    });
    const { notes } = clusterRegions(spaceOf({ x: [0, 1, 20, 40] }), { method: "average", k: 3 });
    expect(notes.at(-1)!.message).toBe(
      "2 types have one member only (R03, R04): outliers rather than a type.",
    );
    const all = clusterRegions(spaceOf({ x: [0, 1, 20, 40] }), { method: "average", k: 4 }).notes;
    expect(all.map(({ code }) => code)).not.toContain("type-of-one");
  });
});

describe("a search that rarely reached its best", () => {
  const space = spaceOf({ x: [0, 1, 10, 11] });
  const comparable = runToEnd(takeComparable(space, "clusterRegions"));
  const notes = (exact: boolean, starts: number, reachedBest: number) => {
    const division = {
      labels: Uint32Array.of(0, 0, 1, 1),
      merges: null,
      search: { exact, starts, reachedBest },
    };
    return typologyNotes(space, [], [], comparable, division, { method: "k-means", k: 2, seed: 1 });
  };

  it("is noted below one start in twenty", () => {
    expect(notes(false, 100, 4)).toEqual([
      {
        code: "rarely-reached",
        reachedBest: 4,
        starts: 100,
        message:
          "Only 4 of 100 starts reached the best division found: a better one may exist. Raise starts, or choose another number of types.",
      },
    ]);
    expect(notes(false, 100, 5)).toEqual([]);
  });

  it("is no matter where all was tried, or where there was one start", () => {
    expect(notes(true, 100, 1)).toEqual([]);
    expect(notes(false, 1, 0)).toEqual([]);
  });
});
