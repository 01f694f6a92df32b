import {
  buildSpace,
  distanceBetween,
  findNearestSync,
  measureDistances,
  neighbourGraph,
  OptionsError,
  prepare,
  type StructuralSpace,
} from "reference-regions";
import { describe, expect, it } from "vitest";
import { spaces } from "../support/arbitraries.js";
import fc from "../support/fast-check.js";
import { errorOf } from "../support/problems.js";
import { makeTable, type RegionSpec } from "../support/tables.js";

function spaceOf(columns: Record<string, (number | null)[]>, regions?: readonly RegionSpec[]) {
  const prepared = prepare(makeTable(columns, { regions }), { treat: "none", normalise: "none" });
  return buildSpace(prepared, { metric: "manhattan" });
}

function graphOf(space: StructuralSpace, count: number) {
  return neighbourGraph(findNearestSync(space, { count }));
}

/** Centres far from each other, each with four regions around it that are nearer to it than to each other. */
function stars(...centres: readonly string[]): StructuralSpace {
  const ids = centres.flatMap((id) => [id, ...[1, 2, 3, 4].map((i) => `${id}${i}`)]);
  const x = centres.flatMap((_, at) => [0, 1, 0, -1, 0].map((step) => 100 * at ** 2 + step));
  const y = centres.flatMap(() => [0, 0, 1, 0, -1]);
  return spaceOf({ x, y }, ids);
}

/** The lists of all regions from the matrix of distances: nearest first, at equal distance by id. */
function listsByHand(space: StructuralSpace, count: number): Map<string, string[]> {
  const matrix = measureDistances(space);
  const ids = space.regions.map(({ id }) => id);
  const lists = ids.map((id) => {
    const reached = ids.flatMap((other) => {
      const distance = other === id ? null : distanceBetween(matrix, id, other);
      return distance === null ? [] : [{ other, distance }];
    });
    reached.sort((a, b) => a.distance - b.distance || (a.other < b.other ? -1 : 1));
    return [id, reached.slice(0, count).map(({ other }) => other)] as const;
  });
  return new Map(lists);
}

describe("neighbourGraph", () => {
  // Nearest: R01 and R02 of each other, R02 of R03, R03 of R04, R04 of R05, R05 of R06.
  const line = spaceOf({ x: [0, 1, 3, 7, 15, 40] });

  it("finds the pairs that stand in each other's lists, and how many entries are mutual", () => {
    const { count, mutual, reciprocity } = graphOf(line, 1);
    expect(count).toBe(1);
    expect(mutual).toEqual([["R01", "R02"]]);
    // Two of six entries.
    expect(reciprocity).toBe(1 / 3);
  });

  it("counts in how many lists each region stands, in the order of the space", () => {
    const { inDegrees, isolated, hubs } = graphOf(line, 1);
    expect(inDegrees.map(({ id, inDegree }) => [id, inDegree])).toEqual([
      ["R01", 1],
      ["R02", 2],
      ["R03", 1],
      ["R04", 1],
      ["R05", 1],
      ["R06", 0],
    ]);
    expect(isolated).toEqual(["R06"]);
    expect(hubs).toEqual([]);
  });

  it("has the skewness of the in-degrees, of type 2", () => {
    // In-degrees 4, 1, 0, 0, 0: deviations 3, 0, -1, -1, -1 from 1, m2 = 12 / 5, m3 = 24 / 5, so that g1 = 2 / sqrt(2.4), and
    // type 2 is g1 sqrt(5 * 4) / 3.
    const graph = graphOf(stars("A"), 1);
    expect(graph.inDegrees.map(({ inDegree }) => inDegree)).toEqual([4, 1, 0, 0, 0]);
    expect(graph.skewness).toBeCloseTo(((2 / Math.sqrt(2.4)) * Math.sqrt(20)) / 3, 12);
    // 1, 2, 1, 1, 1, 0 lie the same on either side.
    expect(graphOf(line, 1).skewness).toBeCloseTo(0, 12);
  });

  it("has no skewness where every region stands in as many lists, or there are two regions", () => {
    expect(graphOf(spaceOf({ x: [0, 1, 5] }), 2).skewness).toBeNull();
    expect(graphOf(spaceOf({ x: [0, 1] }), 1).skewness).toBeNull();
  });

  it("calls a hub what stands in more than twice as many lists as a list is long, and not what stands in twice as many", () => {
    const { hubs, isolated, mutual } = graphOf(stars("A"), 1);
    expect(hubs).toEqual([{ id: "A", inDegree: 4 }]);
    expect(isolated).toEqual(["A2", "A3", "A4"]);
    expect(mutual).toEqual([["A", "A1"]]);
    // R02 stands in the lists of R01 and R03.
    expect(graphOf(spaceOf({ x: [0, 1, 3] }), 1)).toMatchObject({
      inDegrees: [{ inDegree: 1 }, { inDegree: 2 }, { inDegree: 0 }],
      hubs: [],
    });
  });

  it("orders hubs by the lists in which they stand, and by id among equals", () => {
    expect(graphOf(stars("C", "A", "B"), 1).hubs.map(({ id }) => id)).toEqual(["A", "B", "C"]);
    // Of different size: A has three around it, B has four.
    const x = [0, 1, 0, -1, 100, 101, 100, 99, 100];
    const y = [0, 0, 1, 0, 0, 0, 1, 0, -1];
    const uneven = spaceOf({ x, y }, ["A", "A1", "A2", "A3", "B", "B1", "B2", "B3", "B4"]);
    expect(graphOf(uneven, 1).hubs).toEqual([
      { id: "B", inDegree: 4 },
      { id: "A", inDegree: 3 },
    ]);
  });

  it("takes lists that are longer than there are regions", () => {
    expect(graphOf(spaceOf({ x: [0, 1, 5] }), 9)).toMatchObject({
      count: 9,
      mutual: [
        ["R01", "R02"],
        ["R01", "R03"],
        ["R02", "R03"],
      ],
      reciprocity: 1,
      isolated: [],
    });
  });

  it("has no reciprocity to speak of, and nobody but isolated regions, where none can be compared", () => {
    // No two regions share more than half of the weight.
    const apart = spaceOf({ x: [0, 1, null, null], y: [null, null, 0, 1] });
    expect(graphOf(apart, 2)).toMatchObject({
      mutual: [],
      reciprocity: 0,
      skewness: null,
      hubs: [],
      isolated: ["R01", "R02", "R03", "R04"],
    });
  });

  it("agrees with a search of all lists for each other", () => {
    let mutuals = 0;
    fc.assert(
      fc.property(
        fc.oneof(spaces(), spaces({ tied: true })),
        fc.integer({ min: 1, max: 5 }),
        (space, count) => {
          const graph = graphOf(space, count);
          const lists = listsByHand(space, count);
          const ids = space.regions.map(({ id }) => id);
          const pairs = ids.flatMap((a, i) => ids.slice(i + 1).map((b) => [a, b] as const));
          const mutual = pairs.filter(([a, b]) => lists.get(a)!.includes(b) && lists.get(b)!.includes(a));
          expect(graph.mutual).toEqual(mutual);
          const degreeOf = (id: string): number => [...lists.values()].filter((l) => l.includes(id)).length;
          expect(graph.inDegrees).toEqual(ids.map((id) => ({ id, inDegree: degreeOf(id) })));
          expect(graph.isolated).toEqual(ids.filter((id) => degreeOf(id) === 0));
          const hubs = ids.filter((id) => degreeOf(id) > 2 * count);
          expect(graph.hubs.map(({ id }) => id).sort()).toEqual(hubs.sort());
          const entries = [...lists.values()].flat().length;
          expect(graph.reciprocity).toBe(entries === 0 ? 0 : (2 * mutual.length) / entries);
          mutuals += mutual.length;
        },
      ),
      { numRuns: 60 },
    );
    expect(mutuals).toBeGreaterThan(0);
  });
});

