import { buildSpace, closenessWords, explainPair, findReferenceRegions, prepare } from "reference-regions";
import { describe, expect, it } from "vitest";
import { closenessOf } from "../../src/space/closeness.js";
import { makeTable } from "../support/tables.js";

const limits = { veryClose: 1, close: 2, comparable: 3, pairs: 100, sampled: false };

describe("the words for closeness", () => {
  it("include the limit itself", () => {
    expect([0, 1, 1.0001, 2, 2.0001, 3, 3.0001].map((distance) => closenessOf(distance, limits))).toEqual([
      "very-close",
      "very-close",
      "close",
      "close",
      "comparable",
      "comparable",
      "distant",
    ]);
  });

  it("are four, from near to far", () => {
    expect(closenessWords).toEqual(["very-close", "close", "comparable", "distant"]);
  });
});

describe("the limits of a space", () => {
  // Distances 1, 2, 3, 4, 6, 7, 8, 12, 14, 15: the quantiles of type 7 lie at positions 0.09, 0.45 and 1.8.
  const line = makeTable({ x: [0, 1, 3, 7, 15] });
  const space = buildSpace(prepare(line, { normalise: "none" }), { metric: "manhattan" });

  it("are the quantiles at 1 %, 5 % and 20 % of all pairs", () => {
    const { veryClose, close, comparable, ...rest } = space.closeness;
    expect(veryClose).toBeCloseTo(1.09, 13);
    expect(close).toBeCloseTo(1.45, 13);
    expect(comparable).toBeCloseTo(2.8, 13);
    expect(rest).toEqual({ pairs: 10, sampled: false });
  });

  it("are the same for lists and pairs", () => {
    expect(
      findReferenceRegions(space, "R02").regions.map(({ distance, closeness }) => [distance, closeness]),
    ).toEqual([
      [1, "very-close"],
      [2, "comparable"],
      [6, "distant"],
      [14, "distant"],
    ]);
    expect(explainPair(space, "R03", "R02").closeness).toBe("comparable");
  });

  it("are read from the pairs that can be compared", () => {
    const table = makeTable({ x: [0, 1, 3], y: [1, null, 3] });
    const thin = buildSpace(prepare(table, { normalise: "none" }));
    expect(thin.closeness).toEqual({ veryClose: 6.5, close: 6.5, comparable: 6.5, pairs: 1, sampled: false });
  });

  it("are null where no pair can be compared", () => {
    const table = makeTable({ x: [0, 1, null, null], y: [null, null, 1, 3] });
    const { closeness } = buildSpace(prepare(table));
    expect(closeness).toEqual({ veryClose: null, close: null, comparable: null, pairs: 0, sampled: false });
  });
});

describe("the limits of a large space", () => {
  // Evenly along one line: the share of pairs nearer than d is 1 - (1 - d)², so the quantile at q is 1 - sqrt(1 - q).
  const even = (n: number) => {
    const table = makeTable({ x: Array.from({ length: n }, (_, i) => (i * 7919) % n) });
    return buildSpace(prepare(table), { metric: "manhattan" }).closeness;
  };
  const expected = [0.01, 0.05, 0.2].map((q) => 1 - Math.sqrt(1 - q));
  const read = ({ veryClose, close, comparable }: ReturnType<typeof even>) => [
    veryClose!,
    close!,
    comparable!,
  ];

  it("come from all pairs up to 2,000 regions", () => {
    const closeness = even(2_000);
    expect(closeness.sampled).toBe(false);
    expect(closeness.pairs).toBe(1_999_000);
    read(closeness).forEach((limit, i) => {
      expect(Math.abs(limit - expected[i]!)).toBeLessThan(0.001);
    });
  });

  it("come from a sample of 200,000 pairs above, near the true limits and the same every time", () => {
    const closeness = even(2_003);
    expect(closeness.sampled).toBe(true);
    expect(closeness.pairs).toBe(200_000);
    read(closeness).forEach((limit, i) => {
      // One step of the line is 0.0005.
      expect(Math.abs(limit - expected[i]!)).toBeLessThan(0.001 + 0.01 * expected[i]!);
    });
    expect(even(2_003)).toEqual(closeness);
  });

  it("never sample a region with itself", () => {
    // All regions are apart by 1 at least: a distance of 0 could only come from a region and itself.
    const table = makeTable({ x: Array.from({ length: 2_001 }, (_, i) => i) });
    const { closeness } = buildSpace(prepare(table, { normalise: "none" }), { metric: "manhattan" });
    expect(closeness.veryClose).toBeGreaterThanOrEqual(1);
  });
});
