import type { Benchmark, BenchmarkIndicator, Standing } from "../benchmark/benchmark.js";
import type { ChartChoices, ChartOptions, Json } from "./chart-options.js";
import { dots, type Look, label, rounded } from "./marks.js";
import { type Speech, speak } from "./speech.js";
import { colours, frame, gridOf, legend, NAMES, namesAxis, numbersAxis, sourceOf } from "./theme.js";

const MARKS: { readonly [standing in Standing]: Look } = {
  ahead: { color: colours.blue, symbol: "triangle" },
  behind: { color: colours.red, symbol: "diamond" },
  level: { color: colours.grey, symbol: "circle" },
};

/**
 * The target on the range of its reference group: for every performance indicator a box (least, quartiles, median, largest) in standard
 * deviations from the mean of the group, turned so that more is better, and the target as a mark that says whether it is ahead, behind or
 * within the noise, with its figure. Indicators without spread or without a figure of the target are left out.
 *
 * @throws {OptionsError} For a language that is not known.
 *
 * @example
 * ```ts
 * const list = findReferenceRegions(space, "ES21");
 * profileChart(benchmarkAgainst(table, list)).series.length; // => 4
 * ```
 */
export function profileChart(
  { target, vintage, indicators }: Benchmark,
  choices: ChartChoices = {},
): ChartOptions {
  const say = speak(choices);
  const shown = indicators.filter(
    ({ sd, mean, target: own }) => sd !== null && sd > 0 && mean !== null && own !== null,
  );
  const boxes = shown.map(boxOf);
  const marks = (Object.keys(MARKS) as Standing[]).map((standing): Json => {
    const data = shown.flatMap((one, at): Json[] =>
      (one.standing ?? "level") === standing
        ? [{ value: [scaled(one, one.target!), at], name: say.text(one.name), ...label(figure(one, say)) }]
        : [],
    );
    return dots(say.standing[standing], MARKS[standing], 13, data);
  });
  return {
    ...frame(say, { title: say.profile(say.text(target.name)), source: sourceOf(vintage, say) }),
    grid: gridOf(NAMES),
    legend,
    tooltip: {},
    xAxis: numbersAxis(say.profileAxis),
    yAxis: namesAxis(shown.map(({ name }) => say.text(name))),
    series: [
      {
        type: "boxplot",
        name: say.group,
        layout: "horizontal",
        boxWidth: [8, 16],
        itemStyle: { color: "#f2f2f2", borderColor: "#777777" },
        data: boxes as Json[],
      },
      ...marks,
    ],
  };
}

/** In standard deviations from the mean of the group, more is better. */
function scaled({ mean, sd, direction }: BenchmarkIndicator, value: number): number {
  const score = (value - mean!) / sd!;
  return rounded(direction === "lower" ? -score : score);
}

function boxOf(one: BenchmarkIndicator): number[] {
  return [one.min!, one.q1!, one.median!, one.q3!, one.max!]
    .map((value) => scaled(one, value))
    .sort((a, b) => a - b);
}

function figure({ target, unit }: BenchmarkIndicator, say: Speech): string {
  return unit === null ? say.number(target!) : `${say.number(target!)} ${say.text(unit)}`;
}
