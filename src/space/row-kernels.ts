import { isCovered, type Points, sharedWeight } from "./points.js";
import type { Terms } from "./terms.js";

/**
 * Writes the distances from region `i` to the regions `from`..`to - 1` into `out`, beginning at `offset`; NaN where the two share too
 * little weight. Every distance of this library comes from a row kernel or, bit for bit the same, from `allPairs`.
 */
export type RowKernel = (
  points: Points,
  i: number,
  from: number,
  to: number,
  out: Float64Array,
  offset: number,
) => void;

export const squaredEuclideanRow: RowKernel = (points, i, from, to, out, offset) => {
  const { p, coordinates: x, present: m, weights: w, minCoverage } = points;
  const a = i * p;
  for (let j = from, o = offset; j < to; j++, o++) {
    const b = j * p;
    let sum = 0;
    let shared = 0;
    if (m === null) {
      for (let k = 0; k < p; k++) {
        const d = x[a + k]! - x[b + k]!;
        sum += w[k]! * (d * d);
      }
      out[o] = sum;
    } else {
      for (let k = 0; k < p; k++) {
        const weight = w[k]! * m[a + k]! * m[b + k]!;
        const d = x[a + k]! - x[b + k]!;
        sum += weight * (d * d);
        shared += weight;
      }
      out[o] = overShared(sum, shared, minCoverage);
    }
  }
};

export const euclideanRow: RowKernel = (points, i, from, to, out, offset) => {
  squaredEuclideanRow(points, i, from, to, out, offset);
  for (let o = offset; o < offset + to - from; o++) out[o] = Math.sqrt(out[o]!);
};

export const manhattanRow: RowKernel = (points, i, from, to, out, offset) => {
  const { p, coordinates: x, present: m, weights: w, minCoverage } = points;
  const a = i * p;
  for (let j = from, o = offset; j < to; j++, o++) {
    const b = j * p;
    let sum = 0;
    let shared = 0;
    for (let k = 0; k < p; k++) {
      const weight = m === null ? w[k]! : w[k]! * m[a + k]! * m[b + k]!;
      sum += weight * Math.abs(x[a + k]! - x[b + k]!);
      shared += weight;
    }
    out[o] = m === null ? sum : overShared(sum, shared, minCoverage);
  }
};

/** The largest gap is not rescaled for missing cells. */
export const chebyshevRow: RowKernel = (points, i, from, to, out, offset) => {
  const { p, coordinates: x, present: m, weights: w, active, minCoverage } = points;
  const a = i * p;
  for (let j = from, o = offset; j < to; j++, o++) {
    const b = j * p;
    let largest = 0;
    let shared = 0;
    for (let k = 0; k < p; k++) {
      const weight = m === null ? w[k]! : w[k]! * m[a + k]! * m[b + k]!;
      largest = Math.max(largest, weight * active * Math.abs(x[a + k]! - x[b + k]!));
      shared += weight;
    }
    out[o] = m === null || isCovered(shared, minCoverage) ? largest : NaN;
  }
};

/** The sum over shared indicators, raised to the whole weight; NaN below the coverage that is asked for. */
export function overShared(sum: number, shared: number, minCoverage: number): number {
  return isCovered(shared, minCoverage) ? sum / shared : NaN;
}

/** The kernel of a metric whose distance is the sum of its terms over the weight compared, then `finish`. */
export function rowFromTerms(terms: Terms, finish = (sum: number): number => sum): RowKernel {
  return (points, i, from, to, out, offset) => {
    const parts = new Float64Array(points.p);
    for (let j = from, o = offset; j < to; j++, o++) {
      const compared = terms(points, i, j, parts);
      let sum = 0;
      for (let k = 0; k < parts.length; k++) if (!Number.isNaN(parts[k]!)) sum += parts[k]!;
      const covered = points.present === null || isCovered(sharedWeight(points, i, j), points.minCoverage);
      out[o] = covered && compared > 1e-12 ? finish(sum / compared) : NaN;
    }
  };
}
