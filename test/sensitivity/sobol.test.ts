import { describe, expect, test } from "vitest";
import { type SobolIndex, sobolIndices } from "../../src/sensitivity/sobol.js";
import { type RandomStream, randomStreams } from "../../src/shared/random.js";

type Model = (inputs: readonly number[]) => number;

function indicesOf(
  model: Model,
  inputs: number,
  m: number,
  low: number,
  high: number,
  seed = 7,
): SobolIndex[] {
  const next = randomStreams(seed, "test");
  const draw = (random: RandomStream): number[][] =>
    Array.from({ length: m }, () =>
      Array.from({ length: inputs }, () => low + (high - low) * random.uniform()),
    );
  const [a, b] = [draw(next()), draw(next())];
  const outputs = (rows: readonly (readonly number[])[]) => Float64Array.from(rows, model);
  const mixed = Array.from({ length: inputs }, (_, k) =>
    outputs(a.map((row, i) => row.map((value, at) => (at === k ? b[i]![k]! : value)))),
  );
  return sobolIndices(outputs(a), outputs(b), mixed, next());
}

describe("sobolIndices", () => {
  test("agrees with the analytic indices of the Ishigami function within its bootstrap intervals", () => {
    const [a, b] = [7, 0.1];
    const ishigami: Model = ([x, y, z]) => Math.sin(x!) + a * Math.sin(y!) ** 2 + b * z! ** 4 * Math.sin(x!);
    // Saltelli et al. (2008), Global sensitivity analysis, section 4.
    const variance = a ** 2 / 8 + (b * Math.PI ** 4) / 5 + (b ** 2 * Math.PI ** 8) / 18 + 1 / 2;
    const alone = [(1 + (b * Math.PI ** 4) / 5) ** 2 / 2, a ** 2 / 8, 0];
    const together = (8 * b ** 2 * Math.PI ** 8) / 225;
    const total = [alone[0]! + together, alone[1]!, together];
    // An interval of 95 % misses one in twenty; of 120 more than 14 misses are less likely than one in a thousand.
    let misses = 0;
    for (let seed = 1; seed <= 20; seed++) {
      indicesOf(ishigami, 3, 1_000, -Math.PI, Math.PI, seed).forEach((found, k) => {
        const isOut = ([low, high]: readonly [number, number], truth: number) => truth < low || truth > high;
        misses += Number(isOut(found.firstInterval, alone[k]! / variance));
        misses += Number(isOut(found.totalInterval, total[k]! / variance));
        expect(Math.abs(found.first - alone[k]! / variance)).toBeLessThan(0.2);
        expect(Math.abs(found.total - total[k]! / variance)).toBeLessThan(0.2);
        expect(found.firstInterval[1] - found.firstInterval[0]).toBeLessThan(0.3);
      });
    }
    expect(misses).toBeLessThan(15);
  });

  test("divides the variance of a sum as its parts vary", () => {
    const found = indicesOf(([x, y]) => x! + 2 * y!, 2, 4_000, 0, 1);
    expect(found[0]!.total).toBeCloseTo(1 / 5, 1);
    expect(found[1]!.total).toBeCloseTo(4 / 5, 1);
    expect(found[1]!.first).toBeCloseTo(4 / 5, 1);
  });

  test("is 0 where the output never varies", () => {
    expect(indicesOf(() => 3, 1, 50, 0, 1)).toEqual([
      { first: 0, total: 0, firstInterval: [0, 0], totalInterval: [0, 0] },
    ]);
  });
});
