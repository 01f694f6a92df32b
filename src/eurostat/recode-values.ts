import { sum } from "../shared/statistics.js";
import type { Part } from "./recode-plan.js";

/** The value of a whole, or the parts whose value is missing. */
export type Recoded = { readonly value: number } | { readonly missing: readonly string[] };

/**
 * A total is shared out over the parts and added up again; any other figure becomes the weighted mean, which lies within the range of its
 * parts. A part without a value leaves the whole without one.
 */
export function recodeValue(
  parts: readonly Part[],
  figureOf: (from: string) => number | null,
  extensive: boolean,
): Recoded {
  const values = parts.map(({ from }) => figureOf(from));
  const missing = parts.filter((_, i) => values[i] === null).map(({ from }) => from);
  if (missing.length > 0 || parts.length === 0) return { missing };
  const known = values as number[];
  if (extensive) return { value: sum(parts.map(({ share }, i) => share * known[i]!)) };
  const weights = sum(parts.map(({ weight }) => weight));
  const mean = sum(parts.map(({ weight }, i) => (weight / weights) * known[i]!));
  return { value: Math.min(Math.max(mean, Math.min(...known)), Math.max(...known)) };
}
