import { symmetricEigen } from "../shared/matrix.js";
import type { RandomStream } from "../shared/random.js";
import { mean } from "../shared/statistics.js";
import type { Euclid } from "../space/euclid.js";
import type { Points } from "../space/points.js";

/** How much better clusters fit the data than they fit points without clusters. */
export interface Gap {
  readonly gap: number;
  /** Standard error, with the uncertainty of the draws. */
  readonly error: number;
}

/**
 * The gap statistic of Tibshirani, Walther and Hastie (2001) for one number of clusters: the mean log inertia of reference draws less
 * that of the data; the error is the standard deviation of the draws (population, as in the paper; R
 * `clusGap` divides by one less) times sqrt(1 + 1 / draws). Null where the data or a draw have no inertia left.
 */
export function gapOf(logInertia: number, references: readonly number[]): Gap | null {
  if (![logInertia, ...references].every(Number.isFinite)) return null;
  const middle = mean(references);
  const spread = Math.sqrt(mean(references.map((one) => (one - middle) ** 2)));
  return { gap: middle - logInertia, error: spread * Math.sqrt(1 + 1 / references.length) };
}

/** The rule of the paper: the smallest k whose gap is not below the next one's less its error; null where the gap keeps rising. */
export function gapChoice(curve: readonly { readonly k: number; readonly gap: Gap | null }[]): number | null {
  for (let at = 0; at + 1 < curve.length; at++) {
    const [here, next] = [curve[at]!.gap, curve[at + 1]!.gap];
    if (here !== null && next !== null && here.gap >= next.gap - next.error) return curve[at]!.k;
  }
  return null;
}

/** The box along the principal axes of points. */
export interface Box {
  readonly centre: Float64Array;
  /** Row c: the direction of axis c. */
  readonly axes: readonly (readonly number[])[];
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Fits the box; a missing figure stands at the mean of its coordinate. */
export function fitBox({ n, q, values }: Euclid): Box {
  const centre = new Float64Array(q);
  for (let o = 0; o < values.length; o++) centre[o % q]! += values[o]! / n;
  const covariance = Array.from({ length: q }, () => new Array<number>(q).fill(0));
  for (let i = 0; i < n; i++) {
    for (let u = 0; u < q; u++) {
      const gap = values[i * q + u]! - centre[u]!;
      for (let v = 0; v <= u; v++) covariance[u]![v]! += (gap * (values[i * q + v]! - centre[v]!)) / n;
    }
  }
  for (let u = 0; u < q; u++) for (let v = u + 1; v < q; v++) covariance[u]![v] = covariance[v]![u]!;
  const axes = symmetricEigen(covariance).vectors.map(largestPositive);
  const [low, high] = [new Float64Array(q).fill(Infinity), new Float64Array(q).fill(-Infinity)];
  for (let i = 0; i < n; i++) {
    axes.forEach((axis, c) => {
      let score = 0;
      for (let u = 0; u < q; u++) score += axis[u]! * (values[i * q + u]! - centre[u]!);
      low[c] = Math.min(low[c]!, score);
      high[c] = Math.max(high[c]!, score);
    });
  }
  return { centre, axes, low, high };
}

/** The sign of an eigenvector is free; a reference must not depend on it. */
function largestPositive(vector: readonly number[]): readonly number[] {
  const largest = vector.reduce((best, one) => (Math.abs(one) > Math.abs(best) ? one : best), 0);
  return largest < 0 ? vector.map((one) => -one) : vector;
}

/** As many points without clusters, uniform over the box, with figures missing where the data miss them. */
export function drawReference(
  points: Points,
  { used, scales, q }: Euclid,
  { centre, axes, low, high }: Box,
  random: RandomStream,
): Points {
  const { n, p } = points;
  const coordinates = new Float64Array(n * p);
  const place = new Float64Array(q);
  for (let i = 0; i < n; i++) {
    place.set(centre);
    axes.forEach((axis, c) => {
      const score = low[c]! + random.uniform() * (high[c]! - low[c]!);
      for (let u = 0; u < q; u++) place[u]! += score * axis[u]!;
    });
    for (let u = 0; u < q; u++) coordinates[i * p + used[u]!] = place[u]! / scales[u]!;
  }
  return { ...points, coordinates };
}
