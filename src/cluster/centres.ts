import type { Euclid } from "../space/euclid.js";

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
