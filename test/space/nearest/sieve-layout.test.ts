import { describe, expect, test } from "vitest";
import {
  BLOCK,
  BOXED,
  boxSize,
  copyPoint,
  LEADING,
  leadingAt,
  MOST,
  putPoint,
  putSides,
  querySize,
  sideAt,
  sidesSize,
  TAIL_MOST,
  tailAt,
  tailOf,
} from "../../../src/space/nearest/sieve-layout.js";

function bytes(length: number) {
  const buffer = new ArrayBuffer(length);
  return {
    shorts: new Int16Array(buffer),
    integers: new Int32Array(buffer),
    floats: new Float32Array(buffer),
  };
}

describe("the layout of a sieve", () => {
  test("gives every coordinate a place of its own, and leaves none over", () => {
    for (const axes of [1, 16, 17, 24, 40]) {
      const box = { start: 64, blocks: 3, tail: tailOf(axes) };
      const taken = new Set<number>();
      for (let point = 0; point < 3 * BLOCK; point++) {
        for (let axis = 0; axis < LEADING; axis++) taken.add(2 * leadingAt(box.start, point, axis));
        for (let other = 0; other < box.tail / 4; other++) {
          taken.add(4 * (tailAt(box, point) + other));
          taken.add(4 * (tailAt(box, point) + other) + 2);
        }
      }
      expect(taken.size).toBe(boxSize(3, box.tail) / 2);
      expect(Math.min(...taken)).toBe(64);
      expect(Math.max(...taken)).toBe(64 + boxSize(3, box.tail) - 2);
    }
  });

  test("gives every side a place of its own", () => {
    const taken = new Set<number>();
    for (let box = 0; box < 12; box++)
      for (let axis = 0; axis < BOXED; axis++) {
        const at = sideAt(32, box, axis);
        taken.add(at).add(at + 8);
      }
    expect(taken.size).toBe(sidesSize(12) / 2);
    expect([Math.min(...taken), Math.max(...taken)]).toEqual([16, 16 + sidesSize(12) / 2 - 1]);
  });

  test("takes the axes behind the leading ones in eights", () => {
    expect([1, 16, 17, 24, 25, 40].map(tailOf)).toEqual([0, 0, 32, 32, 64, 96]);
    expect(querySize(96)).toBe(32 + 96);
  });

  test("rounds along the leading axes, keeps digits along the others, and brings in what is too far out", () => {
    const all = bytes(4_096);
    const box = { start: 0, blocks: 1, tail: tailOf(20) };
    const place = Array.from({ length: 20 }, (_, axis) => 100.4 + axis);
    place[1] = 1e300;
    place[2] = -Infinity;
    place[17] = -1e9;
    putPoint(all, box, 3, place);
    const query = boxSize(1, box.tail);
    copyPoint(all, box, 3, query);
    expect([...all.shorts.subarray(query / 2, query / 2 + 4)]).toEqual([100, MOST, -MOST, 103]);
    expect([...all.floats.subarray(query / 4 + 8, query / 4 + 13)]).toEqual(
      [116.4, -TAIL_MOST, 118.4, 119.4, 0].map(Math.fround),
    );
  });

  test("draws sides around the points that count", () => {
    const all = bytes(4_096);
    const box = { start: 0, blocks: 1, tail: 0 };
    const sides = boxSize(1, 0);
    [
      [5, -2],
      [-7, 0],
      [99, 99],
    ].forEach((place, k) => {
      putPoint(all, box, k, place);
    });
    putSides(all, 0, 2, sides, 6);
    const of = (axis: number) => [0, 8].map((upper) => all.shorts[sideAt(sides, 6, axis) + upper]);
    expect([of(0), of(1), of(2)]).toEqual([
      [-7, 5],
      [-2, 0],
      [0, 0],
    ]);
  });
});
