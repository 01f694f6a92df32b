import type { Typology } from "../cluster/typology.js";
import type { ChartChoices, ChartOptions, Json } from "./chart-options.js";
import { bars, lineAt, rounded } from "./marks.js";
import { speak } from "./speech.js";
import {
  categories,
  colours,
  downwards,
  frame,
  gridOf,
  legend,
  numbersAxis,
  series as palette,
  sourceOf,
} from "./theme.js";

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
  choices: ChartChoices = {},
): ChartOptions {
  const say = speak(choices);
  const ordered = [...regions].sort((a, b) => a.label - b.label || (b.silhouette ?? 0) - (a.silhouette ?? 0));
  const mean = validity.silhouette;
  const named = ordered.length <= NAMED;
  return {
    ...frame(say, {
      title: say.silhouette(mean === null ? "-" : say.number(mean)),
      source: sourceOf(vintage, say),
    }),
    grid: gridOf(named ? 200 : 28),
    legend,
    tooltip: { formatter: "{b}: {c}" },
    xAxis: numbersAxis(say.silhouetteAxis),
    yAxis: categories(
      ordered.map(say.region),
      { show: named },
      { ...downwards, axisLine: { onZero: false } },
    ),
    series: clusters.map(({ label }, at): Json => {
      const data = ordered.map(
        (one): Json => (one.label === label && one.silhouette !== null ? rounded(one.silhouette) : "-"),
      );
      const rim = { color: palette[at % palette.length]!, borderColor: "#ffffff", borderWidth: 0.3 };
      return bars(say.type(label), "silhouette", rim, data, {
        barCategoryGap: "0%",
        ...(at === 0 && mean !== null ? lineAt({ xAxis: rounded(mean) }, "", colours.black) : {}),
      });
    }),
  };
}
