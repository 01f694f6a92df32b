import { describe, expect, it } from "vitest";
import {
  eachMerge,
  groupsAfter,
  inOrder,
  leafOrder,
  type Merge,
  movePoints,
} from "../../src/cluster/merges.js";
import { deepFreeze } from "../support/arbitraries.js";

const merge = (left: number, right: number, height: number, size: number): Merge => {
  return { left, right, height, size };
};

/** Points at 0, 1, 10, 12 and 30: two pairs, their union, then the last. */
const tree = deepFreeze([merge(-1, -2, 1, 2), merge(-3, -4, 2, 2), merge(1, 2, 9, 4), merge(-5, 3, 18, 5)]);

describe("groupsAfter", () => {
  it.each([
    [0, [0, 1, 2, 3, 4]],
    [1, [0, 0, 1, 2, 3]],
    [2, [0, 0, 1, 1, 2]],
    [3, [0, 0, 0, 0, 1]],
    [4, [0, 0, 0, 0, 0]],
  ])("after %d merges", (count, groups) => {
    expect([...groupsAfter(tree, 5, count)]).toEqual(groups);
  });

  it("numbers groups in the order of their first points, not of the merges", () => {
    const late = [merge(-4, -5, 1, 2), merge(-2, 1, 2, 3), merge(-1, -3, 3, 2), merge(2, 3, 4, 5)];
    expect([...groupsAfter(late, 5, 2)]).toEqual([0, 1, 2, 1, 1]);
    expect([...groupsAfter(late, 5, 3)]).toEqual([0, 1, 0, 1, 1]);
  });
});

describe("eachMerge", () => {
  it("hands over the members of both parts, as positions from 0, with the height", () => {
    const seen: unknown[] = [];
    eachMerge(tree, (left, right, height) => seen.push([left, right, height]));
    expect(seen).toEqual([
      [[0], [1], 1],
      [[2], [3], 2],
      [[0, 1], [2, 3], 9],
      [[4], [0, 1, 2, 3], 18],
    ]);
  });
});

describe("leafOrder", () => {
  it("draws the left part of every merge before the right", () => {
    expect(leafOrder(tree)).toEqual([4, 0, 1, 2, 3]);
    expect(leafOrder([merge(-2, -3, 1, 2), merge(-1, 1, 2, 3)])).toEqual([0, 1, 2]);
  });
});

describe("movePoints", () => {
  it("gives points other positions, and parts the order that R gives them there", () => {
    const moved = movePoints(tree, [4, 3, 2, 1, 0]);
    expect(moved).toEqual([merge(-4, -5, 1, 2), merge(-2, -3, 2, 2), merge(1, 2, 9, 4), merge(-1, 3, 18, 5)]);
  });

  it("moved there and back is the same hierarchy", () => {
    expect(movePoints(movePoints(tree, [2, 0, 4, 1, 3]), [1, 3, 0, 4, 2])).toEqual(tree);
  });
});

describe("inOrder", () => {
  it.each([
    ["two points: the first", -7, -2, [-2, -7]],
    ["a point and a union: the point", 3, -9, [-9, 3]],
    ["two unions: the earlier", 5, 2, [2, 5]],
  ])("%s comes first", (_, a, b, ordered) => {
    expect(inOrder(a, b)).toEqual(ordered);
    expect(inOrder(b, a)).toEqual(ordered);
  });
});
