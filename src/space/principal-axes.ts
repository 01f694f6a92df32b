import { symmetricEigen } from "../shared/matrix.js";

/** The directions in which points spread, the widest first. */
export interface PrincipalAxes {
  readonly centre: Float64Array;
  /** Row c: the unit vector of axis c, its largest entry positive. */
  readonly axes: readonly Float64Array[];
}

/** The principal axes of points (`values` point-major, n x q): the eigenvectors of their covariance matrix. */
export function principalAxes(values: Float64Array, n: number, q: number): PrincipalAxes {
  const centre = new Float64Array(q);
  for (let i = 0, o = 0; i < n; i++) for (let u = 0; u < q; u++, o++) centre[u]! += values[o]! / n;
  const covariance = Array.from({ length: q }, () => new Float64Array(q));
  const gaps = new Float64Array(q);
  for (let i = 0; i < n; i++) {
    for (let u = 0; u < q; u++) gaps[u] = values[i * q + u]! - centre[u]!;
    for (let u = 0; u < q; u++) {
      const row = covariance[u]!;
      for (let v = 0; v <= u; v++) row[v]! += gaps[u]! * gaps[v]!;
    }
  }
  // Directions do not depend on the size of the matrix, but very large entries would not survive the way to them.
  const widest = covariance.reduce((most, row, u) => Math.max(most, row[u]!), 0) || 1;
  const symmetric = covariance.map((row, u) =>
    Array.from(row, (value, v) => (v <= u ? value : covariance[v]![u]!) / widest),
  );
  return { centre, axes: symmetricEigen(symmetric).vectors.map(largestPositive) };
}

/** The sign of an eigenvector is free; what is made of it must not depend on it. */
function largestPositive(vector: readonly number[]): Float64Array {
  const largest = vector.reduce((best, one) => (Math.abs(one) > Math.abs(best) ? one : best), 0);
  return Float64Array.from(vector, (one) => (largest < 0 ? -one : one));
}

/** The coordinates of one point along the axes, or the first of them. */
export function turn(
  { centre, axes }: PrincipalAxes,
  values: Float64Array,
  from: number,
  out: Float64Array,
): void {
  const q = centre.length;
  for (let c = 0; c < axes.length; c++) {
    const axis = axes[c]!;
    let sum = 0;
    for (let u = 0; u < q; u++) sum += axis[u]! * (values[from + u]! - centre[u]!);
    out[c] = sum;
  }
}
