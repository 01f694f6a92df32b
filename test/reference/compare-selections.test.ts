import { compareSelections, OptionsError, type Selection } from "reference-regions";
import { describe, expect, it } from "vitest";
import fc from "../support/fast-check.js";
import "../support/arbitraries.js";
import { errorOf, messagesOf } from "../support/problems.js";

const list = (...ids: readonly string[]): Selection => ({ regions: ids.map((id) => ({ id })) });
const overlapOf = (a: Selection, b: Selection, persistence?: number): number =>
  compareSelections(a, b, { persistence }).rankBiasedOverlap!;

const regions = Array.from({ length: 16 }, (_, i) => `R${i + 1}`);
const lists = fc.shuffledSubarray(regions, { minLength: 1, maxLength: 12 });
const persistences = fc.constantFrom(0.1, 0.5, 0.9, 0.98);

/**
 * The definition: (1 - p) sum p^(d - 1) A(d) over all depths d. Below the shorter list, unseen regions of it agree at the rate at which
 * all of it did; below the longer one, the agreement stays what it was there.
 */
function byDefinition(a: readonly string[], b: readonly string[], p: number): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const common = (depth: number): number =>
    short.slice(0, depth).filter((id) => long.slice(0, depth).includes(id)).length;
  const agreement = (depth: number): number => {
    const unseen = Math.max(0, depth - short.length) * (common(short.length) / short.length);
    return (common(depth) + unseen) / depth;
  };
  let sum = 0;
  // 0.98 to the power 2,000 is below 1e-17.
  for (let d = 1; d <= 2_000; d++) sum += p ** (d - 1) * agreement(Math.min(d, long.length));
  return (1 - p) * sum;
}

describe("compareSelections", () => {
  it("names the regions in both in the order of a, and those in one alone in their own order", () => {
    expect(compareSelections(list("A", "B", "C", "D"), list("X", "C", "A"))).toMatchObject({
      overlap: 2,
      inBoth: ["A", "C"],
      onlyInA: ["B", "D"],
      onlyInB: ["X"],
      // Two of A, B, C, D, X.
      jaccard: 2 / 5,
    });
  });

  it("takes lists of reference regions as they are, and leaves them as they were", () => {
    const [a, b] = [list("A", "B"), list("B")].map((one) => Object.freeze(one)) as [Selection, Selection];
    compareSelections(a, b);
    expect([a, b]).toEqual([list("A", "B"), list("B")]);
  });

  it("has no Jaccard index of two empty lists, and 0 where one alone is empty", () => {
    expect(compareSelections(list(), list()).jaccard).toBeNull();
    expect(compareSelections(list("A"), list())).toMatchObject({ overlap: 0, jaccard: 0, onlyInA: ["A"] });
  });

  it("counts the same overlap from either side", () => {
    fc.assert(
      fc.property(lists, lists, (a, b) => {
        const there = compareSelections(list(...a), list(...b));
        const back = compareSelections(list(...b), list(...a));
        expect([back.overlap, back.jaccard]).toEqual([there.overlap, there.jaccard]);
        expect(back.onlyInA).toEqual(there.onlyInB);
        expect(new Set(back.inBoth)).toEqual(new Set(there.inBoth));
        expect(there.overlap + there.onlyInA.length).toBe(a.length);
        expect(there.overlap + there.onlyInB.length).toBe(b.length);
      }),
    );
  });
});

