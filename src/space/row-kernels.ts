import { isCovered, type Points } from "./points.js";

/**
 * Writes the distances from region `i` to the regions `from`..`to - 1` into `out`, beginning at `offset`; NaN where the two share too
 * little weight. Every distance of this library comes from a row kernel or, bit for bit the same, from `all-pairs`: each sums its
 * terms in the order of the indicators.
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
    let s = 0;
    if (m === null) {
      for (let k = 0; k < p; k++) {
        const d = x[a + k]! - x[b + k]!;
        s += d * d;
      }
      out[o] = s;
    } else {
      let shared = 0;
      for (let k = 0; k < p; k++) {
        const both = m[a + k]! * m[b + k]!;
        const d = x[a + k]! - x[b + k]!;
        s += both * d * d;
        shared += both * w[k]!;
      }
      out[o] = overShared(s, shared, minCoverage);
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
    let s = 0;
    if (m === null) {
      for (let k = 0; k < p; k++) s += Math.abs(x[a + k]! - x[b + k]!);
      out[o] = s;
    } else {
      let shared = 0;
      for (let k = 0; k < p; k++) {
        const both = m[a + k]! * m[b + k]!;
        s += both * Math.abs(x[a + k]! - x[b + k]!);
        shared += both * w[k]!;
      }
      out[o] = overShared(s, shared, minCoverage);
    }
  }
};

/** The largest gap is not rescaled for missing cells. */
export const chebyshevRow: RowKernel = (points, i, from, to, out, offset) => {
  const { p, coordinates: x, present: m, weights: w, minCoverage } = points;
  const a = i * p;
  for (let j = from, o = offset; j < to; j++, o++) {
    const b = j * p;
    let largest = 0;
    let shared = 0;
    for (let k = 0; k < p; k++) {
      const both = m === null ? 1 : m[a + k]! * m[b + k]!;
      largest = Math.max(largest, both * Math.abs(x[a + k]! - x[b + k]!));
      shared += both * w[k]!;
    }
    out[o] = isCovered(shared, minCoverage) ? largest : NaN;
  }
};

/** The sum over shared indicators, raised to the whole weight; NaN below the coverage that is asked for. */
function overShared(sum: number, shared: number, minCoverage: number): number {
  return isCovered(shared, minCoverage) ? sum / shared : NaN;
}
