import { describe, expect, it } from "vitest";
import { runToEnd } from "../../src/shared/long-task.js";
import { eachPair, isSampled } from "../../src/space/sample-pairs.js";

function pairsOf(n: number): { pairs: [number, number][]; count: number } {
  const pairs: [number, number][] = [];
  const count = runToEnd(eachPair(n, (i, j) => pairs.push([i, j])));
  return { pairs, count };
}

describe("eachPair", () => {
  it("visits every pair once, in order", () => {
    expect(pairsOf(4)).toEqual({
      pairs: [
        [0, 1],
        [0, 2],
        [0, 3],
        [1, 2],
        [1, 3],
        [2, 3],
      ],
      count: 6,
    });
    expect(pairsOf(1)).toEqual({ pairs: [], count: 0 });
  });

  it("visits all pairs up to 2,000 points and a sample of 200,000 above", () => {
    expect([isSampled(2_000), isSampled(2_001)]).toEqual([false, true]);
    expect(pairsOf(2_000).count).toBe(1_999_000);
    const { pairs, count } = pairsOf(2_001);
    expect([pairs.length, count]).toEqual([200_000, 200_000]);
  });

  it("samples the same pairs every time, never a point with itself, every point", () => {
    const { pairs } = pairsOf(2_500);
    expect(pairsOf(2_500).pairs).toEqual(pairs);
    expect(pairs.every(([i, j]) => i !== j && i >= 0 && j >= 0 && i < 2_500 && j < 2_500)).toBe(true);
    expect(new Set(pairs.flat()).size).toBe(2_500);
  });
});
