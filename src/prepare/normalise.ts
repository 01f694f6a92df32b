import { median, medianAbsoluteDeviation, sorted } from "../shared/order-statistics.js";
import { isConstant, mean, standardDeviation } from "../shared/statistics.js";
import type { Column } from "../table/region-table.js";
import type { IndicatorOverrides, Normalisation } from "./prepare-options.js";

/**
 * The fitted scale of one indicator. For the linear methods the prepared value is `(x - centre) / spread`:
 * min-max: minimum and range; z-score: mean and sample sd; robust: median and 1.4826 MAD; goalposts: lower bound and the
 * distance to the upper. `clipped` lists the regions outside their goalposts, which are set to 0 or 1.
 */
export interface NormaliseStep {
  readonly method: Normalisation;
  readonly centre?: number;
  readonly spread?: number;
  /** Robust: the MAD was 0 although the values differ, so the spread is 1.2533 times the mean absolute deviation instead. */
  readonly fallback?: "mean-absolute-deviation";
  readonly clipped?: readonly string[];
  /** Rank and percentile: the distinct values, ascending, and the score of each. */
  readonly knots?: { readonly values: readonly number[]; readonly scores: readonly number[] };
  /** All values are the same: every region gets the neutral value of the scale, and the indicator gets weight 0. */
  readonly constant: boolean;
  readonly neutral?: number;
}

/** The consistency constant that makes the MAD of a normal distribution its standard deviation: 1 / qnorm(3/4). */
const MAD_TO_SD = 1.482602218505602;
/** The same for the mean absolute deviation: sqrt(pi / 2). */
const MEAN_DEVIATION_TO_SD = Math.sqrt(Math.PI / 2);

/** Brings one column to its scale; missing cells stay missing. The sign stays the user's: a higher raw value is never lower here. */
export function normalise(
  column: Column,
  option: NonNullable<IndicatorOverrides["normalise"]>,
  regionIds: readonly string[],
): { column: Column; step: NormaliseStep } {
  const method = typeof option === "string" ? option : option.method;
  const values = column.filter((value) => value !== null);
  const constant = isConstant(values);
  const map = (change: (value: number, i: number) => number): Column => {
    let i = 0;
    return column.map((value) => (value === null ? null : change(value, i++)));
  };
  const linear = (centre: number, spread: number, extra: Partial<NormaliseStep> = {}) => ({
    column: map((value) => (value - centre) / spread),
    step: { method, centre, spread, ...extra, constant },
  });

  const onRanks = (scoreOf: (rank: number) => number) => {
    const knots = rankScale(values, scoreOf);
    const column = map((value) => knots.scores[placeOf(knots.values, value)]!);
    return { column, step: { method, knots, constant } };
  };

  if (typeof option === "object") {
    const [low, high] = option.bounds;
    const { column: open, step } = linear(low, high - low);
    const clipped = regionIds.filter((_, row) => open[row] !== null && (open[row]! < 0 || open[row]! > 1));
    const inside = open.map((value) => (value === null ? null : Math.min(1, Math.max(0, value))));
    // Regions that all lie beyond one post are all the same on this scale.
    const same = isConstant(inside.filter((value) => value !== null));
    return { column: inside, step: { ...step, clipped, constant: same } };
  }
  if (option === "none") return { column, step: { method, constant } };
  if (constant) {
    const neutral = neutralOf(option, values.length);
    return { column: map(() => neutral), step: { method, constant, neutral } };
  }
  switch (option) {
    case "min-max": {
      const low = values.reduce((a, b) => Math.min(a, b));
      const high = values.reduce((a, b) => Math.max(a, b));
      return linear(low, high - low);
    }
    case "z-score":
      return linear(mean(values), standardDeviation(values));
    case "robust": {
      const spread = MAD_TO_SD * medianAbsoluteDeviation(values);
      if (spread > 0) return linear(median(values), spread);
      const centre = median(values);
      const deviation = mean(values.map((value) => Math.abs(value - centre)));
      return linear(centre, MEAN_DEVIATION_TO_SD * deviation, { fallback: "mean-absolute-deviation" });
    }
    case "rank":
      return onRanks((rank) => rank);
    case "percentile":
      return onRanks((rank) => (rank - 1) / (values.length - 1));
  }
}

/** Puts a value of another region on a fitted scale; a rank between two knots is interpolated, one beyond them is that of the nearest. */
export function applyNormalisation(
  { method, centre, spread, knots, neutral }: NormaliseStep,
  value: number,
): number {
  if (neutral !== undefined) return neutral;
  if (knots !== undefined) return interpolate(knots, value);
  if (centre === undefined || spread === undefined) return value;
  const scaled = (value - centre) / spread;
  return method === "goalposts" ? Math.min(1, Math.max(0, scaled)) : scaled;
}

function interpolate({ values, scores }: NonNullable<NormaliseStep["knots"]>, value: number): number {
  const above = values.findIndex((one) => one >= value);
  if (above < 0) return scores.at(-1)!;
  if (above === 0 || values[above] === value) return scores[above]!;
  const part = (value - values[above - 1]!) / (values[above]! - values[above - 1]!);
  return scores[above - 1]! + part * (scores[above]! - scores[above - 1]!);
}

/** A rank scale: each distinct value, ascending, with its score; equal values share the mean of their ranks, from 1 for the lowest. */
function rankScale(
  values: readonly number[],
  scoreOf: (rank: number) => number,
): NonNullable<NormaliseStep["knots"]> {
  const ascending = sorted(values);
  const knots = { values: [] as number[], scores: [] as number[] };
  for (let start = 0; start < ascending.length; ) {
    let end = start + 1;
    while (end < ascending.length && ascending[end] === ascending[start]) end++;
    // Of the two zeros there is one.
    knots.values.push(ascending[start]! + 0);
    knots.scores.push(scoreOf((start + 1 + end) / 2));
    start = end;
  }
  return knots;
}

/** The place of a value among ascending ones that hold it. */
function placeOf(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The middle of each scale. */
function neutralOf(method: Exclude<Normalisation, "none" | "goalposts">, n: number): number {
  if (method === "rank") return (n + 1) / 2;
  return method === "z-score" || method === "robust" ? 0 : 0.5;
}
