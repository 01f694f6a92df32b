import { describe, expect, it } from "vitest";
import { inertiaOf } from "../../src/cluster/centres.js";
import type { Cloud } from "../../src/cluster/cloud.js";
import { completeCentres, gappyCentres, type MovingCentres } from "../../src/cluster/moving-centres.js";
import { toSquare } from "../../src/cluster/square.js";
import { randomStream } from "../../src/shared/random.js";
import { cloudOf, randomPlaces } from "../support/clusters.js";

const [N, K] = [30, 4];

const kinds: readonly (readonly [string, number, (cloud: Cloud) => MovingCentres])[] = [
  ["complete centres", 0, ({ n, distances }) => completeCentres(toSquare(distances, n, 2), n, K)],
  ["gappy centres", 0.35, ({ euclid }) => gappyCentres(euclid!, K)],
];

describe.each(kinds)("%s", (_, missing, make) => {
  const cloud = cloudOf(randomPlaces(N, 5, 11, missing), "euclidean", [0.4, 0.2, 0.2, 0.1, 0.1]);
  const begin = () => Uint32Array.from({ length: N }, (_, i) => i % K);
  const inertia = (labels: Uint32Array): number => inertiaOf(cloud.euclid!, labels, K);

  /** Makes so many moves, of any point but the last of its cluster. */
  function wander(
    moves: number,
    each: (labels: Uint32Array, centres: MovingCentres, i: number, to: number) => void,
  ) {
    const centres = make(cloud);
    const labels = begin();
    centres.reset(labels);
    const random = randomStream(3);
    for (let made = 0; made < moves; ) {
      const [i, to] = [random.integer(N), random.integer(K)];
      const from = labels[i]!;
      if (to === from || centres.sizes[from] === 1) continue;
      each(labels, centres, i, to);
      centres.move(i, from, to);
      labels[i] = to;
      made++;
    }
    return { centres, labels };
  }

  it("tell the inertia when they are computed", () => {
    expect(make(cloud).reset(begin())).toBeCloseTo(inertia(begin()), 12);
  });

  it("save and cost what the inertia really falls and rises by", () => {
    let [seen, alone] = [0, 0];
    wander(300, (labels, centres, i, to) => {
      const from = labels[i]!;
      const moved = labels.slice();
      moved[i] = to;
      const change = centres.cost(i, to, Infinity) - centres.saving(i, from);
      expect(Math.abs(inertia(moved) - inertia(labels) - change)).toBeLessThan(1e-10);
      seen++;
      // Without the point, and with it in a cluster of its own, the inertia is the same: what it saves, it saves there too.
      const parted = labels.slice();
      parted[i] = K;
      const fall = inertia(labels) - inertiaOf(cloud.euclid!, parted, K + 1);
      expect(Math.abs(centres.saving(i, from) - fall)).toBeLessThan(1e-10);
      alone++;
    });
    expect([seen, alone]).toEqual([300, 300]);
  });

  it("stand after 3000 moves where they stand when computed afresh", () => {
    const { centres, labels } = wander(3000, () => {});
    const fresh = make(cloud);
    fresh.reset(labels);
    expect([...centres.sizes]).toEqual([...fresh.sizes]);
    for (let i = 0; i < N; i++) {
      for (let c = 0; c < K; c++)
        expect(Math.abs(centres.cost(i, c, Infinity) - fresh.cost(i, c, Infinity))).toBeLessThan(1e-10);
      expect(Math.abs(centres.saving(i, labels[i]!) - fresh.saving(i, labels[i]!))).toBeLessThan(1e-10);
    }
  });

  it("count the points of each cluster", () => {
    const { centres, labels } = wander(50, () => {});
    for (let c = 0; c < K; c++) expect(centres.sizes[c]).toBe(labels.filter((label) => label === c).length);
  });

  it("take a point into an empty cluster at no cost, and know the cluster afterwards", () => {
    const labels = begin().map((c) => (c === 3 ? 0 : c));
    const centres = make(cloud);
    centres.reset(labels);
    expect(centres.cost(7, 3, Infinity)).toBe(0);
    centres.move(7, labels[7]!, 3);
    labels[7] = 3;
    const fresh = make(cloud);
    fresh.reset(labels);
    for (let i = 0; i < N; i++)
      expect(Math.abs(centres.cost(i, 3, Infinity) - fresh.cost(i, 3, Infinity))).toBeLessThan(1e-10);
  });

  it("may tell any cost above a limit that is passed, and tell the whole below it", () => {
    const centres = make(cloud);
    centres.reset(begin());
    for (let i = 0; i < N; i++) {
      const whole = centres.cost(i, 1, Infinity);
      expect(centres.cost(i, 1, whole * 1.001)).toBe(whole);
      expect(centres.cost(i, 1, whole * 0.5)).toBeGreaterThanOrEqual(whole * 0.5);
    }
  });
});

it("a coordinate that no other member has saves nothing and costs nothing", () => {
  const cloud = cloudOf(
    [
      [1, null],
      [1, 5],
      [4, 2],
    ],
    "euclidean",
  );
  const centres = gappyCentres(cloud.euclid!, 2);
  centres.reset(Uint32Array.of(0, 0, 1));
  // The first coordinate of both is 1; the second is the second point's alone.
  expect(centres.saving(1, 0)).toBe(0);
  const onlyFirst = gappyCentres(cloud.euclid!, 2);
  onlyFirst.reset(Uint32Array.of(0, 1, 1));
  // Weight 1/2 each; the first point counts its one figure twice: masses 2 and 1, gap 3.
  expect(onlyFirst.cost(2, 0, Infinity)).toBeCloseTo((0.5 * 9 * 2) / 3, 12);
});
