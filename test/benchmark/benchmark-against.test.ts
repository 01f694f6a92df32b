import {
  type Benchmark,
  type BenchmarkIndicator,
  type BenchmarkOptions,
  benchmarkAgainst,
  buildSpace,
  findReferenceRegions,
  prepare,
  type ReferenceRegions,
  type RegionTable,
} from "reference-regions";
import { describe, expect, it, test } from "vitest";
import { makePerformance } from "../support/performance.js";
import { messagesOf } from "../support/problems.js";
import { bundledTable, makeFramework, makeTable } from "../support/tables.js";

function listOf(table: RegionTable, count = 99): ReferenceRegions {
  return findReferenceRegions(buildSpace(prepare(table)), "R01", { count });
}

function benchmark(figures: readonly (number | null)[], options?: BenchmarkOptions): Benchmark {
  const table = makePerformance(figures);
  return benchmarkAgainst(table, listOf(table), options);
}

/** The two indicators: more is better, and less is better. */
function pair(figures: readonly (number | null)[], options?: BenchmarkOptions): BenchmarkIndicator[] {
  return [...benchmark(figures, options).indicators];
}

describe("the target in its group", () => {
  it("is ranked from the best, by direction: 1 and how many are better", () => {
    const [more, less] = pair([5, 3, 7, 5, 9]);
    expect([more!.rank, less!.rank]).toEqual([3, 2]);
  });

  it("has the percentile of those who are worse, equals count half", () => {
    // Worse than 5 where more is better: 3; equal: 5; of four.
    const [more, less] = pair([5, 3, 7, 5, 9]);
    expect([more!.percentile, less!.percentile]).toEqual([37.5, 62.5]);
  });

  it("has gaps in the indicator's own unit and sign, to the best by direction", () => {
    const [more, less] = pair([5, 3, 7, 6, 9]);
    expect([more!.gapToMedian, less!.gapToMedian]).toEqual([-1.5, -1.5]);
    expect([more!.gapToBest, less!.gapToBest]).toEqual([-4, 2]);
  });

  it("has a score that is turned so that more is better: z, or on a scale of one's own", () => {
    // Mean 6, sd 2 of 4, 6, 8.
    const [more, less] = pair([5, 4, 6, 8]);
    expect([more!.score, less!.score]).toEqual([-0.5, 0.5]);
    const scaled = pair([5, 4, 6, 8], { score: { mean: 100, sd: 15 } });
    expect(scaled.map(({ score }) => score)).toEqual([92.5, 107.5]);
  });

  it("counts as one of its group on request: in the figures, not among those it is ranked with", () => {
    const figures = [20, 4, 6, 8];
    const [apart] = pair(figures);
    const [inside] = pair(figures, { includeTarget: true });
    expect([apart!.mean, inside!.mean]).toEqual([6, 9.5]);
    expect([apart!.max, inside!.max]).toEqual([8, 20]);
    expect([apart!.rank, inside!.rank, apart!.known, inside!.known]).toEqual([1, 1, 3, 3]);
  });

  it("stands beside all regions and those of its country too", () => {
    const table = makePerformance([5, 3, 7, 5, 9, 1, 2]);
    const [more] = benchmarkAgainst(table, listOf(table, 2)).indicators;
    expect(more!.known).toBe(2);
    expect(more!.all).toEqual({ known: 6, mean: 4.5, median: 4, rank: 3, gapToMedian: 1 });
    // Country A: R03, R05, R07.
    expect(more!.country).toEqual({ known: 3, mean: 6, median: 7, rank: 3, gapToMedian: -2 });
  });
});

