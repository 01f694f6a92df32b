import type { Assumptions } from "./draw-assumptions.js";

/** The weights of one variant, as a world takes them. */
export interface DrawnWeights {
  /** By dimension: what the weights inside it are multiplied by. */
  readonly parts: Float64Array;
  /** The indicator that is left out of a dimension in which others are left to share its weight; -1 for none. */
  readonly drop: number;
}

/**
 * Distances from one target under the weights of some variants, variant by variant; NaN where two regions share too little weight. Many
 * variants at once take less time than one by one, and have the same distances.
 */
export type Measure = (variants: readonly DrawnWeights[], out: Float64Array) => void;

/**
 * The indicators beside one that is left out share its weight; a dimension that is left with none gives its part to the others. Where
 * nothing else is left, the indicator cannot be left out.
 */
export function weighDimensions(
  { parts: drawn, drop }: Assumptions,
  of: readonly number[],
  inner: Float64Array,
): DrawnWeights {
  const lost = drop < 0 ? 0 : inner[drop]!;
  const isEmptied = lost >= 1 - 1e-12;
  const parts = Float64Array.from(drawn, (part, d) => (isEmptied && d === of[drop] ? 0 : part));
  const total = parts.reduce((sum, part) => sum + part, 0);
  if (total === 0) return { parts: scaled(Float64Array.from(drawn)), drop: -1 };
  const whole = scaled(parts);
  if (lost === 0 || isEmptied) return { parts: whole, drop: -1 };
  return { parts: whole.map((part, d) => (d === of[drop] ? part / (1 - lost) : part)), drop };
}

function scaled(parts: Float64Array): Float64Array {
  const total = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / total);
}
