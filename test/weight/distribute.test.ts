import type { Indicator } from "reference-regions";
import { describe, expect, it } from "vitest";
import { distribute, type Level } from "../../src/weight/distribute.js";

/** Indicators named by the groups that they are in: "ax" is in a at the first level and in x at the second. */
const named = (...ids: string[]): Indicator[] =>
  ids.map((id) => ({ id, name: id, dimension: id[0]!, role: "structural" }));

const level = (letter: number, weights: Record<string, number> = {}): Level => ({
  groupOf: ({ id }) => id[letter] ?? "",
  weightOf: (group) => weights[group] ?? 1,
});

const shares = (ids: readonly string[], ...levels: Level[]): number[] => [
  ...distribute(named(...ids), levels),
];

describe("distribute", () => {
  it("without levels splits the whole equally", () => {
    expect(shares(["a", "b", "c", "d"])).toEqual([0.25, 0.25, 0.25, 0.25]);
  });

  it("splits between groups first, so that a group of many counts no more than a group of one", () => {
    expect(shares(["a1", "a2", "b1"], level(0))).toEqual([0.25, 0.25, 0.5]);
  });

  it("splits in proportion to the weights: 2 to 1", () => {
    expect(shares(["a1", "b1"], level(0, { a: 2 }))).toEqual([2 / 3, 1 / 3]);
  });

  it("splits every part again at the next level", () => {
    // a 3/4: x and y half each; b 1/4: x alone.
    expect(shares(["ax", "ay", "bx"], level(0, { a: 3 }), level(1))).toEqual([0.375, 0.375, 0.25]);
  });

  it("keeps groups of one name in different parts apart", () => {
    // The x of a and the x of b are not one group: a has x and y, b has x twice.
    expect(shares(["ax", "ay", "bx", "bx"], level(0), level(1))).toEqual([0.25, 0.25, 0.25, 0.25]);
  });

  it("does not ask indicators of a group to stand together", () => {
    expect(shares(["a1", "b1", "a2"], level(0))).toEqual([0.25, 0.5, 0.25]);
  });

  it("gives 0 to a group of weight 0, and its part to its sisters", () => {
    expect(shares(["a1", "b1", "c1"], level(0, { b: 0, c: 3 }))).toEqual([0.25, 0, 0.75]);
  });

  it("gives 0 throughout a part whose groups all weigh 0", () => {
    expect(shares(["ax", "ay", "bz"], level(0), level(1, { x: 0, y: 0 }))).toEqual([0, 0, 0.5]);
  });

  it("of nothing is nothing", () => {
    expect(shares([])).toEqual([]);
  });
});
