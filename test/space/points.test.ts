import { describe, expect, it } from "vitest";
import { isCovered, type Points, sharedWeight } from "../../src/space/points.js";

describe("isCovered", () => {
  it("takes a shared weight that equals the minimum but for rounding", () => {
    expect(isCovered(0.66, 0.66)).toBe(true);
    expect(isCovered(0.1 + 0.2 + 0.3, 0.6)).toBe(true);
    expect(isCovered(1 - 0.1 - 0.3, 0.6)).toBe(true);
    expect(isCovered(0.6599, 0.66)).toBe(false);
  });

  it("never takes nothing for something, even without a minimum", () => {
    expect(isCovered(0, 0)).toBe(false);
    expect(isCovered(1e-16, 0)).toBe(false);
    expect(isCovered(0.001, 0)).toBe(true);
  });
});

describe("sharedWeight", () => {
  const points = (present: number[] | null): Points => ({
    n: 2,
    p: 3,
    coordinates: new Float64Array(6),
    present: present === null ? null : Float64Array.from(present),
    weights: Float64Array.of(0.5, 0.3, 0.2),
    kinds: ["ratio", "ratio", "ratio"],
    ranges: new Float64Array(3),
    sphere: null,
    active: 3,
    minCoverage: 0,
  });

  it("is the weight of the indicators that both have", () => {
    expect(sharedWeight(points([1, 1, 0, 1, 0, 1]), 0, 1)).toBeCloseTo(0.5, 14);
    expect(sharedWeight(points([1, 1, 0, 1, 1, 1]), 0, 1)).toBeCloseTo(0.8, 14);
    expect(sharedWeight(points([1, 0, 0, 0, 1, 1]), 0, 1)).toBeCloseTo(0, 14);
  });

  it("is exactly 1 where both have all", () => {
    expect(sharedWeight(points([1, 1, 1, 1, 1, 1]), 0, 1)).toBe(1);
    expect(sharedWeight(points(null), 0, 1)).toBe(1);
  });
});
