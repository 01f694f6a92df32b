import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import makeWabt from "wabt";
import { BLOCK, openSieve, type Sieve } from "../../src/space/sieve.js";
import { siftCode } from "../../src/space/sift-code.js";
import fc from "../support/fast-check.js";

/** Puts random points into a sieve, axis by axis, and asks it; the query stands behind them, what is found behind the query. */
function ask(
  sieve: Sieve,
  places: readonly (readonly number[])[],
  query: readonly number[],
  limit: number,
): [number, number][] {
  const axes = 8 * Math.ceil(query.length / 8);
  const blocks = Math.ceil(places.length / BLOCK);
  const width = BLOCK * blocks;
  sieve.floats.fill(0);
  query.forEach((value, axis) => {
    sieve.floats.fill(Infinity, axis * width, (axis + 1) * width);
    places.forEach((place, point) => {
      sieve.floats[axis * width + point] = place[axis]!;
    });
    sieve.floats[axes * width + axis] = value;
  });
  const found = axes * width + axes + 4;
  const kept = sieve.sift(4 * axes * width, 0, blocks, axes, limit, 4 * found);
  return Array.from({ length: kept }, (_, k) => [
    sieve.integers[found + 2 * k]!,
    sieve.floats[found + 2 * k + 1]!,
  ]);
}

const cases = fc
  .record({ n: fc.integer({ min: 1, max: 70 }), q: fc.integer({ min: 1, max: 21 }) })
  .chain(({ n, q }) =>
    fc.record({
      // Whole numbers have no rounding, so that every way to add must agree.
      places: fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: q, maxLength: q }), {
        minLength: n,
        maxLength: n,
      }),
      query: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: q, maxLength: q }),
      limit: fc.integer({ min: 0, max: 1_500 }),
    }),
  );

describe.each([
  { name: "in WebAssembly", host: undefined },
  { name: "in JavaScript", host: { Memory: Object, Module: Object, Instance: Object } as never },
])("a sieve $name", ({ host }) => {
  const sieve = host === undefined ? openSieve(4_096) : openSieve(4_096, host);

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
    const all = Array.from({ length: BLOCK }, (_, point) => point);
    expect(ask(sieve, [[1], [2]], [0], Infinity)).toEqual(
      all.map((point) => [point, [1, 4][point] ?? Infinity]),
    );
  });
});

test("the platform runs it in WebAssembly", () => {
  expect(openSieve(16).floats.length % 16_384).toBe(0);
});

test("is what tools/make-sift.mjs makes of sift.wat", async () => {
  const wabt = await makeWabt();
  const text = readFileSync("src/space/sift.wat", "utf8");
  const { buffer } = wabt.parseWat("sift.wat", text, { simd: true }).toBinary({});
  expect(siftCode).toBe(Buffer.from(buffer).toString("base64"));
});
