import { describe, expect, it } from "vitest";
import { type Boxes, LARGEST, LEADING, packBoxes, widthOf } from "../../src/space/boxes.js";
import { type Euclid, euclidOf } from "../../src/space/euclid.js";
import { principalAxes, turn } from "../../src/space/principal-axes.js";
import fc from "../support/fast-check.js";
import "../support/arbitraries.js";
import { finish, type Place, pointsOf, randomPlaces } from "../support/clusters.js";

function euclid(places: readonly Place[]): Euclid {
  return euclidOf(pointsOf(places), "euclidean")!;
}

function pack(places: readonly Place[]): Boxes {
  return finish(packBoxes(euclid(places)));
}

/** All coordinates of the point at a place, in parts of the extent, put together from where they stand. */
function rowAt({ axes, boxOf, from, at, sieve }: Boxes, place: number): number[] {
  const box = boxOf[place]!;
  const first = at[box]! + place - from[box]!;
  return Array.from({ length: axes }, (_, c) => sieve.floats[first + c * widthOf(from, box)]!);
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

describe("packBoxes", () => {
  it("puts every point at one place, and every place in one box of at most as many as it may hold", () => {
    fc.assert(
      fc.property(clouds, (places) => {
        const { count, points, boxOf, from } = pack(places);
        expect([...points].sort((a, b) => a - b)).toEqual([...places.keys()]);
        expect([from[0], from[count]]).toEqual([0, places.length]);
        for (let box = 0; box < count; box++) {
          const size = from[box + 1]! - from[box]!;
          expect(size).toBeGreaterThan(count === 1 ? 0 : LARGEST / 2 - 1);
          expect(size).toBeLessThanOrEqual(LARGEST);
          expect(boxOf.subarray(from[box], from[box + 1]).every((one) => one === box)).toBe(true);
        }
      }),
    );
  });

  it("draws boxes no larger than they must be", () => {
    fc.assert(
      fc.property(clouds, (places) => {
        const boxes = pack(places);
        const boxed = Math.min(LEADING, places[0]!.length);
        const rows = places.map((_, place) => rowAt(boxes, place));
        for (let box = 0; box < boxes.count; box++) {
          const inside = rows.slice(boxes.from[box], boxes.from[box + 1]);
          for (let c = 0; c < LEADING; c++) {
            const values = inside.map((row) => row[c]!);
            const sides = [boxes.low[box * LEADING + c], boxes.high[box * LEADING + c]];
            expect(sides).toEqual(c < boxed ? [Math.min(...values), Math.max(...values)] : [0, 0]);
          }
        }
      }),
    );
  });

  it("fills up the last block of a box with points at infinity", () => {
    const { from, at, axes, sieve } = pack(randomPlaces(LARGEST + 19, 3, 1));
    const width = widthOf(from, 0);
    const size = from[1]! - from[0]!;
    expect(width).toBeGreaterThan(size);
    for (let c = 0; c < 3; c++)
      expect(sieve.floats.subarray(at[0]! + c * width + size, at[0]! + (c + 1) * width)).toEqual(
        new Float32Array(width - size).fill(Infinity),
      );
    for (let c = 3; c < axes; c++) expect(sieve.floats[at[0]! + c * width]).toBe(0);
  });

  it("keeps near points in one box: those on a line are cut in order", () => {
    const { points, from } = pack(Array.from({ length: 1_000 }, (_, i) => [((7 * i) % 1_000) + 0.5]));
    const places = Array.from(points, (i) => (7 * i) % 1_000);
    const spans = Array.from({ length: 4 }, (_, box) => {
      const inside = places.slice(from[box], from[box + 1]);
      return [Math.min(...inside), Math.max(...inside)];
    });
    expect(spans.sort((a, b) => a[0]! - b[0]!)).toEqual([
      [0, 249],
      [250, 499],
      [500, 749],
      [750, 999],
    ]);
  });

  it("keeps the coordinates along the axes in single precision, in parts of the largest, filled up with 0 to eights", () => {
    for (const q of [1, 7, 8, 9, 16, 17, 21]) {
      const points = euclid(randomPlaces(300, q, q));
      const boxes = finish(packBoxes({ ...points, values: points.values.slice() }));
      const frame = principalAxes(points.values, 300, q);
      expect(boxes.axes).toBe(8 * Math.ceil(q / 8));
      for (let place = 0; place < 300; place++) {
        const out = new Float64Array(boxes.axes);
        turn(frame, points.values, boxes.points[place]! * q, out.subarray(0, q));
        expect(rowAt(boxes, place)).toEqual(
          Array.from(out, (value) => Math.fround(value * (1 / boxes.extent))),
        );
      }
    }
  });

  it("keeps all distances", () => {
    const places = randomPlaces(200, 19, 4);
    const { q, values } = euclid(places);
    const boxes = pack(places);
    for (let a = 0; a < 200; a++)
      for (let b = 0; b < a; b++) {
        const [i, j] = [boxes.points[a]!, boxes.points[b]!];
        const other = rowAt(boxes, b);
        const sum = rowAt(boxes, a).reduce((all, value, c) => all + (value - other[c]!) ** 2, 0);
        let given = 0;
        for (let u = 0; u < q; u++) given += (values[i * q + u]! - values[j * q + u]!) ** 2;
        expect(Math.abs(Math.sqrt(sum) * boxes.extent - Math.sqrt(given))).toBeLessThan(
          2 ** -22 * boxes.extent,
        );
      }
  });

  it("knows the largest coordinate, as it is turned and as it was given", () => {
    for (const far of [0, 1e6]) {
      const points = euclid(randomPlaces(400, 3, 8).map((place) => place.map((value) => value! + far)));
      const boxes = finish(packBoxes({ ...points, values: points.values.slice() }));
      expect(boxes.given).toBe(Math.max(...points.values.map(Math.abs)));
      const parts = Array.from({ length: 400 }, (_, place) => rowAt(boxes, place)).flat();
      expect(Math.max(...parts.map(Math.abs))).toBe(1);
      expect(boxes.extent).toBeLessThan(3);
      expect(boxes.extent).toBeGreaterThan(0.3);
    }
  });

  it("has one box as long as all points fit in it", () => {
    for (const n of [1, 2, LARGEST]) expect(pack(randomPlaces(n, 3, 1)).count).toBe(1);
    expect(pack(randomPlaces(LARGEST + 1, 3, 1)).count).toBe(2);
  });

  it("divides points that all stand in one place, and cannot tell them apart", () => {
    const boxes = pack(Array.from({ length: 1_000 }, () => [1, 2, 3]));
    expect(boxes.count).toBe(4);
    expect(new Set(boxes.points).size).toBe(1_000);
    expect(boxes.extent).toBeLessThan(1e-12);
  });

  it("takes coordinates whose squares lose their digits for none", () => {
    const boxes = pack(randomPlaces(300, 3, 1).map((place) => place.map((value) => value! * 1e-150)));
    expect(boxes.extent).toBe(0);
    expect(rowAt(boxes, 17).every((value) => value === 0)).toBe(true);
  });

  it("pauses again and again", () => {
    const task = packBoxes(euclid(randomPlaces(20_000, 4, 6)));
    let pauses = 0;
    while (!task.next().done) pauses++;
    // Ten while points are turned, and one after each of the 127 cuts between boxes, at least.
    expect(pauses).toBeGreaterThanOrEqual(137);
  });
});
