import { describe, expect, it } from "vitest";
import { toSquare } from "../../src/cluster/square.js";
import { condensed } from "../support/clusters.js";

describe("toSquare", () => {
  it("lays condensed distances out on both sides of a diagonal of 0", () => {
    expect([...toSquare(Float64Array.of(1, 2, 3), 3, 1)]).toEqual([0, 1, 2, 1, 0, 3, 2, 3, 0]);
  });

  it("squares on request", () => {
    expect([...toSquare(Float64Array.of(3), 2, 2)]).toEqual([0, 9, 9, 0]);
  });

  it.each([1, 2, 31, 32, 33, 64, 70])("has every pair at its place, for %d points", (n) => {
    const square = toSquare(
      condensed(n, (i, j) => 1000 * i + j),
      n,
      1,
    );
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        expect(square[i * n + j]).toBe(i === j ? 0 : 1000 * Math.min(i, j) + Math.max(i, j));
  });
});
