import { describe, expect, it } from "vitest";
import { centresOf, inertiaOf } from "../../src/cluster/centres.js";
import { cloudOf, inertiaByHand, randomPlaces } from "../support/clusters.js";

describe("centresOf", () => {
  it("are the means of the members, in coordinates scaled by the roots of the weights", () => {
    const cloud = cloudOf(
      [
        [0, 4],
        [2, 8],
        [9, 1],
      ],
      "euclidean",
      [0.75, 0.25],
    );
    const { values, sums, sizes } = centresOf(cloud.euclid!, [0, 0, 1], 2);
    const [a, b] = [Math.sqrt(0.75), Math.sqrt(0.25)];
    expect([...values]).toEqual([1 * a, 6 * b, 9 * a, 1 * b].map((value) => expect.closeTo(value, 14)));
    // 0.75 * (1 + 1) + 0.25 * (4 + 4).
    expect([...sums]).toEqual([expect.closeTo(3.5, 14), 0]);
    expect([...sizes]).toEqual([2, 1]);
  });

  it("weigh a member with gaps by its factor, and take a coordinate that no member has from all points", () => {
    const cloud = cloudOf([
      [0, null],
      [3, null],
      [null, 4],
      [6, 8],
    ]);
    const { values, sums } = centresOf(cloud.euclid!, [0, 0, 1, 1], 2);
    const root = Math.sqrt(0.5);
    // Second cluster: x is the fourth's alone; y counts twice from the third, once from the fourth.
    expect([values[0], values[2], values[3]]).toEqual(
      [1.5, 6, (2 * 4 + 8) / 3].map((value) => expect.closeTo(value * root, 12)),
    );
    expect(values[1]).toBeCloseTo(6 * root, 12);
    expect(sums[0]).toBeCloseTo(2 * 0.5 * 2 * 1.5 ** 2, 12);
  });

  it("need no points in a cluster", () => {
    const cloud = cloudOf([[0], [4]]);
    const { values, sums, sizes } = centresOf(cloud.euclid!, [0, 0], 2);
    expect([...values]).toEqual([2, 2]);
    expect([...sums]).toEqual([8, 0]);
    expect([...sizes]).toEqual([2, 0]);
  });
});

describe("inertiaOf", () => {
  it.each([0, 0.4])(
    "is the sum of the squared gaps, from their definition (share missing: %d)",
    (missing) => {
      for (let seed = 1; seed <= 10; seed++) {
        const weights = [0.5, 0.25, 0.15, 0.1];
        const places = randomPlaces(12, 4, seed, missing);
        const labels = places.map((_, i) => i % 3);
        const { euclid } = cloudOf(places, "squared-euclidean", weights);
        expect(inertiaOf(euclid!, labels, 3)).toBeCloseTo(inertiaByHand(places, labels, weights), 12);
      }
    },
  );

  it("leaves out what has no weight, be it missing or far away", () => {
    const cloud = cloudOf(
      [
        [0, 1e6],
        [2, null],
      ],
      "euclidean",
      [1, 0],
    );
    expect(inertiaOf(cloud.euclid!, [0, 0], 1)).toBeCloseTo(2, 12);
  });

  it("is half the sum of squared distances over the size of each cluster, without gaps", () => {
    const places = randomPlaces(20, 3, 2);
    const cloud = cloudOf(places, "squared-euclidean");
    const total = cloud.distances.reduce((sum, distance) => sum + distance, 0);
    expect(inertiaOf(cloud.euclid!, new Uint8Array(20), 1)).toBeCloseTo(total / 20, 12);
  });
});
