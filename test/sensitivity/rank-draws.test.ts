import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nearestFew, rankSome } from "../../src/sensitivity/rank-draws.js";

const distance = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constant(NaN));
const all = [4, 3, 2, 1, 0];

describe("the ranks of some regions", () => {
  const distances = Float64Array.of(2, 1, 2, NaN, 5, 0);

  test("count who is nearer: ties share the lowest, no distance is no rank, others than the eligible do not count", () => {
    expect([...rankSome([0, 1, 2, 3, 4], all)(distances)]).toEqual([2, 1, 2, 0, 4]);
    expect([...rankSome([4, 0], all)(distances)]).toEqual([4, 2]);
    expect([...rankSome([3], all)(distances)]).toEqual([0]);
    expect([...rankSome([0], [0, 5])(distances)]).toEqual([2]);
  });

  test("agree with counting one by one", () => {
    fc.assert(
      fc.property(fc.array(distance, { minLength: 1, maxLength: 30 }), (values) => {
        const positions = [...values.keys()];
        const ranks = values.map((d) => (Number.isNaN(d) ? 0 : values.filter((e) => e < d).length + 1));
        expect([...rankSome(positions, positions)(Float64Array.from(values))]).toEqual(ranks);
      }),
    );
  });
});

describe("the nearest few", () => {
  test("stand nearest first, ties in the order in which the eligible stand", () => {
    const distances = Float64Array.of(2, 1, 2, NaN, 5, 0);
    expect([...nearestFew(all, 2, distances)(distances)]).toEqual([1, 2]);
    expect([...nearestFew([0, 1, 2, 3, 4], 2, new Float64Array(6))(distances)]).toEqual([1, 0]);
  });

  test("are fewer where fewer have a distance", () => {
    expect([...nearestFew(all, 2, new Float64Array(6))(Float64Array.of(NaN, NaN, NaN, NaN, 9, 0))]).toEqual([
      4,
    ]);
    expect([...nearestFew(all, 2, new Float64Array(6))(new Float64Array(6).fill(NaN))]).toEqual([]);
  });

  test("agree with sorting all, whatever was foretold", () => {
    const pairs = fc.array(fc.tuple(distance, distance), { maxLength: 30 });
    fc.assert(
      fc.property(pairs, fc.integer({ min: 1, max: 9 }), (both, count) => {
        const values = both.map(([value]) => value);
        const about = Float64Array.from(both, ([, guess]) => guess);
        const eligible = [...values.keys()].reverse();
        const expected = eligible
          .filter((j) => !Number.isNaN(values[j]!))
          .sort((a, b) => values[a]! - values[b]!)
          .slice(0, count);
        expect([...nearestFew(eligible, count, about)(Float64Array.from(values))]).toEqual(expected);
      }),
    );
  });
});
