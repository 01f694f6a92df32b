import type { Points } from "./points.js";

/**
 * Writes what each indicator adds to the distance of regions `i` and `j` into `out`, before the missing rule; NaN where one of the two
 * has no figure.
 */
export type Terms = (points: Points, i: number, j: number, out: Float64Array) => void;

/** w d². */
export const squareTerms: Terms = (points, i, j, out) => forShared(points, i, j, out, (w, d) => w * d * d);

/** w |d|. */
export const absoluteTerms: Terms = (points, i, j, out) =>
  forShared(points, i, j, out, (w, d) => w * Math.abs(d));

/** w |d| times the number of indicators with weight. */
export const scaledTerms: Terms = (points, i, j, out) =>
  forShared(points, i, j, out, (w, d) => w * points.active * Math.abs(d));

function forShared(
  { p, coordinates: x, present: m, weights: w }: Points,
  i: number,
  j: number,
  out: Float64Array,
  term: (weight: number, gap: number) => number,
): void {
  for (let k = 0; k < p; k++) {
    const both = m === null || m[i * p + k]! * m[j * p + k]! === 1;
    out[k] = both ? term(w[k]!, x[i * p + k]! - x[j * p + k]!) : NaN;
  }
}
