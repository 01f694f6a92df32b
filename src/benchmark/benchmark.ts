import type { Note } from "../shared/note.js";
import type { Recipe } from "../shared/recipe.js";
import type { Text } from "../shared/text.js";
import type { Direction } from "../table/framework.js";
import type { Vintage } from "../table/vintage.js";

/** A range of values, low to high. */
export type Interval = readonly [number, number];

/** The target beside a set of regions. */
export interface Comparison {
  /** How many regions have a figure, the target apart. */
  readonly known: number;
  readonly mean: number | null;
  readonly median: number | null;
  /** 1 and how many are better; null without a direction. */
  readonly rank: number | null;
  /** Target less median, in the indicator's own unit and sign. */
  readonly gapToMedian: number | null;
}

/** How the target stands: `ahead` or `behind` beyond the noise, `level` where the gap is none or within it; null where it cannot be told. */
export type Standing = "ahead" | "behind" | "level";

/** One performance indicator: the group's figures, and the target against them. All in the indicator's own unit and sign. */
export interface BenchmarkIndicator {
  readonly id: string;
  readonly name: Text;
  readonly unit: Text | null;
  readonly year: number | string | null;
  readonly direction: Direction;
  readonly target: number | null;
  /** Regions of the group with a figure, and their share of the group. */
  readonly known: number;
  readonly coverage: number;
  readonly mean: number | null;
  /** Sample standard deviation; null for fewer than two figures. */
  readonly sd: number | null;
  readonly min: number | null;
  readonly q1: number | null;
  readonly median: number | null;
  readonly q3: number | null;
  readonly max: number | null;
  /** 1 and how many of the group are better than the target; null without a direction. */
  readonly rank: number | null;
  /** The share of the group, in percent, that is worse than the target; equals count half. Null without a direction. */
  readonly percentile: number | null;
  /** Target less median, and less the best of the group. */
  readonly gapToMedian: number | null;
  readonly gapToBest: number | null;
  /** (Target - mean) / sd of the group on the scale asked for, turned so that more is better; null without a direction or spread. */
  readonly score: number | null;
  /** 95 % bootstrap interval of the group's median; null for fewer than three figures. */
  readonly medianInterval: Interval | null;
  /** From the 5 % to the 95 % quantile of the gap to the median over the lists of other assumptions; null without such lists. */
  readonly gapOverLists: Interval | null;
  readonly standing: Standing | null;
  /** Regions of the group that are better than the target beyond the noise, best first. */
  readonly leaders: readonly string[];
  /** By region of the group. */
  readonly values: { readonly [region: string]: number | null };
  /** The target beside all regions of the table, and beside those of its country; null where its country is not known. */
  readonly all: Comparison;
  readonly country: Comparison | null;
}

/** A target against its reference group. */
export interface Benchmark {
  readonly schemaVersion: 1;
  readonly target: { readonly id: string; readonly name: Text; readonly country: string | null };
  readonly vintage: Vintage;
  readonly group: { readonly regions: readonly string[]; readonly includesTarget: boolean };
  readonly indicators: readonly BenchmarkIndicator[];
  /** Ids of the indicators in which the target is ahead of its group, and behind it, the furthest first (by sd of the group). */
  readonly strengths: readonly string[];
  readonly lags: readonly string[];
  readonly notes: readonly Note[];
  readonly recipe: Recipe;
}
