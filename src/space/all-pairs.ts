import { type LongTask, runToEnd } from "../shared/long-task.js";
import { type Metric, metricDefinitions } from "./metrics.js";
import { startOfRow } from "./pair-index.js";
import type { Points } from "./points.js";
import { overShared, squaredEuclideanRow } from "./row-kernels.js";

/** The distances of all pairs in condensed order: (0,1), (0,2), ..., (0,n-1), (1,2), ... NaN where a pair shares too little weight. */
export function allPairs(points: Points, metric: Metric): Float64Array {
  return runToEnd(measurePairs(points, metric));
}

/** So many rows are measured between two pauses; even, as the blocks take two rows at a time. */
const ROWS = 64;

/** `allPairs` as a long task. */
export function* measurePairs(points: Points, metric: Metric): LongTask<Float64Array> {
  const { n } = points;
  const values = new Float64Array((n * (n - 1)) / 2);
  const fill = rowFiller(metric);
  for (let from = 0; from < n - 1; from += ROWS) {
    fill(points, from, Math.min(from + ROWS, n), values);
    yield;
  }
  return values;
}

type RowFiller = (points: Points, from: number, to: number, out: Float64Array) => void;

function rowFiller(metric: Metric): RowFiller {
  if (metric === "squared-euclidean") return squaredEuclideanRows;
  if (metric === "euclidean") {
    return (points, from, to, out) => {
      squaredEuclideanRows(points, from, to, out);
      const end = startOfRow(to, points.n);
      for (let o = startOfRow(from, points.n); o < end; o++) out[o] = Math.sqrt(out[o]!);
    };
  }
  const { row } = metricDefinitions[metric];
  return (points, from, to, out) => {
    for (let i = from; i < to; i++) row(points, i, i + 1, points.n, out, startOfRow(i, points.n));
  };
}

function squaredEuclideanRows(points: Points, from: number, to: number, out: Float64Array): void {
  if (points.present === null) squaredEuclideanBlocks(points, from, to, out);
  else squaredEuclideanSharedBlocks(points, points.present, from, to, out);
}

/**
 * Two regions against four at a time: every coordinate that is loaded serves several pairs, and the eight sums do not wait for each
 * other. Each sum runs in the order of the row kernel, so the result is the same, bit for bit.
 */
function squaredEuclideanBlocks(points: Points, from: number, to: number, out: Float64Array): void {
  const { n, p, coordinates: x, weights: w } = points;
  const end = Math.min(to, n - 1);
  for (let i = from; i < end; i += 2) {
    const blockEnd = n - ((n - i - 2) % 4);
    // `row0 + j` and `row1 + j` are the places of the pairs (i, j) and (i + 1, j).
    const row0 = startOfRow(i, n) - i - 1;
    const row1 = startOfRow(i + 1, n) - i - 2;
    squaredEuclideanRow(points, i, i + 1, i + 2, out, row0 + i + 1);
    squaredEuclideanRow(points, i, blockEnd, n, out, row0 + blockEnd);
    squaredEuclideanRow(points, i + 1, blockEnd, n, out, row1 + blockEnd);
    const a0 = i * p;
    const a1 = a0 + p;
    for (let j = i + 2; j < blockEnd; j += 4) {
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
        const weight = w[k]!;
        const u = x[a0 + k]!;
        const v = x[a1 + k]!;
        const y0 = x[b0 + k]!;
        const y1 = x[b1 + k]!;
        const y2 = x[b2 + k]!;
        const y3 = x[b3 + k]!;
        s00 += weight * ((u - y0) * (u - y0));
        s01 += weight * ((u - y1) * (u - y1));
        s02 += weight * ((u - y2) * (u - y2));
        s03 += weight * ((u - y3) * (u - y3));
        s10 += weight * ((v - y0) * (v - y0));
        s11 += weight * ((v - y1) * (v - y1));
        s12 += weight * ((v - y2) * (v - y2));
        s13 += weight * ((v - y3) * (v - y3));
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
  }
}

/** The same with missing cells: two regions against two, for each sum has its shared weight beside it. */
function squaredEuclideanSharedBlocks(
  points: Points,
  present: Float64Array,
  from: number,
  to: number,
  out: Float64Array,
): void {
  const { n, p, coordinates: x, weights: w, minCoverage } = points;
  const weights0 = new Float64Array(p);
  const weights1 = new Float64Array(p);
  const end = Math.min(to, n - 1);
  for (let i = from; i < end; i += 2) {
    const blockEnd = n - ((n - i - 2) % 2);
    const row0 = startOfRow(i, n) - i - 1;
    const row1 = startOfRow(i + 1, n) - i - 2;
    squaredEuclideanRow(points, i, i + 1, i + 2, out, row0 + i + 1);
    squaredEuclideanRow(points, i, blockEnd, n, out, row0 + blockEnd);
    squaredEuclideanRow(points, i + 1, blockEnd, n, out, row1 + blockEnd);
    const a0 = i * p;
    const a1 = a0 + p;
    for (let k = 0; k < p; k++) {
      weights0[k] = w[k]! * present[a0 + k]!;
      weights1[k] = w[k]! * present[a1 + k]!;
    }
    for (let j = i + 2; j < blockEnd; j += 2) {
      const b0 = j * p;
      const b1 = b0 + p;
      let s00 = 0;
      let s01 = 0;
      let s10 = 0;
      let s11 = 0;
      let t00 = 0;
      let t01 = 0;
      let t10 = 0;
      let t11 = 0;
      for (let k = 0; k < p; k++) {
        const u = x[a0 + k]!;
        const v = x[a1 + k]!;
        const y0 = x[b0 + k]!;
        const y1 = x[b1 + k]!;
        const w00 = weights0[k]! * present[b0 + k]!;
        const w01 = weights0[k]! * present[b1 + k]!;
        const w10 = weights1[k]! * present[b0 + k]!;
        const w11 = weights1[k]! * present[b1 + k]!;
        s00 += w00 * ((u - y0) * (u - y0));
        t00 += w00;
        s01 += w01 * ((u - y1) * (u - y1));
        t01 += w01;
        s10 += w10 * ((v - y0) * (v - y0));
        t10 += w10;
        s11 += w11 * ((v - y1) * (v - y1));
        t11 += w11;
      }
      out[row0 + j] = overShared(s00, t00, minCoverage);
      out[row0 + j + 1] = overShared(s01, t01, minCoverage);
      out[row1 + j] = overShared(s10, t10, minCoverage);
      out[row1 + j + 1] = overShared(s11, t11, minCoverage);
    }
  }
}
