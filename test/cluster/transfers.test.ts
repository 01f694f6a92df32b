import { describe, expect, it } from "vitest";
import { inertiaOf } from "../../src/cluster/centres.js";
import type { Cloud } from "../../src/cluster/cloud.js";
import { completeCentres, gappyCentres, type MovingCentres } from "../../src/cluster/moving-centres.js";
import { toSquare } from "../../src/cluster/square.js";
import { transferPoints } from "../../src/cluster/transfers.js";
import { randomStream } from "../../src/shared/random.js";
import { cloudOf, onLine, randomPlaces } from "../support/clusters.js";

function centresFor({ n, distances, euclid }: Cloud, k: number): MovingCentres {
  return euclid!.factors === null
    ? completeCentres(toSquare(distances, n, 2), n, k)
    : gappyCentres(euclid!, k);
}

/** Labels after the transfers, and the inertia that they tell. */
function transfer(cloud: Cloud, k: number, from: readonly number[], least = 0) {
  const labels = Uint32Array.from(from);
  const inertia = transferPoints(centresFor(cloud, k), k, labels, least);
  return { labels: [...labels], inertia };
}

describe("transferPoints", () => {
  // 4 lies nearer to its own centre, 2, than to 7: no round of Lloyd's would move it. It saves 4 * 2 / 1, and costs 9 * 1 / 2.
  const three = cloudOf(onLine(0, 4, 7));

  it("moves a point that is nearest to its own centre, where that lowers the inertia all the same", () => {
    expect(transfer(three, 2, [0, 0, 1])).toEqual({ labels: [0, 1, 1], inertia: expect.closeTo(4.5, 12) });
  });

  it("leaves it where the gain is below the least", () => {
    expect(transfer(three, 2, [0, 0, 1], 3.51).labels).toEqual([0, 0, 1]);
    expect(transfer(three, 2, [0, 0, 1], 3.49).labels).toEqual([0, 1, 1]);
  });

  it("does not take the last point out of a cluster", () => {
    expect(transfer(cloudOf(onLine(0, 0.1, 9)), 2, [0, 1, 1])).toEqual({
      labels: [0, 0, 1],
      inertia: expect.closeTo(0.005, 12),
    });
    expect(transfer(cloudOf(onLine(0, 0, 0)), 2, [0, 1, 1]).labels).toEqual([0, 1, 1]);
  });

  it("fills a cluster that is empty", () => {
    const { labels, inertia } = transfer(cloudOf(onLine(0, 1, 9)), 2, [0, 0, 0]);
    expect(new Set(labels).size).toBe(2);
    expect(inertia).toBeCloseTo(0.5, 12);
  });

  it("goes where the point costs least, not to the first cluster that is better", () => {
    const cloud = cloudOf(onLine(2, 2.2, 8, 8.2, -20, -20.2, 6));
    expect(transfer(cloud, 3, [0, 0, 1, 1, 2, 2, 2]).labels).toEqual([0, 0, 1, 1, 2, 2, 1]);
  });

  it.each([0, 0.3])(
    "tells the inertia of what it leaves, never above that of what it was given (share missing: %d)",
    (missing) => {
      for (let seed = 1; seed <= 8; seed++) {
        const cloud = cloudOf(randomPlaces(40, 3, seed, missing));
        const random = randomStream(seed);
        const from = Array.from({ length: 40 }, () => random.integer(4));
        const { labels, inertia } = transfer(cloud, 4, from);
        expect(inertia).toBeCloseTo(inertiaOf(cloud.euclid!, labels, 4), 10);
        expect(inertia).toBeLessThan(inertiaOf(cloud.euclid!, from, 4));
      }
    },
  );

  it.each([0, 0.3])("ends where no single move lowers the inertia (share missing: %d)", (missing) => {
    for (let seed = 1; seed <= 12; seed++) {
      const cloud = cloudOf(randomPlaces(40, 2, seed, missing));
      const random = randomStream(seed);
      const from = Array.from({ length: 40 }, () => random.integer(5));
      const { labels, inertia } = transfer(cloud, 5, from);
      for (let i = 0; i < 40; i++)
        for (let c = 0; c < 5; c++)
          expect(inertiaOf(cloud.euclid!, labels.with(i, c), 5)).toBeGreaterThan(inertia - 1e-10);
    }
  });

  it("has nothing to do where it has been", () => {
    const cloud = cloudOf(randomPlaces(40, 3, 5));
    const { labels } = transfer(
      cloud,
      4,
      Array.from({ length: 40 }, (_, i) => i % 4),
      1e-12,
    );
    expect(transfer(cloud, 4, labels, 1e-12).labels).toEqual(labels);
  });
});
