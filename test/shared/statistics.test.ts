import { describe, expect, it } from "vitest";
import {
  averageRanks,
  median,
  medianAbsoluteDeviation,
  quantile,
  sorted,
} from "../../src/shared/order-statistics.js";
import {
  isConstant,
  kurtosis,
  mean,
  skewness,
  standardDeviation,
  sum,
  variance,
} from "../../src/shared/statistics.js";

describe("few values", () => {
  it("the sum of none is 0; mean and median of none are NaN", () => {
    expect([sum([]), mean([]), median([])]).toEqual([0, Number.NaN, Number.NaN]);
  });

  it("one value is its own mean, median and quantile, and has no variance", () => {
    expect([mean([7]), median([7]), quantile([7], 0), quantile([7], 0.9), quantile([7], 1)]).toEqual([
      7, 7, 7, 7, 7,
    ]);
    expect(variance([7])).toBeNaN();
    expect(medianAbsoluteDeviation([7])).toBe(0);
  });

  it("skewness needs three values and a spread", () => {
    expect(skewness([1, 2])).toBeNull();
    expect(skewness([1, 2, 3])).toBe(0);
    expect(skewness([5, 5, 5])).toBeNull();
  });

  it("kurtosis needs four values and a spread", () => {
    expect(kurtosis([1, 2, 3])).toBeNull();
    expect(kurtosis([5, 5, 5, 5])).toBeNull();
    // Evenly spaced: -1.2 for any four values by the type 2 formula.
    expect(kurtosis([1, 2, 3, 4])).toBeCloseTo(-1.2, 12);
  });

  it("none and equal values are constant", () => {
    expect([isConstant([]), isConstant([3]), isConstant([3, 3]), isConstant([3, 4])]).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});

describe("large and small numbers", () => {
  it("the sum is compensated", () => {
    expect(sum([1, 1e100, 1, -1e100])).toBe(2);
    expect(sum(Array.from({ length: 10 }, () => 0.1))).toBe(1);
  });

  it("an offset of 1e9 does not spoil the moments", () => {
    const values = [4, 7, 13, 16, 40];
    const shifted = values.map((value) => value + 1e9);
    expect(variance(shifted)).toBe(variance(values));
    expect(skewness(shifted)).toBeCloseTo(skewness(values)!, 12);
    expect(kurtosis(shifted)).toBeCloseTo(kurtosis(values)!, 12);
  });

  it("a standard deviation of equal values is 0, not a rounding", () => {
    expect(standardDeviation([0.1, 0.1, 0.1])).toBe(0);
  });
});

describe("quantile is type 7", () => {
  it.each([
    [0, 1],
    [0.25, 1.75],
    [0.5, 2.5],
    [0.9, 3.7],
    [1, 4],
  ])("at p = %d of 4, 1, 3, 2", (p, value) => {
    expect(quantile([4, 1, 3, 2], p)).toBeCloseTo(value, 12);
  });
});

describe("order", () => {
  it("sorts by number, not by text, into a copy", () => {
    const values = [10, 9, -1];
    expect([...sorted(values)]).toEqual([-1, 9, 10]);
    expect(values).toEqual([10, 9, -1]);
  });

  it("gives equal values the mean of their ranks", () => {
    expect([...averageRanks([10, 20, 10, 30, 10])]).toEqual([2, 4, 2, 5, 2]);
    expect([...averageRanks([])]).toEqual([]);
    expect([...averageRanks([-0, 0])]).toEqual([1.5, 1.5]);
  });

  it("takes the median of an even number from the two in the middle", () => {
    expect(median([1, 100, 2, 3])).toBe(2.5);
    expect(medianAbsoluteDeviation([1, 1, 2, 2, 4, 6, 9])).toBe(1);
  });
});

describe("what is no finite number", () => {
  const functions = {
    sum,
    mean,
    variance,
    standardDeviation,
    median,
    medianAbsoluteDeviation,
    averageRanks,
    sorted,
  };

  it.each(Object.entries(functions))("is refused by %s, with its position", (_, statistic) => {
    expect(() => statistic([1, Number.NaN, 3])).toThrow("expected finite numbers, got NaN at 1");
    expect(() => statistic([1, 2, Number.NEGATIVE_INFINITY])).toThrow(
      "expected finite numbers, got -Infinity at 2",
    );
  });

  it("is refused by skewness and kurtosis", () => {
    expect(() => skewness([1, 2, Number.NaN])).toThrow(RangeError);
    expect(() => kurtosis([1, 2, 3, Number.NaN])).toThrow(RangeError);
  });
});
