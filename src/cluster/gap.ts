import type { RandomStream } from "../shared/random.js";
import { mean } from "../shared/statistics.js";
import type { Euclid } from "../space/euclid.js";
import type { Points } from "../space/points.js";
import { type PrincipalAxes, principalAxes, turn } from "../space/principal-axes.js";

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
export interface Box extends PrincipalAxes {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Fits the box; a missing figure stands at the mean of its coordinate. */
export function fitBox({ n, q, values }: Euclid): Box {
  const frame = principalAxes(values, n, q);
  const [low, high] = [new Float64Array(q).fill(Infinity), new Float64Array(q).fill(-Infinity)];
  const place = new Float64Array(q);
  for (let i = 0; i < n; i++) {
    turn(frame, values, i * q, place);
    for (let c = 0; c < q; c++) {
      low[c] = Math.min(low[c]!, place[c]!);
      high[c] = Math.max(high[c]!, place[c]!);
    }
  }
  return { ...frame, low, high };
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
