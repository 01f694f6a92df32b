import type { Leader, Leaders } from "../benchmark/find-leaders.js";
import type { ChartChoices, ChartOptions, Json } from "./chart-options.js";
import { speak } from "./speech.js";
import { colours, frame, gridOf, legend, numbersAxis } from "./theme.js";

/**
 * Closeness against performance: every reference region by its distance and its mean score, the target's own score as a line. The regions that
 * no other is both closer and better than are joined: from left to right, what more distance buys in performance.
 *
 * @throws {OptionsError} For a language that is not known.
 *
 * @example
 * ```ts
 * const list = findReferenceRegions(space, "ES21");
 * const { series } = paretoChart(findLeaders(benchmarkAgainst(table, list), list));
 * series.map(({ data }) => data.length); // => [5, 14, 6]
 * ```
 */
export function paretoChart(
  { target, targetScore, regions }: Leaders,
  { language, title }: ChartChoices = {},
): ChartOptions {
  const say = speak(language);
  const scored = regions.filter(({ score }) => score !== null);
  const point = ({ id, name, distance, score }: Leader): Json => ({
    name: `${say.text(name)} (${id})`,
    value: [distance, Math.round(1000 * score!) / 1000],
    label: { show: true, position: "top", fontSize: 10, formatter: id },
  });
  const leads = ({ score, betterIn }: Leader): boolean =>
    betterIn.length > 0 && score! > (targetScore ?? Number.POSITIVE_INFINITY);
  const marks = (name: string, color: string, symbol: string, which: (one: Leader) => boolean): Json => ({
    type: "scatter",
    name,
    symbol,
    symbolSize: 11,
    itemStyle: { color, borderColor: "#ffffff", borderWidth: 1 },
    labelLayout: { hideOverlap: true },
    z: 3,
    data: scored.filter(which).map(point),
  });
  const front = scored.filter(({ onFront }) => onFront).sort((a, b) => a.distance - b.distance);
  return {
    ...frame(say, { title }, { title: say.pareto(say.text(target.name)) }),
    grid: gridOf(72, { bottom: 48, right: 56 }),
    legend,
    tooltip: { formatter: "{b}" },
    xAxis: numbersAxis(say.paretoAxis, { scale: true }),
    yAxis: numbersAxis(say.score, { scale: true, nameGap: 38 }),
    series: [
      {
        type: "line",
        name: say.front,
        symbol: "none",
        lineStyle: { color: colours.black, type: "dashed", width: 1.5 },
        itemStyle: { color: colours.black },
        data: front.map(({ distance, score }): Json => [distance, Math.round(1000 * score!) / 1000]),
        ...(targetScore === null
          ? {}
          : {
              markLine: {
                symbol: "none",
                lineStyle: { color: colours.red, type: "solid" },
                label: { formatter: target.id, fontSize: 11, color: colours.red },
                data: [{ yAxis: Math.round(1000 * targetScore) / 1000 }],
              },
            }),
      },
      marks(say.leaders, colours.blue, "circle", leads),
      marks(say.group, colours.orange, "diamond", (one) => !leads(one)),
    ],
  };
}
