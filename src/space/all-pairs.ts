import { type Metric, metricDefinitions } from "./metrics.js";
import type { Points } from "./points.js";

/** The distances of all pairs in condensed order: (0,1), (0,2), ..., (0,n-1), (1,2), ... NaN where a pair shares too little weight. */
export function allPairs(points: Points, metric: Metric): Float64Array {
  const { n } = points;
  const values = new Float64Array((n * (n - 1)) / 2);
  const isSquare = metric === "squared-euclidean" || metric === "euclidean";
  if (isSquare && points.present === null) {
    squaredEuclideanBlocks(points, values);
    if (metric === "euclidean") for (let o = 0; o < values.length; o++) values[o] = Math.sqrt(values[o]!);
  } else {
    const { row } = metricDefinitions[metric];
    for (let i = 0; i < n; i++) row(points, i, i + 1, n, values, startOfRow(i, n));
  }
  return values;
}

/** Where the pairs of region `i` with later regions begin: the pair (i, j) stands at `startOfRow(i, n) + j - i - 1`. */
export function startOfRow(i: number, n: number): number {
  return i * n - (i * (i + 1)) / 2;
}

/**
 * Two regions against four at a time: every coordinate that is loaded serves several pairs, and the eight sums do not wait for each
 * other. Each sum still runs in the order of the indicators, so the result is that of the row kernel, bit for bit.
 */
function squaredEuclideanBlocks({ n, p, coordinates: x }: Points, out: Float64Array): void {
  const pair = (i: number, j: number): number => {
    let s = 0;
    for (let k = 0; k < p; k++) {
      const d = x[i * p + k]! - x[j * p + k]!;
      s += d * d;
    }
    return s;
  };
  for (let i = 0; i < n - 1; i += 2) {
    // `row0 + j` and `row1 + j` are the places of the pairs (i, j) and (i + 1, j).
    const row0 = startOfRow(i, n) - i - 1;
    const row1 = startOfRow(i + 1, n) - i - 2;
    out[row0 + i + 1] = pair(i, i + 1);
    const a0 = i * p;
    const a1 = a0 + p;
    let j = i + 2;
    for (; j + 3 < n; j += 4) {
      const b0 = j * p;
      const b1 = b0 + p;
      const b2 = b1 + p;
      const b3 = b2 + p;
      let s00 = 0;
      let s01 = 0;
      let s02 = 0;
      let s03 = 0;
      let s10 = 0;
      let s11 = 0;
      let s12 = 0;
      let s13 = 0;
      for (let k = 0; k < p; k++) {
        const u = x[a0 + k]!;
        const v = x[a1 + k]!;
        const y0 = x[b0 + k]!;
        const y1 = x[b1 + k]!;
        const y2 = x[b2 + k]!;
        const y3 = x[b3 + k]!;
        s00 += (u - y0) * (u - y0);
        s01 += (u - y1) * (u - y1);
        s02 += (u - y2) * (u - y2);
        s03 += (u - y3) * (u - y3);
        s10 += (v - y0) * (v - y0);
        s11 += (v - y1) * (v - y1);
        s12 += (v - y2) * (v - y2);
        s13 += (v - y3) * (v - y3);
      }
      out[row0 + j] = s00;
      out[row0 + j + 1] = s01;
      out[row0 + j + 2] = s02;
      out[row0 + j + 3] = s03;
      out[row1 + j] = s10;
      out[row1 + j + 1] = s11;
      out[row1 + j + 2] = s12;
      out[row1 + j + 3] = s13;
    }
    for (; j < n; j++) {
      out[row0 + j] = pair(i, j);
      out[row1 + j] = pair(i + 1, j);
    }
  }
}
