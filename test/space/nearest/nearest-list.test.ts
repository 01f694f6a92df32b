import { describe, expect, it } from "vitest";
import { type NearestList, nearestList } from "../../../src/space/nearest/nearest-list.js";
import fc from "../../support/fast-check.js";
import "../../support/arbitraries.js";

/** Which of two points comes first, by their places in an order. */
function inOrder(order: readonly number[]): (a: number, b: number) => boolean {
  return (a, b) => order[a]! < order[b]!;
}

/** What a list holds, nearest first; empties it. */
function taken(list: NearestList, count: number): [point: number, distance: number][] {
  const points = new Int32Array(count).fill(-1);
  const distances = new Float64Array(count).fill(NaN);
  list.moveTo(points, distances, 0);
  return Array.from(points, (point, k): [number, number] => [point, distances[k]!]).filter(
    ([point]) => point >= 0,
  );
}

/** Distances of points 0, 1, ..., many of them equal, an order among equals, and how many the list holds. */
const offers = fc
  .record({
    distances: fc.array(
      fc.oneof(fc.integer({ min: 0, max: 4 }), fc.double({ min: 0, max: 4, noNaN: true })),
      {
        maxLength: 60,
      },
    ),
    count: fc.integer({ min: 1, max: 25 }),
  })
  .chain(({ distances, count }) => {
    const n = distances.length;
    const places = fc.shuffledSubarray([...distances.keys()], { minLength: n, maxLength: n });
    return fc.record({ distances: fc.constant(distances), count: fc.constant(count), order: places });
  });

/** The answer by sorting everything: by distance, then by place in the order. */
function sorted(distances: readonly number[], order: readonly number[], count: number): [number, number][] {
  return distances
    .map((distance, point): [number, number] => [point, distance])
    .sort(([p, a], [q, b]) => a - b || order[p]! - order[q]!)
    .slice(0, count);
}

describe("nearestList", () => {
  it("keeps what sorting all points by distance, then by their order, puts first", () => {
    fc.assert(
      fc.property(offers, ({ distances, order, count }) => {
        const list = nearestList(count, inOrder(order));
        distances.forEach((distance, point) => {
          list.offer(distance, point);
        });
        expect(taken(list, count)).toEqual(sorted(distances, order, count));
      }),
      { numRuns: 300 },
    );
  });

  it("keeps the same in whatever sequence points are offered", () => {
    fc.assert(
      fc.property(offers, fc.infiniteStream(fc.nat()), ({ distances, order, count }, picks) => {
        const list = nearestList(count, inOrder(order));
        const left = [...distances.keys()];
        while (left.length > 0) {
          const [point] = left.splice(picks.next().value % left.length, 1);
          list.offer(distances[point!]!, point!);
        }
        expect(taken(list, count)).toEqual(sorted(distances, order, count));
      }),
      { numRuns: 100 },
    );
  });

  it("has room without end until it is full, and then tells its last distance after every offer", () => {
    fc.assert(
      fc.property(offers, ({ distances, order, count }) => {
        const list = nearestList(count, inOrder(order));
        expect(list.worst()).toBe(Infinity);
        distances.forEach((distance, point) => {
          list.offer(distance, point);
          const held = sorted(distances.slice(0, point + 1), order, count);
          expect(list.worst()).toBe(held.length < count ? Infinity : held.at(-1)![1]);
        });
      }),
      { numRuns: 100 },
    );
  });

  it("takes an equally near point only if it comes before the last one", () => {
    const list = nearestList(2, inOrder([3, 1, 2, 0]));
    for (const point of [0, 1, 2, 3]) list.offer(5, point);
    expect(taken(list, 2)).toEqual([
      [3, 5],
      [1, 5],
    ]);
  });

  it("writes nothing but its own places", () => {
    const list = nearestList(3, inOrder([0, 1, 2]));
    list.offer(2, 1);
    list.offer(1, 0);
    const points = new Int32Array(6).fill(-1);
    const distances = new Float64Array(6).fill(NaN);
    list.moveTo(points, distances, 2);
    expect([...points]).toEqual([-1, -1, 0, 1, -1, -1]);
    expect([...distances]).toEqual([NaN, NaN, 1, 2, NaN, NaN]);
  });

  it("is empty when it has been moved, and begins anew", () => {
    const list = nearestList(2, inOrder([0, 1, 2]));
    for (const point of [0, 1, 2]) list.offer(point, point);
    expect(taken(list, 2)).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(list.worst()).toBe(Infinity);
    expect(taken(list, 2)).toEqual([]);
    list.offer(9, 2);
    expect(list.worst()).toBe(Infinity);
    expect(taken(list, 2)).toEqual([[2, 9]]);
  });
});
