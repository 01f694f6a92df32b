import type { ReferenceRegions } from "../reference/reference-regions.js";
import { type Closeness, type ClosenessLimits, closenessOf, closenessWords } from "../space/closeness.js";
import type { DistanceMatrix } from "../space/distance-matrix.js";
import { pairAt } from "../space/pair-index.js";
import { positionOf } from "../space/position-of.js";
import type { ChartChoices, ChartOptions, Json } from "./chart-options.js";
import { bars, closenessLooks, lineAt } from "./marks.js";
import { speak } from "./speech.js";
import { frame, gridOf, legend, numbersAxis, sourceOf } from "./theme.js";

/** Options of `distanceHistogram`. */
export interface HistogramChoices extends ChartChoices {
  /** Default 30. */
  readonly bins?: number | undefined;
}

/**
 * How far all other regions are from the target of a list: regions by distance, in the shade of their closeness (`limits`: `space.closeness`),
 * with a line at the last one listed. Regions without a distance are not counted.
 *
 * @throws {OptionsError} For distances that do not hold the target, and for a language that is not known.
 *
 * @example
 * ```ts
 * const { series } = distanceHistogram(measureDistances(space), findReferenceRegions(space, "ES21"), space.closeness);
 * series.flatMap(({ data }) => data).reduce((sum, count) => sum + count, 0); // => 231
 * ```
 */
export function distanceHistogram(
  matrix: DistanceMatrix,
  { target, regions, vintage }: ReferenceRegions,
  limits: ClosenessLimits,
  choices: HistogramChoices = {},
): ChartOptions {
  const { bins = 30 } = choices;
  const say = speak(choices);
  const n = matrix.regions.length;
  const own = positionOf(matrix.regions, target.id, "distanceHistogram.reference");
  const distances = matrix.regions
    .map((_, j) => (j === own ? Number.NaN : matrix.values[pairAt(Math.min(own, j), Math.max(own, j), n)]!))
    .filter((distance) => !Number.isNaN(distance));
  const width = distances.length === 0 ? 1 : Math.max(...distances) / bins || 1;
  const binOf = (distance: number): number => Math.min(bins - 1, Math.floor(distance / width));
  const last = regions.at(-1);
  const counts = (word: Closeness): number[] => {
    const found = new Array<number>(bins).fill(0);
    for (const distance of distances) if (closenessOf(distance, limits) === word) found[binOf(distance)]!++;
    return found;
  };
  const line = lineAt(last === undefined ? undefined : { xAxis: binOf(last.distance) }, say.lastListed);
  return {
    ...frame(say, { title: say.histogram(say.text(target.name)), source: sourceOf(vintage, say) }),
    grid: gridOf(64, { top: 96 }),
    legend,
    tooltip: { trigger: "axis" },
    xAxis: numbersAxis(say.distance, {
      type: "category",
      nameGap: 26,
      data: Array.from({ length: bins }, (_, bin): Json => say.number(Number((bin * width).toPrecision(2)))),
    }),
    yAxis: numbersAxis(say.regions, { minInterval: 1, nameGap: 36 }),
    series: closenessWords.map((word, at): Json => {
      const rim = { color: closenessLooks[word].color, borderColor: "#666666", borderWidth: 0.5 };
      return bars(say.closeness[word], "regions", rim, counts(word), {
        barCategoryGap: "4%",
        ...(at === 0 ? line : {}),
      });
    }),
  };
}
