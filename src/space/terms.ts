import type { Points } from "./points.js";

/**
 * Writes what each indicator adds to the distance of regions `i` and `j` into `out`, before the missing rule; NaN where one of the two
 * has no figure. Returns the weight that was compared, by which a sum of terms is divided.
 */
export type Terms = (points: Points, i: number, j: number, out: Float64Array) => number;

/** w d². */
export const squareTerms: Terms = ({ p, coordinates: x, present: m, weights: w }, i, j, out) => {
  const [a, b] = [i * p, j * p];
  let compared = 0;
  for (let k = 0; k < p; k++) {
    if (m !== null && m[a + k]! * m[b + k]! === 0) out[k] = NaN;
    else {
      const d = x[a + k]! - x[b + k]!;
      out[k] = w[k]! * (d * d);
      compared += w[k]!;
    }
  }
  return compared;
};

/** w |d|. */
export const absoluteTerms: Terms = (points, i, j, out) =>
  forShared(points, i, j, out, (w, x, y) => w * Math.abs(x - y));

/** w |d| times the number of indicators with weight. */
export const scaledTerms: Terms = (points, i, j, out) =>
  forShared(points, i, j, out, (w, x, y) => w * points.active * Math.abs(x - y));

/** w |d| / (|x| + |y|), and 0 where both are 0. */
export const canberraTerms: Terms = (points, i, j, out) =>
  forShared(points, i, j, out, (w, x, y) =>
    x === y ? 0 : (w * Math.abs(x - y)) / (Math.abs(x) + Math.abs(y)),
  );

/** d² of sphered coordinates, in which Mahalanobis distance is Euclidean; regions with a gap have none. */
export const spheredTerms: Terms = (points, i, j, out) => {
  forShared(points, i, j, out, (w, x, y) => (w > 0 ? (x - y) * (x - y) : 0));
  return 1;
};

/**
 * 1 - cos is half the squared distance between the two profiles, each scaled to length 1: so it splits by indicator, is 0 to itself and
 * keeps its digits when small. A profile of zeros has no direction, and no distance.
 */
export const cosineTerms: Terms = (points, i, j, out) => unitTerms(points, i, j, out, 0, 0);

/** The same between profiles less their own (weighted) mean. */
export const correlationTerms: Terms = (points, i, j, out) => {
  const { p, coordinates: x, weights: w } = points;
  let compared = 0;
  let own = 0;
  let other = 0;
  for (let k = 0; k < p; k++) {
    if (!isShared(points, i, j, k)) continue;
    compared += w[k]!;
    own += w[k]! * x[i * p + k]!;
    other += w[k]! * x[j * p + k]!;
  }
  return unitTerms(points, i, j, out, own / compared, other / compared);
};

function unitTerms(
  points: Points,
  i: number,
  j: number,
  out: Float64Array,
  own: number,
  other: number,
): number {
  const { p, coordinates: x, weights: w } = points;
  let [a, wholeA] = [0, 0];
  let [b, wholeB] = [0, 0];
  for (let k = 0; k < p; k++) {
    if (!isShared(points, i, j, k)) continue;
    const [u, v] = [x[i * p + k]!, x[j * p + k]!];
    a += w[k]! * (u - own) ** 2;
    b += w[k]! * (v - other) ** 2;
    wholeA += w[k]! * u * u;
    wholeB += w[k]! * v * v;
  }
  const [toOwn, toOther] = [toUnit(a, wholeA), toUnit(b, wholeB)];
  forShared(
    points,
    i,
    j,
    out,
    (weight, u, v) => (weight * ((u - own) * toOwn - (v - other) * toOther) ** 2) / 2,
  );
  return Number.isNaN(toOwn + toOther) ? 0 : 1;
}

/** The factor to length 1; NaN for a profile without a direction, such as a flat one of which only rounding is left. */
function toUnit(square: number, whole: number): number {
  return square > 1e-28 * whole ? 1 / Math.sqrt(square) : NaN;
}

function isShared({ p, present }: Points, i: number, j: number, k: number): boolean {
  return present === null || present[i * p + k]! * present[j * p + k]! === 1;
}

function forShared(
  points: Points,
  i: number,
  j: number,
  out: Float64Array,
  term: (weight: number, x: number, y: number, k: number) => number,
): number {
  const { p, coordinates: x, present, weights: w } = points;
  let compared = 0;
  for (let k = 0; k < p; k++) {
    const both = present === null || present[i * p + k]! * present[j * p + k]! === 1;
    out[k] = both ? term(w[k]!, x[i * p + k]!, x[j * p + k]!, k) : NaN;
    if (both) compared += w[k]!;
  }
  return compared;
}
