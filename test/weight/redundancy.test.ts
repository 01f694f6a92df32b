import { describe, expect, it } from "vitest";
import { redundancyWeights } from "../../src/weight/redundancy.js";

const near = (actual: readonly number[], expected: readonly number[]): void => {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, k) => {
    expect(actual[k]).toBeCloseTo(value, 13);
  });
};

describe("weights by redundancy", () => {
  it("are equal for indicators that have nothing in common", () => {
    near(
      redundancyWeights([
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ]),
      [1 / 3, 1 / 3, 1 / 3],
    );
  });

  it("give two copies the voice of one", () => {
    near(
      redundancyWeights([
        [1, 1, 0],
        [1, 1, 0],
        [0, 0, 1],
      ]),
      [1 / 4, 1 / 4, 1 / 2],
    );
  });

  it("do not ask for the sign of a correlation", () => {
    near(
      redundancyWeights([
        [1, -1, 0],
        [-1, 1, 0],
        [0, 0, 1],
      ]),
      [1 / 4, 1 / 4, 1 / 2],
    );
  });

  it("are branch lengths: r = 0.5 joins at 0.5, the branch of 0.5 above is shared", () => {
    // a, b: 0.5 each, then half of the branch from 0.5 to 1; c: 1.
    near(
      redundancyWeights([
        [1, 0.5, 0],
        [0.5, 1, 0],
        [0, 0, 1],
      ]),
      [0.75, 0.75, 1].map((w) => w / 2.5),
    );
  });

  it("count a joined group by the mean of its two halves, not of its members (WPGMA)", () => {
    // a and b join at 0.1; c joins them at 0.4; d is (0.8 + 0.8) / 2 from a, b, and 0.6 from c: 0.7 from all three.
    const r = [
      [1, 0.9, 0.6, 0.2],
      [0.9, 1, 0.6, 0.2],
      [0.6, 0.6, 1, 0.4],
      [0.2, 0.2, 0.4, 1],
    ];
    const ab = 0.1 + (0.4 - 0.1) / 2;
    const [sum, branch] = [2 * ab + 0.4, 0.7 - 0.4];
    const raw = [ab + (branch * ab) / sum, ab + (branch * ab) / sum, 0.4 + (branch * 0.4) / sum, 0.7];
    const total = raw.reduce((x, y) => x + y, 0);
    near(
      redundancyWeights(r),
      raw.map((w) => w / total),
    );
  });

  it("are equal where all say the same, and 1 for a single one", () => {
    near(
      redundancyWeights([
        [1, 1, -1],
        [1, 1, -1],
        [-1, -1, 1],
      ]),
      [1 / 3, 1 / 3, 1 / 3],
    );
    expect(redundancyWeights([[1]])).toEqual([1]);
    expect(redundancyWeights([])).toEqual([]);
  });

  it("take a correlation that rounding put above 1 for 1", () => {
    const weights = redundancyWeights([
      [1, 1 + 2e-16, 0.3],
      [1 + 2e-16, 1, 0.3],
      [0.3, 0.3, 1],
    ]);
    near(weights, [1 / 4, 1 / 4, 1 / 2]);
  });

  it("do not change the correlations that they are given", () => {
    const given = [
      [1, 0.5],
      [0.5, 1],
    ];
    redundancyWeights(given);
    expect(given).toEqual([
      [1, 0.5],
      [0.5, 1],
    ]);
  });
});
