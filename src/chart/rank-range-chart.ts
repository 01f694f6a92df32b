import type { Sensitivity } from "../sensitivity/sensitivity.js";
import type { ChartChoices, ChartOptions, Json } from "./chart-options.js";
import { bars, dots, label } from "./marks.js";
import { speak } from "./speech.js";
import { colours, frame, gridOf, NAMES, namesAxis, numbersAxis } from "./theme.js";

/** Options of `rankRangeChart`. */
export interface RankRangeChoices extends ChartChoices {
  /** How many regions outside the list are shown at most, those most often in it first; default 5. */
  readonly outside?: number | undefined;
}

/**
 * How sure a list is: for every listed region, and those that often enter, the range of its ranks in 90 % of the variants, its median
 * rank, and the share of the variants that list it.
 *
 * @throws {OptionsError} For a language that is not known.
 *
 * @example
 * ```ts
 * const sure = await assessSensitivity(table, "ES21", { draws: 50, plan: { reference: { count: 5 } } });
 * rankRangeChart(sure).yAxis.data.length; // => 10
 * ```
 */
export function rankRangeChart(
  { target, regions, draws }: Sensitivity,
  choices: RankRangeChoices = {},
): ChartOptions {
  const { outside = 5 } = choices;
  const say = speak(choices);
  const known = regions.filter(({ rankMedian }) => rankMedian !== null);
  const shown = [
    ...known.filter(({ listed }) => listed),
    ...known.filter(({ listed }) => !listed).slice(0, outside),
  ];
  const band = { barWidth: 9, silent: true };
  return {
    ...frame(say, { title: say.ranks(target), subtitle: say.ranksOf(say.number(draws)) }),
    grid: gridOf(NAMES, { top: 66, right: 70, bottom: 48 }),
    tooltip: {},
    xAxis: numbersAxis(say.rank, { min: 1, minInterval: 1 }),
    yAxis: namesAxis(shown.map(say.region)),
    series: [
      // Nothing to see: it carries the ranges to where they begin.
      bars(
        "",
        "ranks",
        { color: "transparent" },
        shown.map(({ rankLow }) => rankLow!),
        band,
      ),
      bars(
        "",
        "ranks",
        {},
        shown.map(
          ({ rankLow, rankHigh, inclusion, listed }): Json => ({
            value: Math.max(0.25, rankHigh! - rankLow!),
            itemStyle: { color: listed ? colours.sky : colours.pale },
            ...label(say.percent(inclusion), "right", 11),
          }),
        ),
        band,
      ),
      dots(
        say.rankMedian,
        { color: colours.blue, symbol: "circle" },
        9,
        shown.map(({ rankMedian }, at): Json => [rankMedian!, at]),
      ),
    ],
  };
}
