import { isCovered, type Points } from "../../space/points.js";
import type { Terms } from "../../space/terms.js";

/** What the indicators say of a target and each other region, before any weight. */
export interface Said {
  /** By indicator, then by region; NaN where one of the two has no figure. */
  readonly terms: readonly Float64Array[];
  /** By indicator: the mean over all other regions, which is what is typical. */
  readonly typical: Float64Array;
  readonly gaps: boolean;
}

/** Reads what each indicator says, for a metric whose distance is the weighted mean of it. `points` give every indicator the weight 1. */
export function readSaid(points: Points, terms: Terms, target: number): Said {
  const { n, p } = points;
  const said = Array.from({ length: p }, () => new Float64Array(n));
  const row = new Float64Array(p);
  const sums = new Float64Array(p);
  const counts = new Float64Array(p);
  let gaps = false;
  for (let j = 0; j < n; j++) {
    terms(points, target, j, row);
    for (let k = 0; k < p; k++) {
      const term = row[k]!;
      said[k]![j] = term;
      if (Number.isNaN(term)) gaps = true;
      else if (j !== target) {
        sums[k]! += term;
        counts[k]!++;
      }
    }
  }
  return { terms: said, typical: sums.map((sum, k) => sum / counts[k]!), gaps };
}

/** For every element and region: the sum of what its indicators say, and of the weight that could be compared, by the weights inside it. */
export interface ElementSums {
  readonly distances: readonly Float64Array[];
  /** Null where nothing is missing. */
  readonly compared: readonly Float64Array[] | null;
}

/** Sums the indicators of each element once (`inner` are their weights inside it): then only elements are left to add up. */
export function sumElements(
  { terms, gaps }: Said,
  elements: readonly (readonly number[])[],
  inner: Float64Array,
  n: number,
): ElementSums {
  const sum = (of: (term: number, k: number) => number): Float64Array[] =>
    elements.map((members) => {
      const total = new Float64Array(n);
      for (const k of members) {
        if (inner[k] === 0) continue;
        const own = terms[k]!;
        for (let j = 0; j < n; j++) if (!Number.isNaN(own[j]!)) total[j]! += of(own[j]!, k);
      }
      return total;
    });
  return {
    distances: sum((term, k) => inner[k]! * term),
    compared: gaps ? sum((_, k) => inner[k]!) : null,
  };
}

/**
 * Distances under any weights of the elements (`parts`, which sum to 1): the sum over what both regions have, divided by the weight of
 * it; NaN where that is too little.
 */
export function combineElements(
  { distances, compared }: ElementSums,
  parts: Float64Array,
  minCoverage: number,
  root: boolean,
): Float64Array {
  const out = add(distances, parts);
  const weights = compared === null ? null : add(compared, parts);
  for (let j = 0; j < out.length; j++) {
    if (weights !== null) out[j] = isCovered(weights[j]!, minCoverage) ? out[j]! / weights[j]! : NaN;
    if (root) out[j] = Math.sqrt(out[j]!);
  }
  return out;
}

function add(sums: readonly Float64Array[], parts: Float64Array): Float64Array {
  const out = new Float64Array(sums[0]?.length ?? 0);
  sums.forEach((sum, e) => {
    const part = parts[e]!;
    if (part > 0) for (let j = 0; j < out.length; j++) out[j]! += part * sum[j]!;
  });
  return out;
}
