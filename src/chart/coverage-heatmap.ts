import type { Coverage } from "../table/coverage.js";
import type { Framework } from "../table/framework.js";
import type { ChartChoices, ChartOptions, Json } from "./chart-options.js";
import { speak } from "./speech.js";
import { categories, downwards, frame } from "./theme.js";

/**
 * Where figures are missing: countries against indicators, the darker the fewer regions of the country have a figure. What is white is
 * complete.
 *
 * @throws {OptionsError} For a language that is not known.
 *
 * @example
 * ```ts
 * const { series } = coverageHeatmap(summariseCoverage(table), framework);
 * series[0].data.length; // => 27 * 31
 * ```
 */
export function coverageHeatmap(
  { overall, countries }: Coverage,
  { indicators, name }: Framework,
  choices: ChartChoices = {},
): ChartOptions {
  const say = speak(choices);
  const rows = [...countries].sort((a, b) => ((a.country ?? "~") < (b.country ?? "~") ? -1 : 1));
  return {
    ...frame(say, {
      title: say.coverage,
      subtitle: say.coverageOf(say.percent(overall.share)),
      source: say.text(name),
    }),
    grid: { left: 72, right: 24, top: 66, bottom: 204 },
    tooltip: {},
    xAxis: categories(
      indicators.map((one) => cut(say.text(one.name))),
      { rotate: 60 },
    ),
    yAxis: categories(
      rows.map(({ country, regions }) => `${country ?? "-"} (${regions})`),
      {},
      downwards,
    ),
    visualMap: {
      min: 0,
      max: 100,
      calculable: false,
      orient: "horizontal",
      right: 24,
      bottom: 4,
      itemHeight: 110,
      text: ["100 %", "0 %"],
      inRange: { color: ["#08306b", "#4292c6", "#c6dbef", "#f7fbff"] },
    },
    series: [
      {
        type: "heatmap",
        itemStyle: { borderColor: "#ffffff", borderWidth: 1 },
        data: rows.flatMap(({ indicators: shares }, y): Json[] =>
          indicators.map(({ id }, x): Json => [x, y, Math.round(100 * (shares[id] ?? 0))]),
        ),
      },
    ],
  };
}

/** Room for so many letters under the columns. */
function cut(name: string): string {
  return name.length <= 30 ? name : `${name.slice(0, 29)}…`;
}
