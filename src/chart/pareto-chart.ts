import type { Leader, Leaders } from "../benchmark/find-leaders.js";
import type { ChartChoices, ChartOptions, Json } from "./chart-options.js";
import { dots, type Look, label, lineAt, rounded } from "./marks.js";
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
  choices: ChartChoices = {},
): ChartOptions {
  const say = speak(choices);
  const scored = regions.filter(({ score }) => score !== null);
  const leads = ({ score, betterIn }: Leader): boolean =>
    betterIn.length > 0 && score! > (targetScore ?? Number.POSITIVE_INFINITY);
  const marks = (name: string, look: Look, which: boolean): Json => {
    const points = scored.filter((one) => leads(one) === which);
    const data = points.map(
      (one): Json => ({ name: say.region(one), value: placeOf(one), ...label(one.id) }),
    );
    return dots(name, look, 11, data, { labelLayout: { hideOverlap: true }, z: 3 });
  };
  const front = scored.filter(({ onFront }) => onFront).sort((a, b) => a.distance - b.distance);
  return {
    ...frame(say, { title: say.pareto(say.text(target.name)) }),
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
        data: front.map(placeOf),
        ...(targetScore === null
          ? {}
          : lineAt({ yAxis: rounded(targetScore) }, target.id, colours.red, "solid")),
      },
      marks(say.leaders, { color: colours.blue, symbol: "circle" }, true),
      marks(say.group, { color: colours.orange, symbol: "diamond" }, false),
    ],
  };
}

/** Where a region stands: enough digits to draw. */
function placeOf({ distance, score }: Leader): Json[] {
  return [Number(distance.toPrecision(6)), rounded(score!)];
}
