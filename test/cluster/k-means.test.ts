import { describe, expect, it } from "vitest";
import { inertiaOf } from "../../src/cluster/centres.js";
import type { Cloud } from "../../src/cluster/cloud.js";
import type { Division } from "../../src/cluster/division.js";
import { kMeans } from "../../src/cluster/k-means.js";
import type { Progress } from "../../src/shared/long-task.js";
import { randomStreams } from "../../src/shared/random.js";
import {
  allDivisions,
  cloudOf,
  divisionOf,
  finish,
  inertiaByHand,
  onLine,
  randomPlaces,
} from "../support/clusters.js";

function divideBy(cloud: Cloud, k: number, starts = 50, seed = 1): Division {
  return finish(kMeans(cloud, cloud.euclid!, k, starts, randomStreams(seed)));
}

const blobs = cloudOf(onLine(0, 1, 2, 10, 11, 12, 30, 31));

describe("k-means on a line", () => {
  it("finds two and three clusters that the eye finds", () => {
    expect(divisionOf(divideBy(blobs, 2).labels)).toEqual([0, 0, 0, 0, 0, 0, 1, 1]);
    expect(divisionOf(divideBy(blobs, 3).labels)).toEqual([0, 0, 0, 1, 1, 1, 2, 2]);
  });

  it("makes no hierarchy", () => {
    expect(divideBy(blobs, 2).merges).toBeNull();
  });

  it("puts all points into one cluster where one is asked for", () => {
    expect([...divideBy(blobs, 1).labels]).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it("gives every point a cluster of its own where so many are asked for", () => {
    expect(new Set(divideBy(blobs, 8).labels).size).toBe(8);
  });

  it("divides the same under squares of the distances as under the distances", () => {
    const places = randomPlaces(25, 3, 4);
    const [plain, squared] = [cloudOf(places, "euclidean"), cloudOf(places, "squared-euclidean")];
    expect(divisionOf(divideBy(squared, 4).labels)).toEqual(divisionOf(divideBy(plain, 4).labels));
  });
});

describe("the inertia that k-means finds is the least of all divisions", () => {
  const cases = [
    { what: "complete data", n: 9, k: 3, missing: 0 },
    { what: "four clusters", n: 8, k: 4, missing: 0 },
    { what: "missing cells", n: 9, k: 2, missing: 0.35 },
    { what: "missing cells, three clusters", n: 8, k: 3, missing: 0.35 },
  ];
  it.each(cases)("$what: $k clusters of $n points", ({ n, k, missing }) => {
    for (const seed of [1, 2, 3]) {
      const weights = [0.5, 0.3, 0.2];
      const places = randomPlaces(n, 3, seed, missing);
      const cloud = cloudOf(places, "euclidean", weights);
      let least = Infinity;
      for (const labels of allDivisions(n, k))
        least = Math.min(least, inertiaByHand(places, labels, weights));
      const { labels } = divideBy(cloud, k);
      expect(new Set(labels).size).toBe(k);
      expect(inertiaByHand(places, labels, weights)).toBeCloseTo(least, 12);
      expect(inertiaOf(cloud.euclid!, labels, k)).toBeCloseTo(least, 12);
    }
  });
});

describe("where k-means ends", () => {
  it.each([0, 0.3])(
    "no single point lowers the inertia in another cluster (share missing: %d)",
    (missing) => {
      const places = randomPlaces(40, 3, 8, missing);
      const cloud = cloudOf(places);
      const { labels } = divideBy(cloud, 5, 3);
      const inertia = inertiaOf(cloud.euclid!, labels, 5);
      for (let i = 0; i < 40; i++) {
        for (let c = 0; c < 5; c++) {
          const moved = labels.slice();
          moved[i] = c;
          expect(inertiaOf(cloud.euclid!, moved, 5)).toBeGreaterThan(inertia * (1 - 1e-9));
        }
      }
    },
  );

  it.each([
    ["as many clusters as places", [2, 1, 2, 1, 2], 2],
    ["as many clusters as points, but for one", [1, 0, 1, 1, 2, 0], 3],
    ["more clusters than places, as a draw can ask for", [0.1, 0.2, 0.2, 0.1, 0.3], 4],
  ])("it ends though no inertia is left: %s", (_, places, k) => {
    const cloud = cloudOf(onLine(...places));
    const { labels } = divideBy(cloud, k);
    expect(inertiaOf(cloud.euclid!, labels, k)).toBeCloseTo(0, 12);
    for (let i = 0; i < places.length; i++)
      for (let j = 0; j < i; j++) if (labels[i] === labels[j]) expect(places[i]).toBe(places[j]);
  });

  it("an outlier a million times further out than the rest does not keep the rest from their best division", () => {
    const rest = randomPlaces(11, 2, 3);
    const [alone, beside] = [cloudOf(rest), cloudOf([...rest, [1e6, 0]])];
    for (let seed = 1; seed <= 10; seed++) {
      const found = divideBy(beside, 5, 50, seed).labels.subarray(0, 11);
      const best = divideBy(alone, 4, 50, seed).labels;
      expect(inertiaByHand(rest, found)).toBeCloseTo(inertiaByHand(rest, best), 9);
    }
  });

  it("exchanges repair what the starts miss, and then no start is said to have reached the best", () => {
    const cloud = cloudOf(randomPlaces(60, 2, 2));
    const inertiaFound = ({ labels }: Division): number => inertiaOf(cloud.euclid!, labels, 8);
    const thorough = inertiaFound(divideBy(cloud, 8, 200));
    const seeds = Array.from({ length: 25 }, (_, seed) => seed);
    for (const seed of seeds.slice(0, 5))
      expect(inertiaFound(divideBy(cloud, 8, 100, seed))).toBeCloseTo(thorough, 9);
    const few = seeds.map((seed) => divideBy(cloud, 8, 8, seed));
    expect(few.some(({ search }) => search!.reachedBest === 0)).toBe(true);
    expect(few.some(({ search }) => search!.reachedBest > 0)).toBe(true);
  });
});

describe("the search that k-means tells", () => {
  it("counts the starts that reached the best: all of them where clusters lie far apart", () => {
    expect(divideBy(blobs, 3, 30).search).toEqual({ exact: false, starts: 30, reachedBest: 30 });
  });

  it("counts some of them where many divisions are nearly as good", () => {
    const grid = Array.from({ length: 36 }, (_, i) => [i % 6, Math.floor(i / 6) * 1.01]);
    const { starts, reachedBest } = divideBy(cloudOf(grid), 5, 60).search!;
    expect(starts).toBe(60);
    expect(reachedBest).toBeGreaterThan(0);
    expect(reachedBest).toBeLessThan(60);
  });

  it("is told after every start", () => {
    const told: (Progress | undefined)[] = [...kMeans(blobs, blobs.euclid!, 2, 3, randomStreams(1))];
    expect(told.filter((one) => one !== undefined)).toEqual([
      { stage: "starts", done: 1, total: 3 },
      { stage: "starts", done: 2, total: 3 },
      { stage: "starts", done: 3, total: 3 },
    ]);
  });

  it("uses one stream a start and one an exchange, and ends when half as many exchanges have failed", () => {
    const next = randomStreams(1);
    let opened = 0;
    const count = () => {
      opened++;
      return next();
    };
    finish(kMeans(blobs, blobs.euclid!, 3, 20, count));
    expect(opened).toBe(20 + 10);
  });
});