describe("noise", () => {
  const group = [10, 11, 12, 13, 14, 15, 16];

  it("is the 95 % bootstrap interval of the group's median: wider for a wider group, around the median", () => {
    const [narrow] = pair([0, ...group]);
    const [wide] = pair([0, ...group.map((value) => 13 + 10 * (value - 13))]);
    const [low, high] = narrow!.medianInterval!;
    expect([low, high]).toEqual([11, 15]);
    expect(wide!.medianInterval).toEqual([-7, 33]);
  });

  it("makes of a gap inside the interval a level standing, of one outside a strength or a lag by direction", () => {
    for (const [own, standings] of [
      [12, ["level", "level"]],
      [13, ["level", "level"]],
      [20, ["ahead", "behind"]],
      [2, ["behind", "ahead"]],
    ] as const) {
      expect(pair([own, ...group]).map(({ standing }) => standing)).toEqual(standings);
    }
    const { strengths, lags } = benchmark([20, ...group]);
    expect([strengths, lags]).toEqual([["more"], ["less"]]);
  });

  it("also comes from other lists: a gap that some of them turn is level", () => {
    // Against R02 to R08 the target is ahead; half of the other lists hold regions that are ahead of it.
    const figures = [20, ...group, 30, 31];
    const lists = [["R02", "R03"], ["R09", "R10"], ["R02", "R04"], ["R10"]];
    const table = makePerformance(figures);
    const reference = listOf(table, 7);
    const [alone] = benchmarkAgainst(table, reference).indicators;
    const [more] = benchmarkAgainst(table, reference, { lists }).indicators;
    expect([alone!.standing, alone!.gapOverLists]).toEqual(["ahead", null]);
    // Gaps 9.5, -10.5, 9, -11: sorted -11, -10.5, 9, 9.5; 5 % is 0.15 steps above the first, 95 % 0.15 below the last.
    expect(more!.gapOverLists![0]).toBeCloseTo(-11 + 0.15 * 0.5, 12);
    expect(more!.gapOverLists![1]).toBeCloseTo(9.5 - 0.15 * 0.5, 12);
    expect(more!.standing).toBe("level");
  });

  it("names as leaders those who are better by more than half the interval, best first", () => {
    // Half the width of [11, 15] is 2: better than 11 by more than 2 are 14, 15 and 16.
    const [more, less] = pair([11, ...group]);
    expect(more!.leaders).toEqual(["R08", "R07", "R06"]);
    expect(less!.leaders).toEqual([]);
  });

  it("depends on the seed alone", () => {
    const figures = [0, 3, 1, 4, 1, 5, 9, 2, 6];
    expect(benchmark(figures, { seed: 7 })).toEqual(benchmark(figures, { seed: 7 }));
    const intervals = [1, 2, 3, 4].map((seed) => pair(figures, { seed, resamples: 100 })[0]!.medianInterval);
    expect(new Set(intervals.map(String)).size).toBeGreaterThan(1);
  });
});

describe("what is missing", () => {
  it("is never filled: regions without a figure are not counted, and below half of the group a note says so", () => {
    const { indicators, notes } = benchmark([5, null, null, null, 4, 6]);
    expect(indicators[0]).toMatchObject({ known: 2, coverage: 0.4, mean: 5, min: 4, max: 6 });
    expect(indicators[0]!.values).toEqual({ R02: null, R03: null, R04: null, R05: 4, R06: 6 });
    expect(notes).toMatchObject([{ code: "thin-indicator", indicators: ["more", "less"] }]);
  });

  it("leaves the target without rank, gap and standing, and the group with its figures", () => {
    const { indicators, notes, strengths, lags } = benchmark([null, 1, 2, 3]);
    expect(indicators[0]).toMatchObject({
      target: null,
      median: 2,
      rank: null,
      percentile: null,
      gapToMedian: null,
      gapToBest: null,
      score: null,
      standing: null,
      leaders: [],
    });
    expect([strengths, lags]).toEqual([[], []]);
    expect(notes).toMatchObject([{ code: "target-without-figure", indicators: ["more", "less"] }]);
  });

  it("can be the whole group", () => {
    const [more] = pair([5, null, null]);
    expect(more).toMatchObject({ known: 0, mean: null, sd: null, median: null, gapToMedian: null, rank: 1 });
    expect(more!.percentile).toBeNull();
  });
});

