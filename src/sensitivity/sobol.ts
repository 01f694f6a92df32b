import { quantile } from "../shared/order-statistics.js";
import type { RandomStream } from "../shared/random.js";

/** How much of the variance of an output one input decides. */
export interface SobolIndex {
  /** By itself. */
  readonly first: number;
  /** Together with all its interactions. */
  readonly total: number;
  /** 95 % bootstrap intervals. */
  readonly firstInterval: readonly [number, number];
  readonly totalInterval: readonly [number, number];
}

const RESAMPLES = 200;

/**
 * The variance-based indices of inputs, from outputs at two independent samples A and B of all inputs, and for each input at A with
 * that input taken from B: first order by Jansen's (1999) estimator, 1 - mean((B - AB)²) / 2V; total effect, mean((A - AB)²) / 2V
 * (Saltelli et al. 2010, table 2). V is the variance over A and B together. All 0 where the output never varies.
 */
export function sobolIndices(
  a: Float64Array,
  b: Float64Array,
  mixed: readonly Float64Array[],
  random: RandomStream,
): SobolIndex[] {
  const m = a.length;
  const samples = [
    Int32Array.from({ length: m }, (_, i) => i),
    ...Array.from({ length: RESAMPLES }, () => Int32Array.from({ length: m }, () => random.integer(m))),
  ];
  const variances = samples.map((rows) => varianceOf(a, b, rows));
  return mixed.map((ab) => {
    const half = (from: Float64Array): number[] =>
      samples.map((rows, s) => (variances[s] === 0 ? 0 : squaredGap(from, ab, rows) / (2 * variances[s]!)));
    const [total, ...totals] = half(a);
    const [first, ...firsts] = half(b).map((part, s) => (variances[s] === 0 ? 0 : 1 - part));
    return {
      first: first!,
      total: total!,
      firstInterval: [quantile(firsts, 0.025), quantile(firsts, 0.975)],
      totalInterval: [quantile(totals, 0.025), quantile(totals, 0.975)],
    };
  });
}

/** The population variance over both samples. */
function varianceOf(a: Float64Array, b: Float64Array, rows: Int32Array): number {
  let sum = 0;
  for (const i of rows) sum += a[i]! + b[i]!;
  const middle = sum / (2 * rows.length);
  let squares = 0;
  for (const i of rows) squares += (a[i]! - middle) ** 2 + (b[i]! - middle) ** 2;
  return squares / (2 * rows.length);
}

function squaredGap(from: Float64Array, to: Float64Array, rows: Int32Array): number {
  let sum = 0;
  for (const i of rows) sum += (from[i]! - to[i]!) ** 2;
  return sum / rows.length;
}
