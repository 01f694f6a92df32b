import { describe, expect, it } from "vitest";
import { numberClusters } from "../../src/cluster/number-clusters.js";

const numbered = (labels: readonly number[]) => {
  const { labels: numbers, k } = numberClusters(labels);
  return { labels: [...numbers], k };
};

describe("numberClusters", () => {
  it("numbers from 0, the largest first", () => {
    expect(numbered([7, 2, 2, 5, 5, 5])).toEqual({ labels: [2, 1, 1, 0, 0, 0], k: 3 });
  });

  it("numbers equally large clusters in the order of their first points", () => {
    expect(numbered([9, 1, 4, 1, 9, 4])).toEqual({ labels: [0, 1, 2, 1, 0, 2], k: 3 });
  });

  it("numbers a division the same, whatever its clusters were called", () => {
    expect(numbered([0, 1, 1, 2, 0, 1])).toEqual(numbered([5, 0, 0, 1, 5, 0]));
  });

  it("gives no number to a cluster without points", () => {
    expect(numbered([0, 3, 3])).toEqual({ labels: [1, 0, 0], k: 2 });
  });
});
