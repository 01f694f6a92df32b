/** Loadings after an orthogonal rotation, and the variance of each factor, in descending order. */
export interface Rotation {
  readonly loadings: readonly (readonly number[])[];
  readonly variance: readonly number[];
}

/** The largest angle of a sweep, in radians, at which the rotation has come to rest. */
const AT_REST = 1e-10;
const MOST_SWEEPS = 1_000;

/**
 * Varimax with Kaiser's row normalisation: rotates pairs of factors by the angle that makes the variance of the squared loadings
 * largest, until no angle moves (the planar rotations of Kaiser, 1958; the maximum is that of R `varimax(normalize = TRUE)`).
 * Factors are ordered by their variance; the largest loading of each is positive.
 */
export function varimax(loadings: readonly (readonly number[])[]): Rotation {
  const lengths = loadings.map((row) => Math.hypot(...row));
  const factors = loadings[0]!.map((_, c) =>
    Float64Array.from(loadings, (row, i) => (lengths[i]! > 0 ? row[c]! / lengths[i]! : 0)),
  );
  for (let sweep = 0, moved = Infinity; moved > AT_REST && sweep < MOST_SWEEPS; sweep++) {
    moved = 0;
    for (const [a, factor] of factors.entries()) {
      for (const other of factors.slice(a + 1)) moved = Math.max(moved, rotatePair(factor, other));
    }
  }
  const columns = factors
    .map((factor) => pointUp(factor.map((value, i) => value * lengths[i]!)))
    .map((column) => ({ column, variance: column.reduce((sum, value) => sum + value * value, 0) }))
    .sort((a, b) => b.variance - a.variance);
  return {
    loadings: loadings.map((_, i) => columns.map(({ column }) => column[i]!)),
    variance: columns.map(({ variance }) => variance),
  };
}

/** The factor or its negative, whichever has its largest loading positive. */
function pointUp(factor: Float64Array): Float64Array {
  const largest = factor.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0);
  return largest < 0 ? factor.map((value) => -value) : factor;
}

/** Rotates two factors by their best angle, in place; returns the size of the angle. */
function rotatePair(a: Float64Array, b: Float64Array): number {
  const n = a.length;
  let sumU = 0;
  let sumV = 0;
  let sumC = 0;
  let sumD = 0;
  for (let i = 0; i < n; i++) {
    const u = a[i]! * a[i]! - b[i]! * b[i]!;
    const v = 2 * a[i]! * b[i]!;
    sumU += u;
    sumV += v;
    sumC += u * u - v * v;
    sumD += 2 * u * v;
  }
  const angle = Math.atan2(sumD - (2 * sumU * sumV) / n, sumC - (sumU * sumU - sumV * sumV) / n) / 4;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  for (let i = 0; i < n; i++) {
    const x = a[i]!;
    const y = b[i]!;
    a[i] = x * cos + y * sin;
    b[i] = y * cos - x * sin;
  }
  return Math.abs(angle);
}
