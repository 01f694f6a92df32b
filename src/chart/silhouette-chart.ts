import type { Typology } from "../cluster/typology.js";
import type { ChartChoices, ChartOptions, Json } from "./chart-options.js";
import { speak } from "./speech.js";
import { colours, frame, gridOf, legend, numbersAxis, series as palette, sourceOf } from "./theme.js";

/** More names than this would overlap. */
const NAMED = 50;

/**
 * The silhouettes of all regions, type by type, the clearest members first, with a line at the mean: a type of long bars is set apart well;
 * bars to the left belong to regions that are nearer to another type.
 *
 * @throws {OptionsError} For a language that is not known.
 *
 * @example
 * ```ts
 * const { series } = silhouetteChart(clusterRegions(space, { method: "ward", k: 6 }));
 * series.map(({ name }) => name).length; // => 6
 * ```
 */
export function silhouetteChart(
  { regions, clusters, validity, vintage }: Typology,
  { language, title }: ChartChoices = {},
): ChartOptions {
  const say = speak(language);
  const ordered = [...regions].sort((a, b) => a.label - b.label || (b.silhouette ?? 0) - (a.silhouette ?? 0));
  const mean = validity.silhouette;
  const named = ordered.length <= NAMED;
  return {
    ...frame(
      say,
      { title },
      { title: say.silhouette(mean === null ? "-" : say.number(mean)), source: sourceOf(vintage, say.text) },
    ),
    grid: gridOf(named ? 200 : 28),
    legend,
    tooltip: { formatter: "{b}: {c}" },
    xAxis: numbersAxis(say.silhouetteAxis),
    yAxis: {
      type: "category",
      inverse: true,
      data: ordered.map(({ name, id }) => `${say.text(name)} (${id})`),
      axisTick: { show: false },
      axisLine: { onZero: false },
      axisLabel: { show: named, interval: 0, fontSize: 10 },
    },
    series: clusters.map(
      ({ label }, at): Json => ({
        type: "bar",
        name: say.type(label),
        stack: "silhouette",
        barCategoryGap: "0%",
        itemStyle: { color: palette[at % palette.length]!, borderColor: "#ffffff", borderWidth: 0.3 },
        data: ordered.map(
          (one): Json =>
            one.label === label && one.silhouette !== null ? Math.round(1000 * one.silhouette) / 1000 : "-",
        ),
        ...(at === 0 && mean !== null
          ? {
              markLine: {
                symbol: "none",
                lineStyle: { color: colours.black, type: "dashed" },
                label: { show: false },
                data: [{ xAxis: Math.round(1000 * mean) / 1000 }],
              },
            }
          : {}),
      }),
    ),
  };
}
