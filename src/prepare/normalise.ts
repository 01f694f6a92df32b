import {
  averageRanks,
  isConstant,
  mean,
  median,
  medianAbsoluteDeviation,
  standardDeviation,
} from "../shared/statistics.js";
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
  /** All values are the same: every region gets the neutral value, and the indicator gets weight 0. */
  readonly constant: boolean;
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
  if (constant) return { column: map(() => neutral(option, values.length)), step: { method, constant } };
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
    case "rank": {
      const ranks = averageRanks(values);
      return { column: map((_, i) => ranks[i]!), step: { method, constant } };
    }
    case "percentile": {
      const ranks = averageRanks(values);
      return { column: map((_, i) => (ranks[i]! - 1) / (values.length - 1)), step: { method, constant } };
    }
  }
}

/** The middle of each scale. */
function neutral(method: Exclude<Normalisation, "none" | "goalposts">, n: number): number {
  if (method === "rank") return (n + 1) / 2;
  return method === "z-score" || method === "robust" ? 0 : 0.5;
}
