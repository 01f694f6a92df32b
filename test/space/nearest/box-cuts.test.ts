import { describe, expect, it } from "vitest";
import { type Cuts, cutIntoBoxes, LARGEST } from "../../../src/space/nearest/box-cuts.js";
import { BLOCK } from "../../../src/space/nearest/sieve-layout.js";
import fc from "../../support/fast-check.js";
import "../../support/arbitraries.js";
import { finish, type Place, randomPlaces } from "../../support/clusters.js";

function cut(places: readonly Place[]): Cuts {
  const [n, q] = [places.length, places[0]!.length];
  return finish(
    cutIntoBoxes({ n, q, values: Float32Array.from(places.flat() as number[]), units: 1, given: 1 }),
  );
}

/** Random clouds: spread, on a grid with many equal coordinates, or a few places taken again and again. */
const clouds: fc.Arbitrary<readonly Place[]> = fc
  .record({
    n: fc.integer({ min: 2, max: 1_500 }),
    q: fc.integer({ min: 1, max: 20 }),
    seed: fc.nat(),
    shape: fc.constantFrom("spread", "grid", "copies"),
  })
  .map(({ n, q, seed, shape }) => {
    const places = randomPlaces(n, q, seed);
    if (shape === "spread") return places;
    if (shape === "grid") return places.map((place) => place.map((value) => Math.floor(3 * value!)));
    return places.map((_, i) => places[i % 5]!);
  });

describe("cutIntoBoxes", () => {
  it("puts every point at one place, and every place in one box of at most as many as it may hold", () => {
    fc.assert(
      fc.property(clouds, (places) => {
        const { points, starts } = cut(places);
        expect([...points].sort((a, b) => a - b)).toEqual([...places.keys()]);
        expect([starts[0], starts.at(-1)]).toEqual([0, places.length]);
        for (let box = 1; box < starts.length; box++) {
          const size = starts[box]! - starts[box - 1]!;
          expect(size).toBeGreaterThan(starts.length === 2 ? 0 : LARGEST / 2 - 1);
          expect(size).toBeLessThanOrEqual(LARGEST);
        }
      }),
    );
  });

  it("keeps near points in one box: those on a line are cut in order", () => {
    const { points, starts } = cut(Array.from({ length: 1_000 }, (_, i) => [(7 * i) % 1_000]));
    const places = Array.from(points, (i) => (7 * i) % 1_000);
    const spans = Array.from({ length: 4 }, (_, box) => {
      const inside = places.slice(starts[box], starts[box + 1]);
      return [Math.min(...inside), Math.max(...inside)];
    });
    expect(spans).toEqual([
      [0, 249],
      [250, 499],
      [500, 749],
      [750, 999],
    ]);
  });

  it("keeps near points in one block of a box", () => {
    const { points } = cut(Array.from({ length: 250 }, (_, i) => [(7 * i) % 250]));
    for (let place = 0; place < 250; place += BLOCK) {
      const block = Array.from(points.subarray(place, place + BLOCK), (i) => (7 * i) % 250);
      expect(Math.max(...block) - Math.min(...block)).toBe(block.length - 1);
    }
  });

  it("cuts the longest side", () => {
    const { points, starts } = cut(randomPlaces(500, 3, 3).map(([a, b, c]) => [a!, b!, 50 * c!]));
    const third = randomPlaces(500, 3, 3).map(([, , c]) => c!);
    const first = Array.from(points.subarray(0, starts[1]), (i) => third[i]!);
    const second = Array.from(points.subarray(starts[1]!), (i) => third[i]!);
    expect(Math.max(...first)).toBeLessThanOrEqual(Math.min(...second));
  });

  it("has one box as long as all points fit in it", () => {
    for (const n of [1, 2, LARGEST]) expect(cut(randomPlaces(n, 3, 1)).starts).toEqual([0, n]);
    expect(cut(randomPlaces(LARGEST + 1, 3, 1)).starts).toHaveLength(3);
  });

  it("divides points that all stand in one place, and cannot tell them apart", () => {
    const { points, starts } = cut(Array.from({ length: 1_000 }, () => [1, 2, 3]));
    expect(starts).toEqual([0, 250, 500, 750, 1_000]);
    expect(new Set(points).size).toBe(1_000);
  });

  it("pauses after every cut", () => {
    const task = cutIntoBoxes({
      n: 20_000,
      q: 4,
      values: Float32Array.from(randomPlaces(20_000, 4, 6).flat() as number[]),
      units: 1,
      given: 1,
    });
    let pauses = 0;
    while (!task.next().done) pauses++;
    expect(pauses).toBeGreaterThanOrEqual(127);
  });
});
