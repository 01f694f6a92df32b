import { describe, expect, it } from "vitest";
import { LARGEST } from "../../../src/space/nearest/box-cuts.js";
import { type Boxes, packBoxes, placesTogether, TOGETHER } from "../../../src/space/nearest/boxes.js";
import { BLOCK, BOXED, leadingAt, MOST, sideAt, tailAt } from "../../../src/space/nearest/sieve-layout.js";
import { turnPoints } from "../../../src/space/nearest/turned-points.js";
import fc from "../../support/fast-check.js";
import "../../support/arbitraries.js";
import { finish, type Place, pointsOf, randomPlaces } from "../../support/clusters.js";

function pack(places: readonly Place[]): Boxes {
  return finish(packBoxes(pointsOf(places), "euclidean"));
}

/** All coordinates of the point at a place, put together from where they stand. */
function rowAt({ q, boxOf, from, boxes, sieve }: Boxes, place: number): number[] {
  const box = boxes[boxOf[place]!]!;
  const point = place - from[boxOf[place]!]!;
  return Array.from({ length: q }, (_, c) =>
    c < 16 ? sieve.shorts[leadingAt(box.start, point, c)]! : sieve.floats[tailAt(box, point) + c - 16]!,
  );
}

describe("packBoxes", () => {
  it("has every point in the box that holds it, as it was turned: whole along sixteen axes", () => {
    for (const q of [1, 7, 16, 17, 24, 41]) {
      const places = randomPlaces(700, q, q);
      const boxes = pack(places);
      const { values } = finish(turnPoints(pointsOf(places), "euclidean"));
      expect([...boxes.points].sort((a, b) => a - b)).toEqual([...places.keys()]);
      for (let place = 0; place < 700; place++) {
        const row = Array.from(values.subarray(boxes.points[place]! * q, (boxes.points[place]! + 1) * q));
        expect(rowAt(boxes, place)).toEqual(row.map((value, c) => (c < 16 ? Math.round(value) + 0 : value)));
        const box = boxes.boxOf[place]!;
        expect(place).toBeGreaterThanOrEqual(boxes.from[box]!);
        expect(place).toBeLessThan(boxes.from[box + 1]!);
      }
    }
  });

  it("draws boxes no larger than they must be", () => {
    for (const q of [3, 12]) {
      const boxes = pack(randomPlaces(900, q, q));
      const { count, from, sides, sieve } = boxes;
      expect(count).toBe(4);
      for (let box = 0; box < count; box++) {
        const inside = Array.from({ length: from[box + 1]! - from[box]! }, (_, k) =>
          rowAt(boxes, from[box]! + k),
        );
        for (let c = 0; c < BOXED; c++) {
          const values = inside.map((row) => row[c] ?? 0);
          const at = sideAt(sides, box, c);
          expect([sieve.shorts[at], sieve.shorts[at + 8]]).toEqual([
            Math.min(...values),
            Math.max(...values),
          ]);
        }
      }
    }
  });

  it("fills up the last block of a box with points that are as far out as they can be", () => {
    const { from, boxes, sieve } = pack(randomPlaces(LARGEST + 19, 3, 1));
    const { start, blocks } = boxes[0]!;
    const size = from[1]! - from[0]!;
    expect(blocks * BLOCK).toBeGreaterThan(size);
    for (let point = size; point < blocks * BLOCK; point++)
      expect([0, 1, 2, 3].map((c) => sieve.shorts[leadingAt(start, point, c)])).toEqual([
        MOST,
        MOST,
        MOST,
        0,
      ]);
  });

  it("keeps boxes, sides, queries, gaps and what is found apart", () => {
    const { boxes, sides, queryAt, gapsAt, found, count, sieve } = pack(randomPlaces(3_000, 30, 2));
    const marks = [
      ...boxes.map(({ start }) => start),
      sides,
      queryAt(0),
      queryAt(1),
      gapsAt(0),
      gapsAt(1),
      found,
    ];
    expect([...marks].sort((a, b) => a - b)).toEqual(marks);
    expect(gapsAt(0)).toBe(queryAt(TOGETHER));
    expect(gapsAt(1) - gapsAt(0)).toBeGreaterThanOrEqual(4 * count);
    expect(found).toBeGreaterThanOrEqual(gapsAt(TOGETHER));
    expect(sieve.floats.byteLength).toBeGreaterThanOrEqual(found + 8 * LARGEST);
  });

  it("pauses again and again", () => {
    const task = packBoxes(pointsOf(randomPlaces(20_000, 4, 6)), "euclidean");
    let pauses = 0;
    while (!task.next().done) pauses++;
    expect(pauses).toBeGreaterThanOrEqual(139);
  });
});

describe("placesTogether", () => {
  it("gives every wanted place once, in order, a few of one box at a time", () => {
    const boxes = pack(randomPlaces(1_200, 3, 7));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (step) => {
        const groups = [...placesTogether(boxes, (point) => point % step === 0)];
        const wanted = [...boxes.points.keys()].filter((place) => boxes.points[place]! % step === 0);
        expect(groups.flat()).toEqual(wanted);
        for (const places of groups) {
          expect(places.length).toBeLessThanOrEqual(TOGETHER);
          expect(new Set(places.map((place) => boxes.boxOf[place])).size).toBe(1);
        }
        if (step === 1) expect(groups.length).toBeLessThan(1_200 / TOGETHER + boxes.count + 1);
      }),
    );
  });
});
