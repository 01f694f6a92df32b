import { median } from "../shared/order-statistics.js";
import { mean } from "../shared/statistics.js";
import type { Comparison, Interval, Standing } from "./benchmark.js";

/** What is better: more (1), less (-1), or neither (0). */
export type Sign = 1 | 0 | -1;

/** The target beside other regions. */
export function compareWith(own: number | null, others: readonly number[], sign: Sign): Comparison {
  const middle = others.length === 0 ? null : median(others);
  return {
    known: others.length,
    mean: others.length === 0 ? null : mean(others),
    median: middle,
    rank: rankAmong(own, others, sign),
    gapToMedian: own === null || middle === null ? null : own - middle,
  };
}

/** 1 and how many are better. */
export function rankAmong(own: number | null, others: readonly number[], sign: Sign): number | null {
  if (own === null || sign === 0) return null;
  return 1 + others.filter((value) => sign * (value - own) > 0).length;
}

/** The share that is worse, in percent; equals count half. */
export function percentileAmong(own: number | null, others: readonly number[], sign: Sign): number | null {
  if (own === null || sign === 0 || others.length === 0) return null;
  const worse = others.filter((value) => sign * (own - value) > 0).length;
  const equal = others.filter((value) => value === own).length;
  return (100 * (worse + equal / 2)) / others.length;
}

/** Without an interval (a group of one or two) nothing can be told from noise. */
export function standingOf(
  own: number | null,
  gap: number | null,
  sign: Sign,
  interval: Interval | null,
  overLists: Interval | null,
): Standing | null {
  if (own === null || gap === null || sign === 0) return null;
  if (interval === null) return null;
  const isInside = own >= interval[0] && own <= interval[1];
  const isEitherWay = overLists !== null && overLists[0] <= 0 && overLists[1] >= 0;
  if (gap === 0 || isInside || isEitherWay) return "level";
  return sign * gap > 0 ? "ahead" : "behind";
}
