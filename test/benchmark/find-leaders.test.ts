import { benchmarkAgainst, buildSpace, findLeaders, findReferenceRegions, prepare } from "reference-regions";
import { describe, expect, it, test } from "vitest";
import { paretoFront } from "../../src/benchmark/pareto-front.js";
import fc from "../support/fast-check.js";
import "../support/arbitraries.js";
import { makePerformance } from "../support/performance.js";
import { bundledTable, makeFramework, makeTable } from "../support/tables.js";

function leadersOf(figures: readonly (number | null)[], indicators = ["more"]) {
  const table = makePerformance(figures);
  const list = findReferenceRegions(buildSpace(prepare(table)), "R01", { count: 99 });
  return findLeaders(benchmarkAgainst(table, list), list, { indicators });
}

describe("findLeaders", () => {
  // R01 stands first on the line; the median of the group is 13, its interval [11, 15], half of its width 2.
  const figures = [12, 10, 16, 13, 15, 11, 14, 12];

  it("names those who are better than the target beyond the noise, best first, with value and gap", () => {
    const { leaders, targetScore } = leadersOf(figures);
    expect(leaders.map(({ id }) => id)).toEqual(["R03", "R05"]);
    expect(leaders[0]!.betterIn).toEqual([{ id: "more", value: 16, target: 12, gap: 4 }]);
    expect(leaders[0]!.score!).toBeGreaterThan(targetScore!);
  });

  it("scores by the mean of z in the group, turned so that more is better", () => {
    // Mean 13, sample sd sqrt(28 / 6).
    const { targetScore, front } = leadersOf(figures);
    expect(targetScore).toBeCloseTo(-1 / Math.sqrt(28 / 6), 12);
    expect(front.find(({ id }) => id === "R03")!.score).toBeCloseTo(3 / Math.sqrt(28 / 6), 12);
    // What is good by one is bad by the other: the mean is 0.
    expect(leadersOf(figures, ["more", "less"]).targetScore).toBeCloseTo(0, 12);
  });

  it("puts on the front whom nobody is both closer and better than", () => {
    // R02 is the closest; R03 is the best and closer than all the others.
    expect(leadersOf(figures).front.map(({ id }) => id)).toEqual(["R02", "R03"]);
  });

  it("counts the countries of the leaders", () => {
    // R03 and R05 of A, R04 of B.
    expect(leadersOf([12, 10, 16, 17, 15, 11, 13, 12]).countries).toEqual({ A: 2, B: 1 });
  });

  it("needs figures for half of the indicators", () => {
    const framework = makeFramework({
      indicators: [
        "place",
        ...["a", "b", "c"].map((id) => ({ id, role: "performance", direction: "higher" }) as const),
      ],
    });
    const table = makeTable(
      {
        place: [1, 2, 3, 4, 5],
        a: [1, 5, 6, 7, 9],
        b: [1, 5, null, 4, 3],
        c: [null, null, null, 2, 4],
      },
      { framework },
    );
    const list = findReferenceRegions(buildSpace(prepare(table)), "R01");
    const { leaders, targetScore } = findLeaders(benchmarkAgainst(table, list), list);
    expect(targetScore).not.toBeNull();
    expect(leaders.map(({ id }) => id)).not.toContain("R03");
    const few = findLeaders(benchmarkAgainst(table, list), list, { indicators: ["c"] });
    expect(few.targetScore).toBeNull();
    expect(few.leaders).toEqual([]);
    expect(few.notes).toMatchObject([{ code: "target-without-score" }]);
  });

  it("says so where nobody leads", () => {
    const { leaders, notes } = leadersOf([30, 10, 11, 12, 13]);
    expect(leaders).toEqual([]);
    expect(notes).toMatchObject([{ code: "no-leader" }]);
  });

  it("refuses indicators that it cannot judge, and another list", () => {
    expect(() => leadersOf(figures, ["mor"])).toThrow('got "mor". Did you mean "more"?');
    const table = makePerformance(figures);
    const space = buildSpace(prepare(table));
    const list = findReferenceRegions(space, "R01", { count: 3 });
    const other = findReferenceRegions(space, "R01", { count: 4 });
    expect(() => findLeaders(benchmarkAgainst(table, list), other)).toThrow(
      "expected the list that the benchmark of R01 was made of",
    );
  });

  test("finds leaders of País Vasco in more than one country, each with its reasons", () => {
    const table = bundledTable("eu-nuts2");
    const list = findReferenceRegions(buildSpace(prepare(table)), "ES21");
    const { leaders, front, countries } = findLeaders(benchmarkAgainst(table, list), list);
    expect(Object.keys(countries).length).toBeGreaterThanOrEqual(2);
    expect(front[0]!.id).toBe("ES12");
    for (const { betterIn, similarIn } of leaders) {
      expect(betterIn.length).toBeGreaterThan(0);
      expect(similarIn.length).toBeGreaterThan(0);
    }
  });
});

test("the front equals brute force on random points, ties and missing scores included", () => {
  const point = fc.record({
    distance: fc.integer({ min: 0, max: 6 }),
    score: fc.option(fc.integer({ min: 0, max: 6 }), { nil: null }),
  });
  fc.assert(
    fc.property(fc.array(point, { maxLength: 25 }), (points) => {
      const beats = (a: (typeof points)[number], b: (typeof points)[number]) =>
        a.score !== null &&
        a.distance <= b.distance &&
        a.score >= b.score! &&
        (a.distance < b.distance || a.score > b.score!);
      const expected = [...points.keys()].filter(
        (at) => points[at]!.score !== null && !points.some((other) => beats(other, points[at]!)),
      );
      expect([...paretoFront(points)].sort((a, b) => a - b)).toEqual(expected);
    }),
  );
});
