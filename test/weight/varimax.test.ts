import { describe, expect, it } from "vitest";
import { varimax } from "../../src/weight/varimax.js";

const loadings = [
  [0.8, 0.4, 0.1],
  [0.7, 0.5, -0.2],
  [0.6, -0.6, 0.3],
  [0.5, -0.7, -0.1],
  [0.4, 0.1, 0.8],
  [0.3, 0.2, -0.7],
];

/** The varimax criterion of rows scaled to length 1: the sum over factors of the variance of squared loadings. */
function criterion(matrix: readonly (readonly number[])[]): number {
  const scaled = matrix.map((row) => row.map((value) => value / Math.hypot(...row)));
  return scaled[0]!.reduce((total, _, c) => {
    const squares = scaled.map((row) => row[c]! ** 2);
    const mean = squares.reduce((sum, one) => sum + one, 0) / squares.length;
    return total + squares.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  }, 0);
}

function turned(matrix: readonly (readonly number[])[], a: number, b: number, angle: number): number[][] {
  return matrix.map((row) =>
    row.map((value, c) =>
      c === a
        ? row[a]! * Math.cos(angle) + row[b]! * Math.sin(angle)
        : c === b
          ? row[b]! * Math.cos(angle) - row[a]! * Math.sin(angle)
          : value,
    ),
  );
}

describe("varimax", () => {
  const rotated = varimax(loadings);

  it("keeps what the factors together explain of each indicator, and all scalar products of its rows", () => {
    loadings.forEach((row, i) => {
      loadings.forEach((other, j) => {
        const dot = (x: readonly number[], y: readonly number[]) =>
          x.reduce((sum, value, c) => sum + value * y[c]!, 0);
        expect(dot(rotated.loadings[i]!, rotated.loadings[j]!)).toBeCloseTo(dot(row, other), 12);
      });
    });
  });

  it("has a criterion that no further turn of two factors raises", () => {
    const best = criterion(rotated.loadings);
    expect(best).toBeGreaterThan(criterion(loadings));
    for (const [a, b] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const)
      for (let step = -90; step <= 90; step++)
        expect(criterion(turned(rotated.loadings, a, b, (step * Math.PI) / 180))).toBeLessThanOrEqual(
          best + 1e-12,
        );
  });

  it("orders factors by their variance, the sum of squared loadings", () => {
    rotated.variance.forEach((variance, c) => {
      expect(variance).toBeCloseTo(
        rotated.loadings.reduce((sum, row) => sum + row[c]! ** 2, 0),
        13,
      );
    });
    expect([...rotated.variance].sort((x, y) => y - x)).toEqual(rotated.variance);
  });

  it("points each factor so that its largest loading is positive", () => {
    rotated.variance.forEach((_, c) => {
      const column = rotated.loadings.map((row) => row[c]!);
      const largest = Math.max(...column.map(Math.abs));
      expect(column).toContain(largest);
    });
  });

  it("leaves a simple structure as it is", () => {
    const simple = [
      [0.9, 0],
      [0.8, 0],
      [0, 0.7],
      [0, 0.6],
    ];
    varimax(simple).loadings.forEach((row, i) => {
      row.forEach((value, c) => {
        expect(value).toBeCloseTo(simple[i]![c]!, 12);
      });
    });
  });

  it("of one factor is that factor, pointed up", () => {
    expect(varimax([[-0.9], [0.2]]).loadings).toEqual([[0.9], [-0.2]]);
  });

  it("leaves an indicator without loadings at 0", () => {
    expect(
      varimax([
        [0.9, 0.1],
        [0.2, 0.8],
        [0, 0],
      ]).loadings[2]!.map(Math.abs),
    ).toEqual([0, 0]);
  });
});
