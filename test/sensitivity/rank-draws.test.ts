import { describe, expect, test } from "vitest";
import { nearestFew, rankSome } from "../../src/sensitivity/rank-draws.js";
import fc from "../support/fast-check.js";

const distance = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constant(NaN));
/** Ties are cut for the last place first. */
const backwards = Uint32Array.from({ length: 30 }, (_, j) => 30 - j);
const forwards = backwards.slice().reverse();

describe("the ranks of some regions", () => {
  const distances = Float64Array.of(2, 1, 2, NaN, 5, 0);

  test("count who is nearer: ties share the lowest, no distance is no rank, others than the eligible do not count", () => {
    expect([...rankSome([0, 1, 2, 3, 4], 5)(distances)]).toEqual([2, 1, 2, 0, 4]);
    expect([...rankSome([4, 0], 5)(distances)]).toEqual([4, 2]);
    expect([...rankSome([3], 5)(distances)]).toEqual([0]);
    expect([...rankSome([0], 6)(distances)]).toEqual([3]);
  });

  test("agree with counting one by one", () => {
    fc.assert(
      fc.property(fc.array(distance, { minLength: 1, maxLength: 30 }), (values) => {
        const positions = [...values.keys()];
        const ranks = values.map((d) => (Number.isNaN(d) ? 0 : values.filter((e) => e < d).length + 1));
        expect([...rankSome(positions, values.length)(Float64Array.from(values))]).toEqual(ranks);
      }),
    );
  });
});

describe("the nearest few", () => {
  const found = (list: Int32Array) => [...list].sort((a, b) => a - b);

  test("are found in any order; ties are cut by the order asked for", () => {
    const distances = Float64Array.of(2, 1, 2, NaN, 5, 0);
    expect(found(nearestFew(5, 2, backwards)(distances))).toEqual([1, 2]);
    expect(found(nearestFew(5, 2, forwards)(distances))).toEqual([0, 1]);
  });

  test("are fewer where fewer have a distance", () => {
    expect(found(nearestFew(5, 2, backwards)(Float64Array.of(NaN, NaN, NaN, NaN, 9, 0)))).toEqual([4]);
    expect(found(nearestFew(5, 2, backwards)(new Float64Array(6).fill(NaN)))).toEqual([]);
  });

  test("agree with sorting all", () => {
    fc.assert(
      fc.property(fc.array(distance, { maxLength: 30 }), fc.integer({ min: 1, max: 9 }), (values, count) => {
        const expected = [...values.keys()]
          .reverse()
          .filter((j) => !Number.isNaN(values[j]!))
          .sort((a, b) => values[a]! - values[b]!)
          .slice(0, count)
          .sort((a, b) => a - b);
        const nearest = nearestFew(values.length, count, backwards);
        expect(found(nearest(Float64Array.from(values)))).toEqual(expected);
      }),
    );
  });
});
