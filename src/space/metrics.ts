/** How far two regions are apart, from the gaps of their indicators; the default is `squared-euclidean`. */
export const metrics = ["squared-euclidean", "euclidean", "manhattan", "chebyshev"] as const;
export type Metric = (typeof metrics)[number];

/**
 * How the contributions of the indicators make the distance: they add up to it; they add up to its square (each is shown as its
 * share of the distance); or the largest alone is the distance.
 */
export type ContributionRule = "adds-up" | "adds-up-to-the-square" | "largest-decides";

/** The points of a space as the kernels see them: region-major coordinates, NaN where missing, weights that sum to 1. */
export interface Points {
  readonly n: number;
  readonly p: number;
  readonly coordinates: Float64Array;
  readonly weights: Float64Array;
  /** No coordinate with a weight is missing. */
  readonly complete: boolean;
  /** Below this share of the weight in common there is no distance. */
  readonly minCoverage: number;
}

/** Writes the distances from region `i` to the regions `from`..`to - 1` into `out`, beginning at `offset`; NaN where there is none. */
export type RowKernel = (
  points: Points,
  i: number,
  from: number,
  to: number,
  out: Float64Array,
  offset: number,
) => void;

interface MetricDefinition {
  readonly rule: ContributionRule;
  /** What a gap adds, before the missing rule. `scale` is `chebyshevScale` for every metric. */
  term(weight: number, gap: number, scale: number): number;
  readonly kernel: RowKernel;
}

/**
 * The metrics, with weights w that sum to 1 and gaps d: squared Euclidean sum(w d²), Euclidean its root, Manhattan sum(w |d|),
 * Chebyshev max(w |d|) scaled so that equal weights count 1. Over shared indicators the sums are divided by the shared weight;
 * Chebyshev is not rescaled.
 */
export const metricDefinitions: { readonly [metric in Metric]: MetricDefinition } = {
  "squared-euclidean": { rule: "adds-up", term: (w, d) => w * d * d, kernel: squaredEuclidean },
  euclidean: { rule: "adds-up-to-the-square", term: (w, d) => w * d * d, kernel: euclidean },
  manhattan: { rule: "adds-up", term: (w, d) => w * Math.abs(d), kernel: manhattan },
  chebyshev: { rule: "largest-decides", term: (w, d, scale) => w * scale * Math.abs(d), kernel: chebyshev },
};

/** The number of indicators with weight: with equal weights, weight times scale is 1. */
export function chebyshevScale(weights: Float64Array): number {
  let count = 0;
  for (const weight of weights) if (weight > 0) count++;
  return count;
}

function squaredEuclidean(
  points: Points,
  i: number,
  from: number,
  to: number,
  out: Float64Array,
  offset: number,
): void {
  if (points.complete) squaredComplete(points, i, from, to, out, offset);
  else squaredShared(points, i, from, to, out, offset);
}

/** Four regions at a time: their sums do not wait for each other, and each is added in the order of the indicators. */
function squaredComplete(
  { p, coordinates: x, weights: w }: Points,
  i: number,
  from: number,
  to: number,
  out: Float64Array,
  offset: number,
): void {
  const a = i * p;
  let j = from;
  let o = offset;
  for (; j + 3 < to; j += 4, o += 4) {
    const b0 = j * p;
    const b1 = b0 + p;
    const b2 = b1 + p;
    const b3 = b2 + p;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let k = 0; k < p; k++) {
      const value = x[a + k]!;
      const weight = w[k]!;
      const d0 = value - x[b0 + k]!;
      const d1 = value - x[b1 + k]!;
      const d2 = value - x[b2 + k]!;
      const d3 = value - x[b3 + k]!;
      s0 += weight * d0 * d0;
      s1 += weight * d1 * d1;
      s2 += weight * d2 * d2;
      s3 += weight * d3 * d3;
    }
    out[o] = s0;
    out[o + 1] = s1;
    out[o + 2] = s2;
    out[o + 3] = s3;
  }
  for (; j < to; j++, o++) {
    const b = j * p;
    let s = 0;
    for (let k = 0; k < p; k++) {
      const d = x[a + k]! - x[b + k]!;
      s += w[k]! * d * d;
    }
    out[o] = s;
  }
}

function squaredShared(
  { p, coordinates: x, weights: w, minCoverage }: Points,
  i: number,
  from: number,
  to: number,
  out: Float64Array,
  offset: number,
): void {
  const a = i * p;
  for (let j = from, o = offset; j < to; j++, o++) {
    const b = j * p;
    let s = 0;
    let lost = 0;
    for (let k = 0; k < p; k++) {
      const d = x[a + k]! - x[b + k]!;
      if (Number.isNaN(d)) lost += w[k]!;
      else s += w[k]! * d * d;
    }
    out[o] = overShared(s, lost, minCoverage);
  }
}

function euclidean(
  points: Points,
  i: number,
  from: number,
  to: number,
  out: Float64Array,
  offset: number,
): void {
  squaredEuclidean(points, i, from, to, out, offset);
  for (let o = offset; o < offset + to - from; o++) out[o] = Math.sqrt(out[o]!);
}

function manhattan(
  { p, coordinates: x, weights: w, minCoverage }: Points,
  i: number,
  from: number,
  to: number,
  out: Float64Array,
  offset: number,
): void {
  const a = i * p;
  for (let j = from, o = offset; j < to; j++, o++) {
    const b = j * p;
    let s = 0;
    let lost = 0;
    for (let k = 0; k < p; k++) {
      const d = x[a + k]! - x[b + k]!;
      if (Number.isNaN(d)) lost += w[k]!;
      else s += w[k]! * Math.abs(d);
    }
    out[o] = overShared(s, lost, minCoverage);
  }
}

function chebyshev(
  { p, coordinates: x, weights: w, minCoverage }: Points,
  i: number,
  from: number,
  to: number,
  out: Float64Array,
  offset: number,
): void {
  const a = i * p;
  const scale = chebyshevScale(w);
  for (let j = from, o = offset; j < to; j++, o++) {
    const b = j * p;
    let largest = 0;
    let lost = 0;
    for (let k = 0; k < p; k++) {
      const d = x[a + k]! - x[b + k]!;
      if (Number.isNaN(d)) lost += w[k]!;
      else largest = Math.max(largest, w[k]! * scale * Math.abs(d));
    }
    out[o] = isCovered(lost, minCoverage) ? largest : NaN;
  }
}

/** The sum over shared indicators, raised to the whole weight; NaN below the coverage that is asked for. */
function overShared(sum: number, lost: number, minCoverage: number): number {
  return isCovered(lost, minCoverage) ? sum / (1 - lost) : NaN;
}

/** Rounding of the sum of lost weights must not decide: a coverage that equals the minimum is enough. */
function isCovered(lost: number, minCoverage: number): boolean {
  const shared = 1 - lost;
  return shared > 1e-12 && shared >= minCoverage - 1e-12;
}
