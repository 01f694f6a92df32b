import { optionsError } from "../shared/errors.js";

/** An ordered choice of regions, best first: a list of reference regions, or any other. */
export interface Selection {
  readonly regions: readonly { readonly id: string }[];
}

/** How far two lists of regions agree. */
export interface SelectionComparison {
  /** Regions in both. */
  readonly overlap: number;
  /** Regions in both / regions in either; null where both are empty. */
  readonly jaccard: number | null;
  /** Rank-biased overlap, from 0 to 1: agreement at the top counts most; null where one is empty. */
  readonly rankBiasedOverlap: number | null;
  readonly inBoth: readonly string[];
  readonly onlyInA: readonly string[];
  readonly onlyInB: readonly string[];
}

/**
 * Compares two lists of regions. Rank-biased overlap looks at the share of common regions at every depth d and weighs it by
 * `persistence` to the power d: at 0.9 (default) the first ten ranks make up 86 % of it. It is extrapolated to the end of longer
 * lists, so that equal lists have 1.
 *
 * Source: Webber, Moffat and Zobel (2010), A similarity measure for indefinite rankings, equation 32.
 *
 * @throws {OptionsError} For a persistence that is not between 0 and 1, or a region that stands twice in a list.
 *
 * @example
 * ```ts
 * const a = findReferenceRegions(space, "ES21", { count: 10 });
 * const b = findReferenceRegions(space, "ES22", { count: 10 });
 * const { overlap, rankBiasedOverlap } = compareSelections(a, b);
 * [overlap, rankBiasedOverlap.toFixed(2)]; // => [3, "0.21"]
 * ```
 */
export function compareSelections(
  a: Selection,
  b: Selection,
  { persistence = 0.9 }: { readonly persistence?: number | undefined } = {},
): SelectionComparison {
  if (!(persistence > 0 && persistence < 1)) {
    throw optionsError(
      "invalid-option",
      { path: "compareSelections.persistence" },
      `expected a number between 0 and 1, got ${persistence}.`,
    );
  }
  const [first, second] = [idsOf(a, "compareSelections.a"), idsOf(b, "compareSelections.b")];
  const [inA, inB] = [new Set(first), new Set(second)];
  const inBoth = first.filter((id) => inB.has(id));
  const either = first.length + second.length - inBoth.length;
  return {
    overlap: inBoth.length,
    jaccard: either === 0 ? null : inBoth.length / either,
    rankBiasedOverlap: rankBiasedOverlap(first, second, persistence),
    inBoth,
    onlyInA: first.filter((id) => !inB.has(id)),
    onlyInB: second.filter((id) => !inA.has(id)),
  };
}

/** The ids of a list, each once; `path` says whose list it is. */
export function idsOf({ regions }: Selection, path: string): string[] {
  const ids = regions.map(({ id }) => id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice === undefined) return ids;
  throw optionsError(
    "duplicate-region",
    { path, region: twice },
    "expected every region once, got one that stands twice in the list. Remove one of the two.",
  );
}

function rankBiasedOverlap(a: readonly string[], b: readonly string[], p: number): number | null {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 0) return null;
  const [fromShort, fromLong] = [new Set<string>(), new Set<string>()];
  let common = 0;
  let commonAtShort = 0;
  let sum = 0;
  for (let d = 1; d <= long.length; d++) {
    const [x, y] = [short[d - 1], long[d - 1]!];
    if (x !== undefined) {
      fromShort.add(x);
      if (fromLong.has(x)) common++;
    }
    fromLong.add(y);
    if (fromShort.has(y)) common++;
    if (d === short.length) commonAtShort = common;
    const beyond = d > short.length ? (commonAtShort * (d - short.length)) / (short.length * d) : 0;
    sum += (common / d + beyond) * p ** d;
  }
  const end = (common - commonAtShort) / long.length + commonAtShort / short.length;
  return ((1 - p) / p) * sum + end * p ** long.length;
}
