import { describe, expect, it } from "vitest";
import { correlationMatrix } from "../../src/weight/correlations.js";

/** The definition of Pearson, word for word. */
function naive(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [ma, mb] = [mean(a), mean(b)];
  const sum = (term: (i: number) => number) => a.reduce((total, _, i) => total + term(i), 0);
  return (
    sum((i) => (a[i]! - ma) * (b[i]! - mb)) /
    Math.sqrt(sum((i) => (a[i]! - ma) ** 2) * sum((i) => (b[i]! - mb) ** 2))
  );
}

const [a, b, c] = [
  [1, 4, 2, 8, 5, 7],
  [2, 3, 1, 9, 6, 4],
  [9, 1, 7, 3, 2, 2],
];

describe("correlationMatrix", () => {
  it("is Pearson's r of each pair, symmetric, with 1 on the diagonal", () => {
    const matrix = correlationMatrix([a!, b!, c!]);
    expect(matrix.map((row, k) => row[k])).toEqual([1, 1, 1]);
    expect(matrix[0]![1]).toBeCloseTo(naive(a!, b!), 13);
    expect(matrix[0]![2]).toBeCloseTo(naive(a!, c!), 13);
    expect(matrix[1]![2]).toBeCloseTo(naive(b!, c!), 13);
    for (let i = 0; i < 3; i++) for (let j = 0; j < 3; j++) expect(matrix[i]![j]).toBe(matrix[j]![i]);
  });

  it("takes each pair over the rows that have both, with the moments of those rows", () => {
    const gaps = [1, null, 2, 8, 5, 7];
    const matrix = correlationMatrix([gaps, b!, [9, 1, null, 3, 2, 2]]);
    expect(matrix[0]![1]).toBeCloseTo(naive([1, 2, 8, 5, 7], [2, 1, 9, 6, 4]), 13);
    expect(matrix[0]![2]).toBeCloseTo(naive([1, 8, 5, 7], [9, 3, 2, 2]), 13);
    expect(matrix[1]![2]).toBeCloseTo(naive([2, 3, 9, 6, 4], [9, 1, 3, 2, 2]), 13);
  });

  it("does not ask for unit or origin, and turns its sign with the column", () => {
    const scaled = a!.map((value) => 1e6 - 250 * value);
    expect(correlationMatrix([scaled, b!])[0]![1]).toBeCloseTo(-correlationMatrix([a!, b!])[0]![1]!, 12);
  });

  it("is 0 for fewer than three common rows, and where there is no spread in them", () => {
    expect(
      correlationMatrix([
        [1, 2, null, null],
        [null, 4, 5, 1],
      ])[0]![1],
    ).toBe(0);
    expect(
      correlationMatrix([
        [1, 2, null],
        [3, 9, 4],
      ])[0]![1],
    ).toBe(0);
    expect(
      correlationMatrix([
        [5, 5, 5, 9],
        [1, 2, 3, null],
      ])[0]![1],
    ).toBe(0);
    expect(
      correlationMatrix([
        [5, 5, 5],
        [1, 2, 3],
      ])[0]![1],
    ).toBe(0);
  });

  it("of nothing is nothing", () => {
    expect(correlationMatrix([])).toEqual([]);
  });
});