describe("the notes of a neighbour graph", () => {
  it("are none without hubs and isolated regions", () => {
    expect(graphOf(spaceOf({ x: [0, 1, 5] }), 2).notes).toEqual([]);
  });

  it("speak of one in the singular, of several in the plural", () => {
    const [hubs, isolated] = graphOf(stars("A"), 1).notes;
    expect(hubs).toEqual({
      code: "hubs",
      regions: ["A"],
      message:
        "1 region stands in more than 2 lists of 1: A (4). They are near to many; keep mutual neighbours to leave them out.",
    });
    expect(isolated).toEqual({
      code: "isolated",
      regions: ["A2", "A3", "A4"],
      message: "3 regions stand in nobody's list: A2, A3, A4.",
    });
    expect(graphOf(spaceOf({ x: [0, 1, 3, 7, 15, 40] }), 1).notes).toEqual([
      { code: "isolated", regions: ["R06"], message: "1 region stands in nobody's list: R06." },
    ]);
  });

  it("tell the first five hubs and the first ten isolated regions, and hold all", () => {
    const [hubs, isolated] = graphOf(stars("A", "B", "C", "D", "E", "F"), 1).notes;
    expect(hubs!.message).toBe(
      "6 regions stand in more than 2 lists of 1: A (4), B (4), C (4), D (4), E (4), .... They are near to many; keep mutual neighbours to leave them out.",
    );
    expect(hubs!.regions).toEqual(["A", "B", "C", "D", "E", "F"]);
    expect(isolated!.message).toBe(
      "18 regions stand in nobody's list: A2, A3, A4, B2, B3, B4, C2, C3, C4, D2, ....",
    );
    expect(isolated!.regions).toHaveLength(18);
  });
});

describe("a table of some regions only", () => {
  const line = spaceOf({ x: [0, 1, 3, 7, 15, 40] });

  it.each([
    { from: 0, to: 4, own: 4 },
    { from: 2, to: 6, own: 4 },
    { from: 3, to: 3, own: 0 },
  ])("from $from to $to is refused", ({ own, ...part }) => {
    const nearest = findNearestSync(line, { count: 2, ...part });
    expect(() => neighbourGraph(nearest)).toThrow(OptionsError);
    const { code, message } = errorOf(() => neighbourGraph(nearest));
    expect([code, message]).toEqual([
      "partial-table",
      `neighbourGraph.nearest: expected the nearest regions of all 6 regions, got those of ${own}. Join the parts with joinNearest.`,
    ]);
  });
});
