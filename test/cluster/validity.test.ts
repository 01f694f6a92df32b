import { describe, expect, it } from "vitest";
import type { Cloud } from "../../src/cluster/cloud.js";
import { silhouettesOf } from "../../src/cluster/silhouette.js";
import { type Validity, validityOf } from "../../src/cluster/validity.js";
import { cloudOf, onLine, randomPlaces } from "../support/clusters.js";

function validity(cloud: Cloud, labels: readonly number[]): Validity {
  const k = Math.max(...labels) + 1;
  return validityOf(cloud, labels, k, k > 1 ? silhouettesOf(cloud.distances, cloud.n, labels, k) : null);
}

const places = onLine(0, 2, 10, 12);
const near = (value: number): number => expect.closeTo(value, 12) as number;

describe("validityOf", () => {
  it("judges two pairs on a line, by hand", () => {
    // Centres 1 and 11, all at 6: inertia 4 of 104. Spreads 1 and 1, 10 between the centres. Gap 8, widest pair 2.
    // Silhouettes: a = 2; b = 11 or 9.
    expect(validity(cloudOf(places), [0, 0, 1, 1])).toEqual({
      silhouette: near((9 / 11 + 7 / 9) / 2),
      calinskiHarabasz: near(100 / 1 / (4 / 2)),
      daviesBouldin: near((1 + 1) / 10),
      dunn: near(4),
      inertia: near(4),
      explained: near(100 / 104),
    });
  });

  it("measures centres by plain distances also under squares, silhouettes and Dunn by the squares", () => {
    const plain = validity(cloudOf(places), [0, 0, 1, 1]);
    const squared = validity(cloudOf(places, "squared-euclidean"), [0, 0, 1, 1]);
    // a = 4; b = (100 + 144) / 2 or (64 + 100) / 2.
    expect(squared).toEqual({ ...plain, silhouette: near((118 / 122 + 78 / 82) / 2), dunn: near(16) });
  });

  it("knows of three clusters the worst neighbour of each", () => {
    // Spreads 1, 1 and 0; centres 1, 11 and 14. Ratios: 2/10 and 1/13; 2/10 and 1/3; 1/13 and 1/3.
    const { daviesBouldin, dunn } = validity(cloudOf(onLine(0, 2, 10, 12, 14)), [0, 0, 1, 1, 2]);
    expect(daviesBouldin).toBeCloseTo((0.2 + 1 / 3 + 1 / 3) / 3, 12);
    expect(dunn).toBeCloseTo(2 / 2, 12);
  });

  it("counts missing cells by the rule of the distances", () => {
    // Weights 1/2 each. The third point counts its figure twice: centre of the pair in y (5 + 2 * 8) / 3, in x 1.
    const cloud = cloudOf([
      [0, 5],
      [2, 5],
      [null, 8],
    ]);
    const { inertia, explained } = validity(cloud, [0, 0, 0]);
    // x: 0 and 2 about 1. y: 5, 5 and 8 twice about 6.5.
    expect(inertia).toBeCloseTo(0.5 * (1 + 1) + 0.5 * (2.25 + 2.25 + 2 * 2.25), 12);
    expect(explained).toBeCloseTo(0, 12);
  });
});

describe("what is not defined is null", () => {
  it("for a single cluster: all but its inertia, of which nothing is explained", () => {
    expect(validity(cloudOf(places), [0, 0, 0, 0])).toEqual({
      silhouette: null,
      calinskiHarabasz: null,
      daviesBouldin: null,
      dunn: null,
      inertia: near(104),
      explained: near(0),
    });
  });

  it("where every point is a cluster: Calinski-Harabasz and Dunn", () => {
    expect(validity(cloudOf(places), [0, 1, 2, 3])).toMatchObject({
      silhouette: 0,
      calinskiHarabasz: null,
      dunn: null,
      inertia: 0,
      explained: 1,
    });
  });

  it("where every point is a cluster, though gaps leave a rounding for inertia: Calinski-Harabasz all the same", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const cloud = cloudOf(randomPlaces(6, 3, seed, 0.4), "euclidean", [0.5, 0.3, 0.2]);
      const { calinskiHarabasz, inertia } = validity(cloud, [0, 1, 2, 3, 4, 5]);
      expect(calinskiHarabasz).toBeNull();
      expect(inertia).toBeCloseTo(0, 12);
    }
  });

  it("under a metric without centres: what needs them", () => {
    expect(validity(cloudOf(places, "manhattan"), [0, 0, 1, 1])).toEqual({
      silhouette: near((9 / 11 + 7 / 9) / 2),
      calinskiHarabasz: null,
      daviesBouldin: null,
      dunn: near(4),
      inertia: null,
      explained: null,
    });
  });

  it("where no inertia is left in the clusters: Calinski-Harabasz and Dunn", () => {
    const still = validity(cloudOf(onLine(1, 1, 5, 5)), [0, 0, 1, 1]);
    expect(still).toEqual({
      silhouette: 1,
      calinskiHarabasz: null,
      daviesBouldin: 0,
      dunn: null,
      inertia: 0,
      explained: 1,
    });
  });

  it("where two centres coincide: Davies-Bouldin", () => {
    const crossed = validity(
      cloudOf([
        [0, 1],
        [2, 1],
        [1, 0],
        [1, 2],
      ]),
      [0, 0, 1, 1],
    );
    expect(crossed.daviesBouldin).toBeNull();
    expect(crossed.dunn).not.toBeNull();
  });

  it("where all points stand at one place: the part explained", () => {
    expect(validity(cloudOf(onLine(3, 3, 3)), [0, 0, 1])).toMatchObject({
      silhouette: 0,
      calinskiHarabasz: null,
      daviesBouldin: null,
      dunn: null,
      inertia: 0,
      explained: null,
    });
  });
});
