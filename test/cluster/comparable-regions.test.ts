import { buildSpace, prepare, type StructuralSpace, weigh } from "reference-regions";
import { describe, expect, it } from "vitest";
import { takeComparable } from "../../src/cluster/comparable-regions.js";
import { runToEnd } from "../../src/shared/long-task.js";
import { rawSpaceOf } from "../support/clusters.js";
import { errorOf, messagesOf } from "../support/problems.js";
import { makeTable } from "../support/tables.js";

const raw = { treat: "none", normalise: "none" } as const;

const take = (space: StructuralSpace) => runToEnd(takeComparable(space, "clusterRegions"));
const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);

describe("the regions that can be compared", () => {
  it("come in the order of their ids, with their positions in the space", () => {
    const space = rawSpaceOf({ x: [0, 1, 5, 9] }, {}, ["D", "B", "a", "C"]);
    const { regions, positions, cloud, unassigned } = take(space);
    expect(ids(regions)).toEqual(["B", "C", "D", "a"]);
    expect(positions).toEqual([1, 3, 0, 2]);
    expect([...cloud.distances]).toEqual([8, 1, 4, 9, 4, 5]);
    expect(unassigned).toEqual([]);
  });

  it("are those with figures for the minimum coverage; the others are named with what they have", () => {
    const space = rawSpaceOf(
      {
        a: [1, null, 3, 4, null, 6],
        b: [1, null, 1, 4, 2, 1],
        c: [2, 7, 3, null, 5, 5],
      },
      {},
      ["R6", "R2", "R4", "R5", "R1", "R3"],
    );
    const { regions, unassigned } = take(space);
    expect(ids(regions)).toEqual(["R1", "R3", "R4", "R5", "R6"]);
    expect(unassigned).toEqual([
      { id: "R2", reason: "low-coverage", message: "has 33 % of the weight, less than 66 %" },
    ]);
  });

  it("are not said to have more than they have: shares are rounded down", () => {
    const columns = { a: [null, 1, 2, 3], b: [1, 5, 2, 3], c: [2, 3, 4, 9] };
    const { unassigned } = take(rawSpaceOf(columns, { minCoverage: 0.67 }));
    expect(unassigned.map(({ message }) => message)).toEqual(["has 66 % of the weight, less than 67 %"]);
  });

  it("include one at the very minimum", () => {
    const columns = { a: [null, 1, 2, 3], b: [1, 5, 2, 3] };
    expect(take(rawSpaceOf(columns, { minCoverage: 0.5 })).unassigned).toEqual([]);
    expect(take(rawSpaceOf(columns, { minCoverage: 0.51 })).unassigned).toHaveLength(1);
  });

  it("have a distance, where two share less than the minimum, by what they share; such pairs are counted", () => {
    // R1 lacks a and R2 lacks b: they share a third of the weight.
    const space = rawSpaceOf({ a: [null, 1, 2, 3, 4], b: [1, null, 2, 3, 4], c: [0, 3, 4, 9, 9] });
    const { cloud, thinPairs, unassigned } = take(space);
    expect([unassigned, thinPairs]).toEqual([[], 1]);
    expect(cloud.distances[0]).toBeCloseTo(3, 12);
    expect([...cloud.distances].filter(Number.isNaN)).toEqual([]);
  });

  it("have no thin pairs where nothing is missing", () => {
    expect(take(rawSpaceOf({ x: [1, 2, 3], y: [4, 9, 1] }, { minCoverage: 1 })).thinPairs).toBe(0);
  });
});

