import type { Metric } from "./metrics.js";
import type { Points } from "./points.js";

/**
 * Points of a Euclidean metric in coordinates that need no weights: each scaled by the root of its weight (sphered ones are
 * taken as they are). Where a figure is missing, the squared gap to a centre is the sum over the coordinates that the point has,
 * times its factor (total weight / weight that it has): the missing rule of the distances.
 */
export interface Euclid {
  readonly n: number;
  /** Coordinates with a weight. */
  readonly q: number;
  /** Point-major; a missing one holds the mean of its coordinate, and counts nothing. */
  readonly values: Float64Array;
  /** Laid out as `values`: 0 where missing, else the point's factor; null where nothing is missing. */
  readonly factors: Float64Array | null;
  /** Positions of the coordinates among the indicators of the space. */
  readonly used: readonly number[];
  /** By coordinate: what it was multiplied by. */
  readonly scales: Float64Array;
}

const EUCLIDEAN: readonly Metric[] = ["squared-euclidean", "euclidean", "mahalanobis"];

/** Whether distances under a metric are Euclidean, or squares of Euclidean ones. */
export function isEuclidean(metric: Metric): boolean {
  return EUCLIDEAN.includes(metric);
}

/** The Euclidean geometry of points; null under a metric that has none. */
export function euclidOf(points: Points, metric: Metric): Euclid | null {
  if (!isEuclidean(metric)) return null;
  const { n, p, coordinates, present, weights } = points;
  const used = Array.from({ length: p }, (_, k) => k).filter((k) => weights[k]! > 0);
  const q = used.length;
  const scales = Float64Array.from(used, (k) => (metric === "mahalanobis" ? 1 : Math.sqrt(weights[k]!)));
  const values = new Float64Array(n * q);
  for (let i = 0; i < n; i++)
    for (let u = 0; u < q; u++) values[i * q + u] = coordinates[i * p + used[u]!]! * scales[u]!;
  const factors = present === null ? null : gapFactors(points, present, used);
  if (factors !== null) fillWithMeans(values, factors, n, q);
  return { n, q, values, factors, used, scales };
}

function gapFactors({ n, p, weights }: Points, present: Float64Array, used: readonly number[]): Float64Array {
  const q = used.length;
  const factors = new Float64Array(n * q);
  for (let i = 0; i < n; i++) {
    let lost = 0;
    for (const k of used) if (present[i * p + k] === 0) lost += weights[k]!;
    const factor = 1 / (1 - lost);
    used.forEach((k, u) => {
      factors[i * q + u] = present[i * p + k]! * factor;
    });
  }
  return factors;
}

function fillWithMeans(values: Float64Array, factors: Float64Array, n: number, q: number): void {
  for (let u = 0; u < q; u++) {
    let [sum, count] = [0, 0];
    for (let o = u; o < n * q; o += q) {
      if (factors[o] === 0) continue;
      sum += values[o]!;
      count++;
    }
    for (let o = u; o < n * q; o += q) if (factors[o] === 0) values[o] = count === 0 ? 0 : sum / count;
  }
}
