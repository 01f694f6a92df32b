import { describe, expect, it } from "vitest";
import * as order from "../../src/shared/order-statistics.js";
import * as moments from "../../src/shared/statistics.js";
import { type Column, expectClose, expectColumn, present, readData, readGolden } from "../support/golden.js";

const statistics = { ...order, ...moments };

interface Described {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
  readonly standardDeviation: number;
  readonly skewness: number | null;
  readonly kurtosis: number | null;
  readonly quantiles: readonly number[];
  readonly median: number;
  readonly medianAbsoluteDeviation: number;
  readonly averageRanks: Column;
}
interface FromColumn extends Described {
  readonly data: string;
  readonly column: string;
}

const golden = readGolden<{
  readonly probabilities: readonly number[];
  readonly typed: readonly (Described & { readonly values: readonly number[] })[];
  readonly columns: readonly FromColumn[];
}>("statistics");

const cases = [
  ...golden.typed.map((expected) => ({ label: `[${expected.values}]`, values: expected.values, expected })),
  ...golden.columns.map((expected) => ({
    label: `${expected.data}/${expected.column}`,
    values: present(readData(expected.data).columns[expected.column]!),
    expected,
  })),
];

// A mean or a quantile is a place: it may fall near 0 between large values, so it is measured against the largest.
const largest = (values: readonly number[]) => Math.max(...values.map(Math.abs));

describe("statistics against R and e1071", () => {
  it("covers odd and even numbers of values", () => {
    expect(new Set(cases.map(({ expected }) => expected.n % 2))).toEqual(new Set([0, 1]));
    for (const { values, expected, label } of cases) expect(values.length, label).toBe(expected.n);
  });

  it("mean is the arithmetic mean", () => {
    for (const { label, values, expected } of cases)
      expectClose(statistics.mean(values), expected.mean, label, { floor: largest(values) });
  });

  it("variance and standard deviation are those of a sample (n - 1), as R var and sd", () => {
    for (const { label, values, expected } of cases) {
      expectClose(statistics.variance(values), expected.variance, label);
      expectClose(statistics.standardDeviation(values), expected.standardDeviation, label);
    }
  });

  it("skewness is type 2, as e1071", () => {
    for (const { label, values, expected } of cases)
      expectClose(statistics.skewness(values), expected.skewness, label, { floor: 1 });
  });

  it("kurtosis is the excess of type 2, as e1071", () => {
    for (const { label, values, expected } of cases)
      expectClose(statistics.kurtosis(values), expected.kurtosis, label, { floor: 1 });
  });

  it("quantile is type 7, as R's default", () => {
    for (const { label, values, expected } of cases)
      golden.probabilities.forEach((p, i) => {
        expectClose(statistics.quantile(values, p), expected.quantiles[i]!, `${label}, p = ${p}`, {
          floor: largest(values),
        });
      });
  });

  it("median is the middle value, or the mean of the two in the middle", () => {
    for (const { label, values, expected } of cases)
      expectClose(statistics.median(values), expected.median, label);
  });

  it("median absolute deviation is unscaled, as R mad(constant = 1)", () => {
    for (const { label, values, expected } of cases)
      expectClose(statistics.medianAbsoluteDeviation(values), expected.medianAbsoluteDeviation, label);
  });

  it("equal values share the average of their ranks, lowest value first", () => {
    for (const { label, values, expected } of cases)
      expectColumn(statistics.averageRanks(values), expected.averageRanks, label, { relative: 0 });
  });

  it("takes typed arrays, and leaves its input as it was", () => {
    const values = Float64Array.of(4, 1, 3, 2);
    statistics.median(values);
    statistics.averageRanks(values);
    expectClose(statistics.quantile(values, 0.25), 1.75, "typed array");
    expect([...values]).toEqual([4, 1, 3, 2]);
  });
});

describe("statistics against exact arithmetic, where floating point is hard", () => {
  const exact = readGolden<{ columns: readonly (FromColumn & { constant: boolean })[] }>("exact");

  // Centring on a mean that is rounded to a double costs up to 6e-8 in every deviation at 1e9, and so 1e-7 of the
  // skewness. 1e-12 is attainable all the same: the differences of neighbouring numbers are exact, so taking the mean of
  // the deviations away once more removes the error.
  for (const expected of exact.columns) {
    const label = `${expected.data}/${expected.column}`;
    const values = present(readData(expected.data).columns[expected.column]!);
    it(`${expected.column}: the moments keep twelve digits`, () => {
      expectClose(statistics.mean(values), expected.mean, label, { relative: 2 ** -52 });
      if (expected.constant) {
        expect(statistics.variance(values), label).toBe(0);
        return;
      }
      expectClose(statistics.variance(values), expected.variance, label);
      expectClose(statistics.standardDeviation(values), expected.standardDeviation, label);
      expectClose(statistics.skewness(values), expected.skewness, label, { floor: 1 });
      expectClose(statistics.kurtosis(values), expected.kurtosis, label, { floor: 1 });
    });
    it(`${expected.column}: places keep the precision of a double`, () => {
      golden.probabilities.forEach((p, i) => {
        expectClose(statistics.quantile(values, p), expected.quantiles[i]!, `${label}, p = ${p}`, {
          relative: 1e-15,
        });
      });
      expectClose(statistics.median(values), expected.median, label, { relative: 2 ** -52 });
      // the deviations are as exact as the median they are taken from
      expectClose(statistics.medianAbsoluteDeviation(values), expected.medianAbsoluteDeviation, label, {
        relative: 2 ** -52,
        floor: largest(values),
      });
      expectColumn(statistics.averageRanks(values), expected.averageRanks, label, { relative: 0 });
    });
  }
});