describe("regions without any figure in common", () => {
  it("cannot stay both: the one that lacks the most distances is left out", () => {
    // R4 shares nothing with R1 and R2; these share x.
    const space = rawSpaceOf({ x: [1, 2, 3, null, 5], y: [null, null, 3, 4, 1] }, { minCoverage: 0.5 });
    const { regions, unassigned } = take(space);
    expect(ids(regions)).toEqual(["R01", "R02", "R03", "R05"]);
    expect(unassigned).toEqual([
      { id: "R04", reason: "low-coverage", message: "has no distance to some of the other regions" },
    ]);
  });

  it("of which each lacks as many: the last by id is left out, wherever it stands", () => {
    const space = rawSpaceOf({ x: [1, null, 3, 4], y: [null, 2, 3, 4] }, { minCoverage: 0.5 }, [
      "B",
      "A",
      "C",
      "D",
    ]);
    expect(ids(take(space).unassigned)).toEqual(["B"]);
    expect(ids(take(space).regions)).toEqual(["A", "C", "D"]);
  });

  it("in two groups: the last group is left out, region by region", () => {
    const columns = { x: [0, 1, 2, null, null, null], y: [null, null, null, 0, 1, 2] };
    const { regions, unassigned, cloud } = take(rawSpaceOf(columns, { minCoverage: 0.5 }));
    expect(ids(regions)).toEqual(["R01", "R02", "R03"]);
    expect(ids(unassigned)).toEqual(["R04", "R05", "R06"]);
    expect([...cloud.distances]).toEqual([1, 2, 1]);
    expect(cloud.n).toBe(3);
  });

  it("under a metric of complete regions alone: those with gaps are left out", () => {
    const columns = { x: [0, 1, 2, 5, null], y: [1, 0, 4, 3, 2] };
    const { unassigned } = take(rawSpaceOf(columns, { metric: "mahalanobis", minCoverage: 0.5 }));
    expect(ids(unassigned)).toEqual(["R05"]);
  });

  it("and thin ones are listed together, by id", () => {
    const columns = { x: [1, null, null, 2, 3], y: [null, null, 4, 2, 7], z: [null, 2, null, 1, 5] };
    const prepared = prepare(makeTable(columns, { regions: ["C", "F", "A", "D", "E"] }), raw);
    const weights = weigh(prepared, { scheme: "given", indicators: { x: 2, y: 2, z: 1 } });
    const space = buildSpace(prepared, { metric: "euclidean", weights, minCoverage: 0.3 });
    expect(take(space).unassigned.map(({ id, message }) => [id, message])).toEqual([
      ["C", "has no distance to some of the other regions"],
      ["F", "has 20 % of the weight, less than 30 %"],
    ]);
  });
});

describe("different places", () => {
  it("are counted, not regions", () => {
    expect(take(rawSpaceOf({ x: [4, 1, 4, 1, 4] })).distinct).toBe(2);
    expect(take(rawSpaceOf({ x: [4, 1, 3, 2, 5] })).distinct).toBe(5);
    expect(take(rawSpaceOf({ x: [4, 1, 3, 2, 4] })).distinct).toBe(4);
  });

  it("are one where regions coincide by way of a third", () => {
    // R1 and R3 differ in y; R2 lacks y, and stands at distance 0 of both.
    const space = rawSpaceOf({ x: [1, 1, 1, 9], y: [1, null, 2, 2] }, { minCoverage: 0.5 });
    expect(take(space).distinct).toBe(2);
  });
});

describe("too few and too many", () => {
  it("two regions are no ground for types", () => {
    expect(messagesOf(() => take(rawSpaceOf({ x: [1, 2] })))).toEqual([
      "clusterRegions: expected at least 3 regions that can be compared with each other, got 2. Read a table with more regions.",
    ]);
  });

  it("more regions help nobody where their figures do not meet", () => {
    const columns = { x: [1, 3, null, null], y: [null, null, 2, 5] };
    const error = errorOf(() => take(rawSpaceOf(columns, { minCoverage: 0 })));
    expect(error.issues).toEqual([
      {
        code: "too-few-regions",
        path: "clusterRegions",
        message:
          "clusterRegions: expected at least 3 regions that can be compared with each other, got 2 (of 4; the others have too few figures in common). Impute, screen thin indicators, or lower the space's minCoverage.",
      },
    ]);
  });

  it("the distances of more than 8,000 regions are not even begun", () => {
    const space = { ...rawSpaceOf({ x: [1, 2, 3] }), n: 8001 };
    expect(errorOf(() => take(space)).issues).toEqual([
      {
        code: "too-many-regions",
        path: "clusterRegions",
        message:
          "clusterRegions: expected at most 8,000 regions, got 8,001: the distances of all pairs would not fit into memory. Take a part of them, e.g. one country or a coarser level.",
      },
    ]);
  });
});
