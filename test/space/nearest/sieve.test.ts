import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import makeWabt from "wabt";
import { openSieve, type Sieve } from "../../../src/space/nearest/sieve.js";
import {
  BLOCK,
  BOXED,
  boxSize,
  copyPoint,
  LEADING,
  MOST,
  putPoint,
  putSides,
  querySize,
  SPARE,
  sideAt,
  sidesSize,
  tailOf,
} from "../../../src/space/nearest/sieve-layout.js";
import { siftCode } from "../../../src/space/nearest/sift-code.js";
import fc from "../../support/fast-check.js";

type Coordinates = readonly number[];

/** Puts points into one box and the query into another behind it, and asks. */
function ask(sieve: Sieve, places: readonly Coordinates[], query: Coordinates, limit: number) {
  const tail = tailOf(query.length);
  const blocks = Math.ceil(places.length / BLOCK);
  const box = { start: 0, blocks, tail };
  const other = { start: boxSize(blocks, tail), blocks: 1, tail };
  const own = other.start + boxSize(1, tail);
  const found = own + querySize(tail) + SPARE;
  sieve.floats.fill(0);
  const outside = query.map(() => Infinity);
  for (let k = 0; k < blocks * BLOCK; k++) putPoint(sieve, box, k, places[k] ?? outside);
  putPoint(sieve, other, 5, query);
  copyPoint(sieve, other, 5, own);
  const kept = sieve.sift(own, 0, blocks, tail, limit, found);
  return Array.from({ length: kept }, (_, k): [number, number] => [
    sieve.integers[found / 4 + 2 * k]!,
    sieve.floats[found / 4 + 2 * k + 1]!,
  ]);
}

const small = fc.integer({ min: -9, max: 9 });

/** Points and a query of so many whole coordinates, which have no rounding, so that every way to add must agree. */
const cases = fc
  .record({ n: fc.integer({ min: 1, max: 70 }), q: fc.integer({ min: 1, max: 37 }) })
  .chain(({ n, q }) =>
    fc.record({
      places: fc.array(fc.array(small, { minLength: q, maxLength: q }), { minLength: n, maxLength: n }),
      query: fc.array(small, { minLength: q, maxLength: q }),
      limit: fc.integer({ min: 0, max: 3_000 }),
    }),
  );

describe.each([
  { name: "in WebAssembly", host: undefined },
  { name: "in JavaScript", host: { Memory: Object, Module: Object, Instance: Object } as never },
])("a sieve $name", ({ host }) => {
  const sieve = host === undefined ? openSieve(32_768) : openSieve(32_768, host);

  test("lets pass exactly the points that are near enough, in order, and says how near they are", () => {
    fc.assert(
      fc.property(cases, ({ places, query, limit }) => {
        const gaps = places.map((place) => place.reduce((sum, x, axis) => sum + (x - query[axis]!) ** 2, 0));
        const near = [...gaps.entries()].filter(([, gap]) => gap <= limit);
        expect(ask(sieve, places, query, limit)).toEqual(near);
      }),
    );
  });

  test("lets all pass without a limit, also what fills up the last block", () => {
    const found = ask(sieve, [[1], [2]], [0], Infinity);
    expect(found.map(([point]) => point)).toEqual(Array.from({ length: BLOCK }, (_, point) => point));
    expect(found.slice(0, 3).map(([, gap]) => gap)).toEqual([1, 4, MOST ** 2]);
  });

  test("adds up the largest gaps along all leading axes without running over", () => {
    const far = Array.from({ length: LEADING }, () => MOST);
    const gap = LEADING * (2 * MOST) ** 2;
    expect(gap).toBeLessThan(2 ** 31);
    const opposite = far.map((value) => -value);
    expect(ask(sieve, [far], opposite, gap)).toEqual([[0, gap]].concat(fillers(gap)));
    expect(ask(sieve, [far], opposite, gap - 128)).toEqual([]);

    // What fills up the block stands in the same corner.
    function fillers(same: number): [number, number][] {
      return Array.from({ length: BLOCK - 1 }, (_, k) => [k + 1, same]);
    }
  });

  test("says how far a query is from boxes", () => {
    const clouds = fc.array(
      fc.array(fc.array(small, { minLength: 9, maxLength: 9 }), { minLength: 1, maxLength: 5 }),
      {
        minLength: 1,
        maxLength: 11,
      },
    );
    fc.assert(
      fc.property(clouds, fc.array(small, { minLength: 9, maxLength: 9 }), (boxes, query) => {
        const size = boxSize(1, 0);
        const sides = size * (boxes.length + 1);
        const own = sides + sidesSize(boxes.length);
        const out = own + querySize(0);
        sieve.floats.fill(0);
        [...boxes, [query]].forEach((places, b) => {
          const box = { start: b * size, blocks: 1, tail: 0 };
          for (const [k, place] of places.entries()) putPoint(sieve, box, k, place);
          if (b < boxes.length) putSides(sieve, box.start, places.length, sides, b);
          else copyPoint(sieve, box, 0, own);
        });
        sieve.gaps(own, sides, Math.ceil(boxes.length / 4), out);
        const expected = boxes.map((places) => {
          let sum = 0;
          for (let axis = 0; axis < BOXED; axis++) {
            const values = places.map((place) => place[axis]!);
            const value = query[axis]!;
            sum += Math.max(Math.min(...values) - value, value - Math.max(...values), 0) ** 2;
          }
          return sum;
        });
        expect([...sieve.integers.subarray(out / 4, out / 4 + boxes.length)]).toEqual(expected);
        expect(sieve.shorts[sideAt(sides, 0, 0)]).toBe(Math.min(...boxes[0]!.map((place) => place[0]!)));
      }),
    );
  });
});

test("the platform runs it in WebAssembly", () => {
  const { sift } = openSieve(16);
  expect(String(sift)).toContain("[native code]");
});

test("is what tools/make-sift.mjs makes of sift.wat", async () => {
  const wabt = await makeWabt();
  const text = readFileSync("src/space/nearest/sift.wat", "utf8");
  const { buffer } = wabt.parseWat("sift.wat", text, { simd: true }).toBinary({});
  expect(siftCode).toBe(Buffer.from(buffer).toString("base64"));
});
