import { isCovered, type Points } from "../space/points.js";
import type { Terms } from "../space/terms.js";
import type { DrawnWeights, Measure } from "./drawn-weights.js";

/**
 * Where a distance is the weighted mean of what each indicator says (`terms`), the indicators of a dimension (`members`, with the weights
 * `inner` inside it) are summed once; a variant then only adds up the dimensions. Under `euclidean` it is the square, which orders alike.
 */
export function measureByDimension(
  points: Points,
  terms: Terms,
  target: number,
  members: readonly (readonly number[])[],
  inner: Float64Array,
): Measure {
  const { n, p, present, minCoverage } = points;
  const count = members.length;
  const found = termsFrom({ ...points, weights: inner }, terms, target);
  const isKnown = (at: number): boolean => !Number.isNaN(found[at]!);
  const rests = present === null ? null : found.map((_, at) => (isKnown(at) ? inner[at % p]! : 0));
  const said = present === null ? found : found.map((term, at) => (isKnown(at) ? term : 0));
  const sums = sumGroups(said, p, members);
  const covered = rests === null ? null : sumGroups(rests, p, members);
  return (variants, out) => {
    addUp(variants, sums, count, out);
    addThinned(variants, sums, said, p, out);
    if (rests === null) return;
    const weights = new Float64Array(variants.length * n);
    addUp(variants, covered!, count, weights);
    addThinned(variants, covered!, rests, p, weights);
    for (let o = 0; o < weights.length; o++)
      out[o] = isCovered(weights[o]!, minCoverage) ? out[o]! / weights[o]! : NaN;
  };
}

/** Region-major: what each indicator says; NaN where one of the two has no figure. */
function termsFrom(points: Points, terms: Terms, target: number): Float64Array {
  const { n, p } = points;
  const said = new Float64Array(n * p);
  const row = new Float64Array(p);
  for (let j = 0; j < n; j++) {
    terms(points, target, j, row);
    said.set(row, j * p);
  }
  return said;
}

/** Region-major: the values of each group together. */
function sumGroups(values: Float64Array, p: number, members: readonly (readonly number[])[]): Float64Array {
  const n = values.length / p;
  const groups = members.map((of) => Int32Array.from(of));
  const sums = new Float64Array(n * groups.length);
  for (let j = 0, o = 0; j < n; j++) {
    for (const group of groups) {
      let sum = 0;
      for (let g = 0; g < group.length; g++) sum += values[j * p + group[g]!]!;
      sums[o++] = sum;
    }
  }
  return sums;
}

/** Adds the dimensions from which an indicator is left out, without it. */
function addThinned(
  variants: readonly DrawnWeights[],
  sums: Float64Array,
  values: Float64Array,
  p: number,
  out: Float64Array,
): void {
  const n = values.length / p;
  const dimensions = sums.length / n;
  variants.forEach(({ parts, drop, dimension, left }, v) => {
    if (dimension < 0) return;
    const part = parts[dimension]! / left;
    for (let j = 0, o = v * n, at = dimension, gone = drop; j < n; j++, o++, at += dimensions, gone += p)
      out[o]! += part * Math.max(0, sums[at]! - values[gone]!);
  });
}

/** So many variants are added up side by side: every sum that is loaded serves them all. */
const SIDE_BY_SIDE = 4;

/** The sums of the dimensions, each times its part; a dimension from which an indicator is left out is left to `addThinned`. */
function addUp(
  variants: readonly DrawnWeights[],
  sums: Float64Array,
  dimensions: number,
  out: Float64Array,
): void {
  const n = sums.length / dimensions;
  const parts = variants.map(({ parts: drawn, dimension }) =>
    drawn.map((part, d) => (d === dimension ? 0 : part)),
  );
  let v = 0;
  for (; v + SIDE_BY_SIDE <= variants.length; v += SIDE_BY_SIDE)
    addFour(parts[v]!, parts[v + 1]!, parts[v + 2]!, parts[v + 3]!, sums, n, out.subarray(v * n));
  for (; v < variants.length; v++) addOne(parts[v]!, sums, n, out.subarray(v * n));
}

function addOne(parts: Float64Array, sums: Float64Array, n: number, out: Float64Array): void {
  for (let j = 0, o = 0; j < n; j++) {
    let sum = 0;
    for (let d = 0; d < parts.length; d++, o++) sum += parts[d]! * sums[o]!;
    out[j] = sum;
  }
}

function addFour(
  first: Float64Array,
  second: Float64Array,
  third: Float64Array,
  fourth: Float64Array,
  sums: Float64Array,
  n: number,
  out: Float64Array,
): void {
  for (let j = 0, o = 0; j < n; j++) {
    let [a, b, c, e] = [0, 0, 0, 0];
    for (let d = 0; d < first.length; d++, o++) {
      const sum = sums[o]!;
      a += first[d]! * sum;
      b += second[d]! * sum;
      c += third[d]! * sum;
      e += fourth[d]! * sum;
    }
    out[j] = a;
    out[j + n] = b;
    out[j + 2 * n] = c;
    out[j + 3 * n] = e;
  }
}
