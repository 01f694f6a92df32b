import type { Metric } from "../space/metrics.js";
import type { Points } from "../space/points.js";

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

/** The centres of clusters: the points at which the sum of squared gaps to their members is least. */
export interface Centres {
  /** Cluster-major. */
  readonly values: Float64Array;
  /** By cluster: the sum of the squared gaps of its members. */
  readonly sums: Float64Array;
  readonly sizes: Uint32Array;
}

/** The centres of the clusters `labels[i]` from 0 to `k - 1`. A coordinate that no member has stands at the mean of all points. */
export function centresOf(euclid: Euclid, labels: ArrayLike<number>, k: number): Centres {
  const { n, q, values, factors } = euclid;
  const centres = new Float64Array(k * q);
  const masses = new Float64Array(k * q);
  const sizes = new Uint32Array(k);
  const means = new Float64Array(q);
  for (let i = 0; i < n; i++) {
    const c = labels[i]! * q;
    sizes[labels[i]!]!++;
    for (let u = 0; u < q; u++) {
      const mass = factors === null ? 1 : factors[i * q + u]!;
      centres[c + u]! += mass * values[i * q + u]!;
      masses[c + u]! += mass;
      means[u]! += values[i * q + u]! / n;
    }
  }
  for (let o = 0; o < centres.length; o++)
    centres[o] = masses[o]! > 0 ? centres[o]! / masses[o]! : means[o % q]!;
  const sums = new Float64Array(k);
  for (let i = 0; i < n; i++) sums[labels[i]!]! += squaredGap(euclid, i, centres, labels[i]!);
  return { values: centres, sums, sizes };
}

/** The squared gap between a point and a centre. */
export function squaredGap(
  { q, values, factors }: Euclid,
  i: number,
  centres: Float64Array,
  c: number,
): number {
  let sum = 0;
  for (let u = 0, a = i * q, b = c * q; u < q; u++, a++, b++) {
    const gap = values[a]! - centres[b]!;
    sum += factors === null ? gap * gap : factors[a]! * (gap * gap);
  }
  return sum;
}

/** The sum of the squared gaps between the points and the centres of their clusters: what k-means makes least. */
export function inertiaOf(euclid: Euclid, labels: ArrayLike<number>, k: number): number {
  return centresOf(euclid, labels, k).sums.reduce((sum, one) => sum + one, 0);
}