describe("rank-biased overlap", () => {
  it("is what one gets by hand for lists of one length", () => {
    // Agreement 0, 2/2, 2/3, and 2/3 for ever. (1 - p) / p = 1, so 0 + 1/4 + 2/3 * 1/8, and 2/3 * 1/8 at the end: 5/12.
    expect(overlapOf(list("A", "B", "C"), list("B", "A", "D"), 0.5)).toBeCloseTo(5 / 12, 14);
  });

  it("is what one gets by hand for lists of different length", () => {
    // Common at depths 1 to 4: 1, 1, 2, 2; half of the short list is common at its end, and so would be half of what follows:
    // agreement 1, 1/2, (2 + 1/2) / 3 = 5/6, (2 + 1) / 4 = 3/4. So 1/2 + 1/8 + 5/48 + 3/64, and 3/64 at the end: 79/96.
    expect(overlapOf(list("A", "B"), list("A", "C", "B", "D"), 0.5)).toBeCloseTo(79 / 96, 14);
    // Common 0, 1; nothing of the short list is common at its end. 0 + 1/2 * 1/4, and 1/2 * 1/4 at the end.
    expect(overlapOf(list("A"), list("B", "A"), 0.5)).toBeCloseTo(1 / 4, 14);
  });

  it("is the plain sum over all depths (Webber, Moffat and Zobel 2010, equation 32)", () => {
    fc.assert(
      fc.property(lists, lists, persistences, (a, b, p) => {
        expect(overlapOf(list(...a), list(...b), p)).toBeCloseTo(byDefinition(a, b, p), 12);
      }),
      { numRuns: 200 },
    );
  });

  it("is 1 for equal lists, and for a list and its beginning", () => {
    fc.assert(
      fc.property(lists, fc.nat(), persistences, (a, cut, p) => {
        expect(overlapOf(list(...a), list(...a), p)).toBeCloseTo(1, 12);
        const beginning = a.slice(0, 1 + (cut % a.length));
        expect(overlapOf(list(...a), list(...beginning), p)).toBeCloseTo(1, 12);
      }),
    );
  });

  it("is below 1 for the same regions in another order", () => {
    expect(overlapOf(list("A", "B"), list("B", "A"))).toBeLessThan(1 - 1e-3);
  });

  it("is 0 for lists that share no region", () => {
    fc.assert(
      fc.property(lists, lists, persistences, (a, b, p) => {
        const others = b.map((id) => `other ${id}`);
        expect(overlapOf(list(...a), list(...others), p)).toBe(0);
      }),
    );
  });

  it("is the same from either side, and between 0 and 1", () => {
    fc.assert(
      fc.property(lists, lists, persistences, (a, b, p) => {
        const there = overlapOf(list(...a), list(...b), p);
        expect(overlapOf(list(...b), list(...a), p)).toBe(there);
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it("counts agreement at the top more than further down, the more so the lower the persistence", () => {
    const a = list("A", "B", "C", "D", "E", "F");
    const [topDiffers, endDiffers] = [list("X", "B", "C", "D", "E", "F"), list("A", "B", "C", "D", "E", "X")];
    const lossAt = (p: number): number => overlapOf(a, endDiffers, p) - overlapOf(a, topDiffers, p);
    expect(lossAt(0.9)).toBeGreaterThan(0);
    expect(lossAt(0.5)).toBeGreaterThan(lossAt(0.9));
  });

  it("gives the first ten ranks 86 % by default: so much have lists that agree in them and nowhere else", () => {
    const top = regions.slice(0, 10);
    const rest = (name: string): string[] => Array.from({ length: 400 }, (_, i) => `${name}${i}`);
    // Equation 21: 1 - p^9 + 10 (1 - p) / p (ln(1 / (1 - p)) - sum of p^i / i to 9).
    const tail = [1, 2, 3, 4, 5, 6, 7, 8, 9].reduce((left, i) => left - 0.9 ** i / i, Math.log(10));
    const expected = 1 - 0.9 ** 9 + (10 * 0.1 * tail) / 0.9;
    expect(expected).toBeCloseTo(0.86, 2);
    expect(overlapOf(list(...top, ...rest("A")), list(...top, ...rest("B")))).toBeCloseTo(expected, 12);
  });

  it("is null where a list is empty", () => {
    expect(overlapOf(list(), list("A"))).toBeNull();
    expect(overlapOf(list("A"), list())).toBeNull();
    expect(overlapOf(list(), list())).toBeNull();
  });
});

describe("what cannot be compared", () => {
  it.each([0, 1, -0.5, 1.5, Number.NaN])("a persistence of %d is refused", (persistence) => {
    expect(() => compareSelections(list("A"), list("A"), { persistence })).toThrow(OptionsError);
    expect(messagesOf(() => compareSelections(list("A"), list("A"), { persistence }))).toEqual([
      `compareSelections.persistence: expected a number between 0 and 1, got ${persistence}.`,
    ]);
  });

  it("a region that stands twice in a list is refused, and named with the list", () => {
    const [twice, once] = [list("A", "B", "C", "B"), list("B")];
    const error = errorOf(() => compareSelections(twice, once));
    expect([error.code, error.message]).toEqual([
      "duplicate-region",
      "compareSelections.a (B): expected every region once, got one that stands twice in the list. Remove one of the two.",
    ]);
    expect(() => compareSelections(once, twice)).toThrow(
      "compareSelections.b (B): expected every region once",
    );
  });
});
