import { isCovered, type Points } from "../space/points.js";
import type { Terms } from "../space/terms.js";
import type { Measure } from "./drawn-weights.js";

/**
 * Where a distance is the weighted mean of what each indicator says (`terms`), the indicators of a dimension (`members`, with the weights
 * `inner` inside it) are summed once; a variant then only adds up the dimensions. Under `euclidean` it is the square, which orders alike.
 */
export function measureByDimension(
  points: Points,
  terms: Terms,
  target: number,
  others: Int32Array,
  members: readonly (readonly number[])[],
  inner: Float64Array,
): Measure {
  const { present, minCoverage } = points;
  const m = others.length;
  const found = termsOf({ ...points, weights: inner }, terms, target, others);
  if (present === null) return adder(found, m, members);
  const addDistances = adder(
    found.map((of) => of.map((term) => (Number.isNaN(term) ? 0 : term))),
    m,
    members,
  );
  const addWeights = adder(
    found.map((of, k) => of.map((term) => (Number.isNaN(term) ? 0 : inner[k]!))),
    m,
    members,
  );
  return (variants, out) => {
    addDistances(variants, out);
    const weights = new Float64Array(variants.length * m);
    addWeights(variants, weights);
    for (let o = 0; o < weights.length; o++)
      out[o] = isCovered(weights[o]!, minCoverage) ? out[o]! / weights[o]! : NaN;
  };
}

/** By indicator, one of the others after the other: what it says; NaN where one of the two has no figure. */
function termsOf(points: Points, terms: Terms, target: number, others: Int32Array): Float64Array[] {
  const { p } = points;
  const said = Array.from({ length: p }, () => new Float64Array(others.length));
  const row = new Float64Array(p);
  others.forEach((j, o) => {
    terms(points, target, j, row);
    for (let k = 0; k < p; k++) said[k]![o] = row[k]!;
  });
  return said;
}

/** Three dimensions, to be added up together: for each of the others, the sum of what the indicators say. */
type Three = readonly [Float64Array, Float64Array, Float64Array];

/** Adds up the values of indicators: first within each dimension, once for all variants that leave the same indicator out. */
function adder(values: readonly Float64Array[], m: number, members: readonly (readonly number[])[]): Measure {
  const none = new Float64Array(m);
  const sums = members.map((group) => sumOf(values, group, m));
  const known = new Map<number, readonly Three[]>();
  const without = (drop: number): readonly Three[] => {
    const seen = known.get(drop);
    if (seen !== undefined) return seen;
    const left = sums.map((sum, d) => (members[d]!.includes(drop) ? subtract(sum, values[drop]!) : sum));
    const threes = Array.from(
      { length: Math.ceil(left.length / 3) },
      (_, t): Three => [left[3 * t]!, left[3 * t + 1] ?? none, left[3 * t + 2] ?? none],
    );
    known.set(drop, threes);
    return threes;
  };
  return (variants, out) => {
    const rowOf = (v: number): Float64Array => out.subarray(v * m, (v + 1) * m);
    out.fill(0, 0, variants.length * m);
    for (let v = 0; v < variants.length; v++) {
      const { parts, drop } = variants[v]!;
      const next = variants[v + 1];
      // Two go side by side where they can: every sum that is loaded serves both.
      if (next?.drop === drop) addToTwo(without(drop), parts, next.parts, rowOf(v), rowOf(++v));
      else addToOne(without(drop), parts, rowOf(v));
    }
  };
}

function sumOf(values: readonly Float64Array[], group: readonly number[], m: number): Float64Array {
  const sums = new Float64Array(m);
  for (const k of group) {
    const own = values[k]!;
    for (let j = 0; j < m; j++) sums[j]! += own[j]!;
  }
  return sums;
}

/** Never below 0, as rounding might have it. */
function subtract(sums: Float64Array, values: Float64Array): Float64Array {
  const rest = new Float64Array(sums.length);
  for (let j = 0; j < rest.length; j++) {
    const left = sums[j]! - values[j]!;
    if (left > 0) rest[j] = left;
  }
  return rest;
}

function addToOne(threes: readonly Three[], parts: Float64Array, out: Float64Array): void {
  threes.forEach(([first, second, third], t) => {
    const [a, b, c] = threeOf(parts, t);
    for (let j = 0; j < out.length; j++) out[j] = out[j]! + a * first[j]! + b * second[j]! + c * third[j]!;
  });
}

function addToTwo(
  threes: readonly Three[],
  parts: Float64Array,
  others: Float64Array,
  out: Float64Array,
  other: Float64Array,
): void {
  threes.forEach(([first, second, third], t) => {
    const [a, b, c] = threeOf(parts, t);
    const [e, f, g] = threeOf(others, t);
    for (let j = 0; j < out.length; j++) {
      const x = first[j]!;
      const y = second[j]!;
      const z = third[j]!;
      out[j] = out[j]! + a * x + b * y + c * z;
      other[j] = other[j]! + e * x + f * y + g * z;
    }
  });
}

function threeOf(parts: Float64Array, t: number): readonly [number, number, number] {
  return [parts[3 * t]!, parts[3 * t + 1] ?? 0, parts[3 * t + 2] ?? 0];
}
