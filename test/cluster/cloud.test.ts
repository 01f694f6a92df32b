import { describe, expect, it } from "vitest";
import { takeCloud } from "../../src/cluster/cloud.js";
import { takePoints } from "../../src/space/points.js";
import { cloudOf, pointsOf, randomPlaces } from "../support/clusters.js";

const places = [
  [0, 1],
  [3, null],
  [5, 2],
  [9, 9],
] as const;

describe("takePoints", () => {
  it("takes points in the order given", () => {
    const { n, coordinates, present } = takePoints(pointsOf(places), [3, 1]);
    expect(n).toBe(2);
    expect([...coordinates]).toEqual([9, 9, 3, 0]);
    expect([...present!]).toEqual([1, 1, 1, 0]);
  });

  it("knows that nothing is missing among those that it took", () => {
    expect(takePoints(pointsOf(places), [0, 2, 3]).present).toBeNull();
    expect(takePoints(pointsOf([[1], [2]]), [1]).present).toBeNull();
  });
});

describe("takeCloud", () => {
  const whole = cloudOf(places);

  it("keeps the distances of those that it takes", () => {
    // The pairs of 0 and 2, 0 and 3, 2 and 3 among the six.
    const kept = [1, 2, 5].map((pair) => whole.distances[pair]);
    expect([...takeCloud(whole, [0, 2, 3]).distances]).toEqual(kept);
  });

  it("is the cloud of those points alone", () => {
    const all = randomPlaces(12, 3, 6, 0.3);
    const chosen = [0, 3, 4, 7, 11];
    const taken = takeCloud(cloudOf(all), chosen);
    const alone = cloudOf(chosen.map((i) => all[i]!));
    expect([...taken.distances]).toEqual([...alone.distances]);
    expect([...taken.euclid!.values]).toEqual([...alone.euclid!.values]);
    expect(taken.n).toBe(5);
  });

  it("has coordinates where the metric has centres, and none elsewhere", () => {
    for (const metric of ["squared-euclidean", "euclidean"] as const)
      expect(cloudOf([[0], [1]], metric).euclid).not.toBeNull();
    for (const metric of ["manhattan", "chebyshev", "canberra", "gower"] as const)
      expect(cloudOf([[0], [1]], metric).euclid).toBeNull();
  });
});
