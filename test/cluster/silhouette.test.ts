import { describe, expect, it } from "vitest";
import { silhouettesOf } from "../../src/cluster/silhouette.js";
import { gapsOnLine } from "../support/clusters.js";

describe("silhouettesOf", () => {
  it("weighs the mean distance to the own cluster against that to the second best, by hand", () => {
    const { widths, second } = silhouettesOf(gapsOnLine(0, 1, 4, 6), 4, [0, 0, 1, 1], 2);
    // 0: a = 1, b = (4 + 6) / 2; 1: a = 1, b = (3 + 5) / 2; 4: a = 2, b = (4 + 3) / 2; 6: a = 2, b = (6 + 5) / 2.
    expect([...widths]).toEqual(
      [4 / 5, 3 / 4, 1.5 / 3.5, 3.5 / 5.5].map((width) => expect.closeTo(width, 14)),
    );
    expect([...second]).toEqual([1, 1, 0, 0]);
  });

  it("is below 0 for a point that is nearer to another cluster", () => {
    const { widths } = silhouettesOf(gapsOnLine(0, 9, 10, 11), 4, [0, 0, 1, 1], 2);
    // 9: a = 9, b = (1 + 2) / 2.
    expect(widths[1]).toBeCloseTo((1.5 - 9) / 9, 14);
  });

  it("is 0 for a cluster of one, which has a second best all the same", () => {
    const { widths, second } = silhouettesOf(gapsOnLine(0, 5, 6, 20), 4, [0, 1, 1, 2], 3);
    expect([widths[0], widths[3]]).toEqual([0, 0]);
    expect([second[0], second[3]]).toEqual([1, 1]);
  });

  it("takes the nearest of the other clusters for the second best, of equally near ones the first", () => {
    const { second } = silhouettesOf(gapsOnLine(0, 4, 5, 6, 11), 5, [0, 1, 1, 1, 2], 3);
    expect([...second]).toEqual([1, 0, 0, 2, 1]);
    expect([...silhouettesOf(gapsOnLine(5, 4, 6), 3, [0, 1, 2], 3).second]).toEqual([1, 0, 0]);
    expect([...silhouettesOf(gapsOnLine(4, 5, 6), 3, [2, 1, 0], 3).second]).toEqual([1, 0, 1]);
  });

  it("is 0 where all points stand at one place", () => {
    expect([...silhouettesOf(gapsOnLine(3, 3, 3, 3), 4, [0, 0, 1, 1], 2).widths]).toEqual([0, 0, 0, 0]);
  });

  it("is 1 where a cluster stands at one place, away from the other", () => {
    expect([...silhouettesOf(gapsOnLine(3, 3, 8, 8), 4, [0, 0, 1, 1], 2).widths]).toEqual([1, 1, 1, 1]);
  });
});
