import { mean } from "../shared/statistics.js";
import type { Column } from "../table/region-table.js";

/**
 * The Pearson correlations of columns, each pair over the rows that have both (with sample moments of those rows).
 * A pair with fewer than three common rows, or without spread in them, counts as uncorrelated: 0.
 */
export function correlationMatrix(columns: readonly Column[]): number[][] {
  const complete = columns.every((column) => !column.includes(null));
  const standard = complete ? columns.map((column) => standardise(column as readonly number[])) : [];
  const matrix = columns.map(() => new Array<number>(columns.length).fill(1));
  for (let a = 0; a < columns.length; a++) {
    for (let b = a + 1; b < columns.length; b++) {
      const r = complete ? dot(standard[a]!, standard[b]!) : pairwise(columns[a]!, columns[b]!);
      matrix[a]![b] = r;
      matrix[b]![a] = r;
    }
  }
  return matrix;
}

function pairwise(a: Column, b: Column): number {
  const rows = a.flatMap((value, row) => (value === null || b[row] === null ? [] : [row]));
  if (rows.length < 3) return 0;
  return dot(standardise(rows.map((row) => a[row]!)), standardise(rows.map((row) => b[row]!)));
}

/** Centred and scaled to length 1, so that a correlation is a dot product; all zero when there is no spread. */
function standardise(values: readonly number[]): Float64Array {
  const centre = mean(values);
  const centred = Float64Array.from(values, (value) => value - centre);
  const length = Math.sqrt(dot(centred, centred));
  return length > 0 ? centred.map((value) => value / length) : centred;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
