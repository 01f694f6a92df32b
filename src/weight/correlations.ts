import { mean } from "../shared/statistics.js";
import type { Column } from "../table/region-table.js";

/**
 * The Pearson correlations of columns, each pair over the rows that have both (with sample moments of those rows).
 * A pair with fewer than three common rows, or without spread in them, counts as uncorrelated: 0.
 */
export function correlationMatrix(columns: readonly Column[]): number[][] {
  const filled = columns.map(toNumbers);
  const complete = columns.every((column) => !column.includes(null));
  const standard = complete ? filled.map(standardise) : filled;
  const correlate = complete ? dot : pairwise;
  const matrix = columns.map(() => new Array<number>(columns.length).fill(1));
  for (let a = 0; a < columns.length; a++) {
    for (let b = a + 1; b < columns.length; b++) {
      const r = correlate(standard[a]!, standard[b]!);
      matrix[a]![b] = r;
      matrix[b]![a] = r;
    }
  }
  return matrix;
}

/** NaN for what is missing. */
function toNumbers(column: Column): Float64Array {
  const numbers = new Float64Array(column.length);
  for (let i = 0; i < numbers.length; i++) numbers[i] = column[i] ?? NaN;
  return numbers;
}

function pairwise(a: Float64Array, b: Float64Array): number {
  const both: number[] = [];
  for (let i = 0; i < a.length; i++) if (!Number.isNaN(a[i]! + b[i]!)) both.push(i);
  if (both.length < 3) return 0;
  const pick = (column: Float64Array): Float64Array => {
    const picked = new Float64Array(both.length);
    for (let i = 0; i < picked.length; i++) picked[i] = column[both[i]!]!;
    return picked;
  };
  return dot(standardise(pick(a)), standardise(pick(b)));
}

/** Centred and scaled to length 1, so that a correlation is a dot product; all zero when there is no spread. */
function standardise(values: Float64Array): Float64Array {
  const centre = mean(values);
  const centred = new Float64Array(values.length);
  for (let i = 0; i < centred.length; i++) centred[i] = values[i]! - centre;
  const length = Math.sqrt(dot(centred, centred));
  if (length > 0) for (let i = 0; i < centred.length; i++) centred[i]! /= length;
  return centred;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