describe("small and odd groups", () => {
  it.each([
    [[5, 9], "The reference group has 1 region: too few to tell a gap from noise."],
    [[5, 9, 8], "The reference group has 2 regions: too few to tell a gap from noise."],
  ])("of one or two have figures, but no standing: %j", (figures, message) => {
    const { indicators, notes } = benchmark(figures);
    expect(indicators[0]).toMatchObject({ medianInterval: null, standing: null, leaders: [] });
    expect(indicators[0]!.median).not.toBeNull();
    expect(notes.map((note) => note.message)).toContain(message);
  });

  it("that are all the same have no score; the target is level only with them", () => {
    const { indicators, notes } = benchmark([4, 4, 4, 4]);
    expect(indicators[0]).toMatchObject({ sd: 0, score: null, standing: "level", rank: 1, percentile: 50 });
    expect(notes).toMatchObject([{ code: "no-spread", indicators: ["more", "less"] }]);
    expect(pair([5, 4, 4, 4]).map(({ standing }) => standing)).toEqual(["ahead", "behind"]);
  });

  it("rank nobody in an indicator without direction", () => {
    const framework = makeFramework({ indicators: ["place", { id: "size", role: "performance" }] });
    const table = makeTable({ place: [1, 2, 3, 4], size: [4, 1, 2, 9] }, { framework });
    const { indicators, notes } = benchmarkAgainst(table, listOf(table));
    expect(indicators[0]).toMatchObject({
      direction: "neutral",
      median: 2,
      gapToMedian: 2,
      rank: null,
      percentile: null,
      gapToBest: null,
      score: null,
      standing: null,
      leaders: [],
    });
    expect(notes).toMatchObject([{ code: "no-direction", indicators: ["size"] }]);
  });

  it("have nothing to say without performance indicators", () => {
    const table = makeTable({ place: [1, 2, 3, 4] });
    const { indicators, notes } = benchmarkAgainst(table, listOf(table));
    expect(indicators).toEqual([]);
    expect(notes).toMatchObject([{ code: "no-performance-indicators" }]);
  });
});

describe("bad input is refused", () => {
  const table = makePerformance([1, 2, 3, 4]);

  test("structural and unknown indicators by name, all at once", () => {
    expect(
      messagesOf(() => benchmarkAgainst(table, listOf(table), { indicators: ["place", "mor"] })),
    ).toEqual([
      "benchmarkAgainst.indicators, indicator place: expected a performance indicator, got a structural one: it made the list, and would be looked at twice. Leave it out, or change its role and make the list anew.",
      'benchmarkAgainst.indicators, indicator mor: expected a performance indicator of the framework, got "mor". Did you mean "more"?',
    ]);
  });

  test("a list of another table, and lists with regions that are not there", () => {
    expect(() => benchmarkAgainst(makePerformance([1, 2, 3]), listOf(table))).toThrow(
      "expected a region of the table, got one that is not in it",
    );
    expect(
      messagesOf(() => benchmarkAgainst(table, listOf(table), { lists: [["R02", "R9"], ["R8"]] })),
    ).toHaveLength(2);
  });

  test("unknown options", () => {
    expect(
      messagesOf(() => benchmarkAgainst(table, listOf(table), { quartiles: "type-6" as "type-7" })),
    ).toEqual([
      'benchmarkAgainst.quartiles: expected one of "type-7", "median-of-halves", got "type-6". Did you mean "type-7"?',
    ]);
  });
});

test("País Vasco against its reference group: few leave school early, many are out of work", () => {
  const table = bundledTable("eu-nuts2");
  const list = findReferenceRegions(buildSpace(prepare(table)), "ES21");
  const { strengths, lags, notes, indicators } = benchmarkAgainst(table, list);
  expect(indicators).toHaveLength(10);
  expect(strengths).toEqual(["life_expectancy", "early_leavers"]);
  expect(lags).toEqual(["labour_cost_hour", "unemployment", "longterm_unemployment", "gfcf_hab"]);
  expect(notes).toEqual([]);
});
