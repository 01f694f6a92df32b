import { describe, expect, test } from "vitest";
import { ranker, rankOf } from "../../src/sensitivity/rank-draws.js";

describe("ranker", () => {
  const rank = ranker([0, 1, 2, 3, 4], [4, 3, 2, 1, 0, 5], 6, 2);

  test("gives ties the lowest rank, regions without distance and those not eligible none", () => {
    const { ranks } = rank(Float64Array.of(2, 1, 2, NaN, 5, 0));
    expect([...ranks]).toEqual([2, 1, 2, 0, 4, 0]);
  });

  test("cuts ties at the end of the list by the order of ids", () => {
    const { listed } = rank(Float64Array.of(2, 1, 2, NaN, 5, 0));
    expect([...listed]).toEqual([0, 1, 1, 0, 0, 0]);
  });

  test("lists all where there are fewer than asked for", () => {
    expect([...rank(Float64Array.of(NaN, NaN, NaN, NaN, 9, 0)).listed]).toEqual([0, 0, 0, 0, 1, 0]);
    expect([...rank(new Float64Array(6).fill(NaN)).listed]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test("ranks one region alike", () => {
    const distances = Float64Array.of(2, 1, 2, NaN, 5, 0);
    expect([0, 1, 2, 3, 4].map((j) => rankOf(j, distances, [0, 1, 2, 3, 4]))).toEqual([2, 1, 2, 5, 4]);
  });
});
