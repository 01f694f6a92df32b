import { expect, test } from "vitest";
import { moveShare, sharesOf } from "../../src/explorer/model/shares.js";
import fc from "../support/fast-check.js";

const whole = (shares: { readonly [id: string]: number }): number =>
  Object.values(shares).reduce((sum, share) => sum + share, 0);

test("the others make room in proportion", () => {
  const moved = moveShare({ a: 0.5, b: 0.3, c: 0.2 }, new Set(), "a", 0.75);
  expect(moved.a).toBe(0.75);
  expect(moved.b).toBeCloseTo(0.15);
  expect(moved.c).toBeCloseTo(0.1);
});

test("a locked share stays, and no more than it leaves can be taken", () => {
  expect(moveShare({ a: 0.5, b: 0.3, c: 0.2 }, new Set(["b"]), "a", 1)).toEqual({ a: 0.7, b: 0.3, c: 0 });
  expect(moveShare({ a: 0.5, b: 0.5 }, new Set(["b"]), "a", 0.9)).toEqual({ a: 0.5, b: 0.5 });
  expect(moveShare({ a: 1 }, new Set(), "a", 0.4)).toEqual({ a: 1 });
});

test("where the others are 0, they share evenly", () => {
  expect(moveShare({ a: 1, b: 0, c: 0 }, new Set(), "a", 0.5)).toEqual({ a: 0.5, b: 0.25, c: 0.25 });
});

test("shares always sum to 1, and none is below 0", () => {
  const amounts = fc.dictionary(fc.constantFrom("a", "b", "c", "d", "e"), fc.nat(100), { minKeys: 1 });
  fc.assert(
    fc.property(
      amounts,
      fc.subarray(["a", "b", "c"]),
      fc.double({ min: -1, max: 2, noNaN: true }),
      (of, locked, to) => {
        const shares = sharesOf(of);
        expect(whole(shares)).toBeCloseTo(1);
        for (const id of Object.keys(shares)) {
          const moved = moveShare(shares, new Set(locked), id, to);
          expect(whole(moved)).toBeCloseTo(1);
          for (const share of Object.values(moved)) expect(share).toBeGreaterThanOrEqual(-1e-12);
          for (const one of locked) if (one !== id && one in moved) expect(moved[one]).toBe(shares[one]);
        }
      },
    ),
  );
});
