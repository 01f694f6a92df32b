import { sum as compensatedSum, quickselect } from "simple-statistics";
import { finite } from "./order-statistics.js";

/** Numbers in, numbers out: every function here takes finite values only and refuses anything else. */
type Values = ArrayLike<number>;

/** The sum with Kahan-Babuska compensation. */
export function sum(values: Values): number {
  return compensatedSum(finite(values));
}

/** The arithmetic mean, from a compensated sum. */
export function mean(values: Values): number {
  return sum(values) / values.length;
}

/** The sample variance (n - 1), two-pass, as R `var`. Needs two values. */
export function variance(values: Values): number {
  return standardDeviation(values) ** 2;
}

/** The sample standard deviation (n - 1), as R `sd`. */
export function standardDeviation(values: Values): number {
  const { deviations, scale } = centre(values);
  return scale * Math.sqrt(powerSum(deviations, 2) / (values.length - 1));
}

/** Skewness and excess kurtosis of type 2; null where they are not defined. */
export interface Shape {
  /** Null for fewer than three values, or for values without spread. */
  readonly skewness: number | null;
  /** Null for fewer than four values, or for values without spread. */
  readonly kurtosis: number | null;
}

/** Skewness and excess kurtosis of type 2, as SAS, Excel (`SKEW`, `KURT`) and R `e1071` with `type = 2`. */
export function shape(values: Values): Shape {
  const n = values.length;
  if (n < 3 || isConstant(values)) return { skewness: null, kurtosis: null };
  const { deviations } = centre(values);
  const m2 = powerSum(deviations, 2) / n;
  const m3 = powerSum(deviations, 3) / n;
  const g1 = m3 / m2 ** 1.5;
  const skewness = (g1 * Math.sqrt(n * (n - 1))) / (n - 2);
  if (n < 4) return { skewness, kurtosis: null };
  const g2 = powerSum(deviations, 4) / n / (m2 * m2) - 3;
  return { skewness, kurtosis: ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * g2 + 6) };
}

/** The skewness of `shape`. */
export function skewness(values: Values): number | null {
  return shape(values).skewness;
}

/** The excess kurtosis of `shape`. */
export function kurtosis(values: Values): number | null {
  return shape(values).kurtosis;
}

/**
 * The quantile (type 7) of values, which lies from `at` on: they are set in order only as far as that takes, up to `right`, behind which
 * none is smaller.
 */
export function selectQuantile(values: Float64Array, p: number, at: number, right: number): number {
  quickselect(values as ArrayLike<number> as number[], at, 0, right);
  const low = values[at]!;
  let high = Infinity;
  for (let i = at + 1; i < values.length; i++) if (values[i]! < high) high = values[i]!;
  const share = (values.length - 1) * p - at;
  return share === 0 ? low : low + share * (high - low);
}

/** True when all values are the same (or there is none). */
export function isConstant(values: Values): boolean {
  for (let i = 1; i < values.length; i++) if (values[i] !== values[0]) return false;
  return true;
}

/** The deviations from the mean as parts of the largest, so that their powers neither overflow nor vanish. */
function centre(values: Values): { deviations: Float64Array; scale: number } {
  const centreValue = mean(values);
  const deviations = new Float64Array(values.length);
  for (let i = 0; i < deviations.length; i++) deviations[i] = values[i]! - centreValue;
  // The mean is rounded; taking the mean of what is left away once more makes the moments exact for large offsets.
  const residue = mean(deviations);
  let scale = 0;
  for (let i = 0; i < deviations.length; i++) {
    deviations[i]! -= residue;
    scale = Math.max(scale, Math.abs(deviations[i]!));
  }
  if (scale > 0) for (let i = 0; i < deviations.length; i++) deviations[i]! /= scale;
  return { deviations, scale };
}

function powerSum(values: Float64Array, power: 2 | 3 | 4): number {
  const powers = new Float64Array(values.length);
  for (let i = 0; i < powers.length; i++) {
    const square = values[i]! * values[i]!;
    powers[i] = power === 2 ? square : power === 3 ? square * values[i]! : square * square;
  }
  return sum(powers);
}
