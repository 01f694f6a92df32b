/**
 * How near two regions stand among all pairs of the space: within the nearest 1 %, 5 %, 20 %, or beyond.
 */
export const closenessWords = ["very-close", "close", "comparable", "distant"] as const;
/** One of `closenessWords`. */
export type Closeness = (typeof closenessWords)[number];

/** The distances up to which a pair is very close, close and comparable; null in a space in which no pair has a distance. */
export interface ClosenessLimits {
  readonly veryClose: number | null;
  readonly close: number | null;
  readonly comparable: number | null;
  /** How many pairs the limits were read from, and whether these are a seeded sample of all pairs. */
  readonly pairs: number;
  readonly sampled: boolean;
}

/** The word for a distance in this space. */
export function closenessOf(distance: number, limits: ClosenessLimits): Closeness {
  if (limits.veryClose !== null && distance <= limits.veryClose) return "very-close";
  if (limits.close !== null && distance <= limits.close) return "close";
  if (limits.comparable !== null && distance <= limits.comparable) return "comparable";
  return "distant";
}
