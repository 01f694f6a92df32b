import { describe, expect, it } from "vitest";
import { searchBoxes } from "../../../src/space/nearest/box-search.js";
import { packBoxes, placesTogether, TOGETHER } from "../../../src/space/nearest/boxes.js";
import { nearestList } from "../../../src/space/nearest/nearest-list.js";
import { leadingAt } from "../../../src/space/nearest/sieve-layout.js";
import fc from "../../support/fast-check.js";
import "../../support/arbitraries.js";
import { finish, type Place, pointsOf, randomPlaces } from "../../support/clusters.js";

type Power = "squared" | "plain";

/** The distance of two places, each coordinate weighing the same. */
function distanceOf(places: readonly Place[], power: Power): (i: number, j: number) => number {
  const weight = 1 / places[0]!.length;
  return (i, j) => {
    const [a, b] = [places[i]!, places[j]!];
    let sum = 0;
    for (let k = 0; k < a.length; k++) {
      const d = a[k]! - b[k]!;
      sum += weight * (d * d);
    }
    return power === "squared" ? sum : Math.sqrt(sum);
  };
}

type Neighbours = [point: number, distance: number][];

/** A search that also counts what it measured: how often the point at each place was, since the last search. */
function searcher(places: readonly Place[], count: number, power: Power = "squared") {
  const n = places.length;
  const distance = distanceOf(places, power);
  const boxes = finish(packBoxes(pointsOf(places), "euclidean"));
  const lists = Array.from({ length: TOGETHER }, () => nearestList(count, (a, b) => a < b));
  const measured = new Int32Array(n);
  const measure = (i: number, j: number): number => {
    measured[j]!++;
    return distance(i, j);
  };
  const search = searchBoxes(boxes, lists, measure, power === "squared" ? (d) => d : (d) => d * d);
  const take = (k: number): Neighbours => {
    const points = new Int32Array(count).fill(-1);
    const distances = new Float64Array(count);
    lists[k]!.moveTo(points, distances, 0);
    return Array.from(points, (point, at): [number, number] => [point, distances[at]!]).filter(
      ([point]) => point >= 0,
    );
  };
  const neighboursOf = (i: number): Neighbours => {
    measured.fill(0);
    search([boxes.points.indexOf(i)]);
    return take(0);
  };
  /** Of all points, as many at once as may be. */
  const allNeighbours = (): Map<number, Neighbours> => {
    const found = new Map<number, Neighbours>();
    for (const together of placesTogether(boxes, () => true)) {
      search(together);
      together.forEach((place, k) => {
        found.set(boxes.points[place]!, take(k));
      });
    }
    return found;
  };
  return { neighboursOf, allNeighbours, measured, boxes };
}

/** The same by measuring and sorting everything. */
function byHand(places: readonly Place[], i: number, count: number, power: Power = "squared"): Neighbours {
  const distance = distanceOf(places, power);
  return places
    .map((_, j): [number, number] => [j, distance(i, j)])
    .filter(([j]) => j !== i)
    .sort(([j, a], [k, b]) => a - b || j - k)
    .slice(0, count);
}

const shapes = [
  "spread",
  "grid",
  "copies",
  "far from 0",
  "tiny",
  "lost",
  "huge",
  "flat",
  "outliers",
] as const;

/** Clouds that try the search: many equal distances, coordinates far larger than the gaps, squares that lose their digits. */
function cloud(shape: (typeof shapes)[number], n: number, q: number, seed: number): readonly Place[] {
  const places = randomPlaces(n, q, seed);
  const grid = places.map((place) => place.map((value) => Math.floor(4 * value!)));
  switch (shape) {
    case "spread":
      return places;
    case "grid":
      return grid;
    case "copies":
      return places.map((_, i) => places[i % Math.ceil(n / 6)]!);
    case "far from 0":
      return grid.map((place) => place.map((value, k) => value + 1e13 * (k + 1)));
    case "tiny":
      return grid.map((place) => place.map((value) => value * 1e-158));
    case "lost":
      return grid.map((place) => place.map((value) => value * 1e-200));
    case "huge":
      return grid.map((place) => place.map((value) => value * 3e149));
    case "outliers":
      // Far beyond what whole numbers reach, in every direction, and near each other in twos.
      return places.map((place, i) =>
        place.map(
          (value, k) => value! + (i % 40 < 2 ? (k % 2 === 0 ? 1e6 : -1e3) * (1 + Math.floor(i / 40)) : 0),
        ),
      );
    case "flat":
      return places.map((place) =>
        place.map((value, k) => (k % 2 === 0 ? place[0]! * (k + 1) : value! / 1e3)),
      );
  }
}

