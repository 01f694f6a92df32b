import { benchmarkAgainst, buildSpace, findReferenceRegions, prepare } from "reference-regions";
import { describe, expect, it } from "vitest";
import { readGolden } from "../support/golden.js";
import { makePerformance } from "../support/performance.js";

interface Described {
  readonly values: readonly number[];
  readonly mean: number;
  readonly sd: number | null;
  readonly min: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly max: number;
  readonly lowerHinge: number;
  readonly upperHinge: number;
  readonly rankOfFirst: number;
  readonly rankOfFirstLow: number;
}

const golden = readGolden<{ readonly [group: string]: Described }>("benchmark");
const near = (value: number | null) => (value === null ? null : expect.closeTo(value, 12));

describe.each(Object.entries(golden))("a group of %s values, against R", (_, expected) => {
  // Missing cells stand between the figures and change nothing.
  for (const gaps of [false, true]) {
    const figures = expected.values.flatMap((value) => (gaps ? [value, null] : [value]));
    const table = makePerformance([expected.values[0]!, ...figures]);
    const reference = findReferenceRegions(buildSpace(prepare(table)), "R01", { count: 99 });

    it(`has mean, sd and quartiles of type 7, ${gaps ? "with" : "without"} missing cells`, () => {
      const [more] = benchmarkAgainst(table, reference).indicators;
      const { mean, sd, min, q1, median, q3, max } = expected;
      expect(more).toMatchObject({
        known: expected.values.length,
        coverage: gaps ? 0.5 : 1,
        mean: near(mean),
        sd: near(sd),
        min,
        q1: near(q1),
        median: near(median),
        q3: near(q3),
        max,
      });
    });

    it(`has the hinges of fivenum as medians of halves, ${gaps ? "with" : "without"} missing cells`, () => {
      const [more] = benchmarkAgainst(table, reference, { quartiles: "median-of-halves" }).indicators;
      expect(more).toMatchObject({ q1: near(expected.lowerHinge), q3: near(expected.upperHinge) });
    });

    it(`ranks by direction, ${gaps ? "with" : "without"} missing cells`, () => {
      // The target has the figure of the first of the group, and so its rank.
      const [more, less] = benchmarkAgainst(table, reference).indicators;
      expect([more!.rank, less!.rank]).toEqual([expected.rankOfFirst, expected.rankOfFirstLow]);
    });
  }
});

it("gives both upper quartiles of 20 values, each by its name: 39.3 of type 7, 39.4 of the halves", () => {
  const { values } = golden.twenty!;
  const table = makePerformance([0, ...values]);
  const reference = findReferenceRegions(buildSpace(prepare(table)), "R01", { count: 99 });
  const [type7] = benchmarkAgainst(table, reference).indicators;
  const [halves] = benchmarkAgainst(table, reference, { quartiles: "median-of-halves" }).indicators;
  // Sorted, the 15th and 16th are 39.2 and 39.6: 0.75 x 19 = 14.25 steps above the first, and the middle of the upper ten.
  expect(type7!.q3).toBeCloseTo(39.2 + 0.25 * (39.6 - 39.2), 12);
  expect(halves!.q3).toBeCloseTo((39.2 + 39.6) / 2, 12);
});