const searches = fc.record({
  n: fc.integer({ min: 2, max: 900 }),
  q: fc.constantFrom(1, 2, 3, 5, 8, 9, 16, 17, 25),
  seed: fc.nat(),
  count: fc.integer({ min: 1, max: 25 }),
  power: fc.constantFrom<Power>("squared", "plain"),
  from: fc.nat(),
});

describe("searchBoxes", () => {
  it.each(shapes)("finds what measuring every pair finds, ties included: %s", (shape) => {
    fc.assert(
      fc.property(searches, ({ n, q, seed, count, power, from }) => {
        const places = cloud(shape, n, q, seed);
        const { neighboursOf } = searcher(places, count, power);
        for (let s = 0; s < 25; s++) {
          const i = (from + 37 * s) % n;
          expect(neighboursOf(i)).toEqual(byHand(places, i, count, power));
        }
      }),
      { numRuns: 12 },
    );
  });

  it.each(shapes)("finds the same for many points at once: %s", (shape) => {
    for (const [n, q] of [
      [600, 3],
      [500, 18],
    ] as const) {
      const places = cloud(shape, n, q, 11);
      const found = searcher(places, 7).allNeighbours();
      for (let i = 0; i < n; i++) expect(found.get(i)).toEqual(byHand(places, i, 7));
    }
  });

  it("finds all others where more are asked for than there are", () => {
    const places = randomPlaces(300, 4, 3);
    const { neighboursOf } = searcher(places, 1_000);
    expect(neighboursOf(17)).toEqual(byHand(places, 17, 1_000));
    expect(neighboursOf(17)).toHaveLength(299);
  });

  it("finds nothing for a point that is alone", () => {
    expect(searcher([[1, 2]], 3).neighboursOf(0)).toEqual([]);
  });

  it("measures no point twice in a search, and none against itself", () => {
    const places = cloud("grid", 800, 3, 5);
    const { neighboursOf, measured } = searcher(places, 10);
    for (let i = 0; i < 800; i += 7) {
      neighboursOf(i);
      expect(measured[i]).toBe(0);
      // But for the way to the point that was searched before.
      if (i > 0) measured[i - 7]!--;
      expect(Math.max(...measured)).toBe(1);
    }
  });

  it("begins each search anew: what was searched before changes nothing", () => {
    const places = randomPlaces(700, 6, 9);
    const { neighboursOf } = searcher(places, 5);
    const first = neighboursOf(3);
    for (const i of [699, 0, 350, 3, 3]) neighboursOf(i);
    expect(neighboursOf(3)).toEqual(first);
  });

  it("takes the first of equally near points, although it may stand in another box", () => {
    // 1,000 points on a circle and one in its middle: all are equally near to it.
    const places = [
      [0, 0],
      ...Array.from({ length: 1_000 }, (_, i) =>
        (i % 2 === 0 ? [3, 4] : [-4, 3]).map((x) => (i % 4 < 2 ? x : -x)),
      ),
    ];
    const { neighboursOf } = searcher(places, 6);
    expect(neighboursOf(0).map(([point]) => point)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  // With more than 16 it needs the other axes too.
  it.each([3, 12, 24])("turns nearly all points away unlooked at, of %i coordinates", (q) => {
    const places = randomPlaces(4_000, q, 12);
    const { neighboursOf, measured } = searcher(places, 10);
    let looks = 0;
    for (let i = 0; i < 4_000; i += 40) {
      neighboursOf(i);
      looks += measured.reduce((sum, times) => sum + times, 0);
    }
    // Of 100 searches with 3,999 candidates each; the 256 of its own leaf are looked at while the list is empty.
    expect(looks / (100 * 3_999)).toBeLessThan(0.1);
  });

  it("does not open a box that is further away than the last one found", () => {
    const places = Array.from({ length: 2_000 }, (_, i) => [i]);
    const { neighboursOf, measured, boxes } = searcher(places, 10);
    const standAt = (place: number): number => {
      const box = boxes.boxOf[place]!;
      return leadingAt(boxes.boxes[box]!.start, place - boxes.from[box]!, 0);
    };
    const { shorts } = boxes.sieve;
    // Whoever opens the boxes of the others finds them all where point 0 stands.
    for (let place = 0; place < 2_000; place++)
      if (boxes.points[place]! >= 1_000) shorts[standAt(place)] = shorts[standAt(boxes.points.indexOf(0))]!;
    expect(neighboursOf(0).map(([point]) => point)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(measured.subarray(1_000).every((times) => times === 0)).toBe(true);
  });
});
