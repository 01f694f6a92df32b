import type { Benchmark, BenchmarkIndicator } from "../../benchmark/benchmark.js";
import type { Context } from "./context.js";
import { bullets, tableOf } from "./write.js";

/** The target against its group. */
export function performance(context: Context): string[] {
  const { benchmark, say, format } = context;
  if (benchmark === undefined) return [];
  const { columns } = say;
  const { group, indicators, strengths, lags } = benchmark;
  const heading = `## ${say.headings.performance}`;
  if (indicators.length === 0) return [heading, say.performance(group.regions.length, group.includesTarget)];
  return [
    heading,
    say.performance(group.regions.length, group.includesTarget),
    tableOf(
      [columns.indicator, columns.target, columns.median, columns.spread, columns.place, columns.standing],
      indicators.map((one) => row(context, one)),
    ),
    `### ${say.strengths}`,
    strengths.length > 0 ? bullets(strengths.map((id) => gap(context, benchmark, id))) : say.noStrength,
    `### ${say.lags}`,
    lags.length > 0 ? bullets(lags.map((id) => gap(context, benchmark, id))) : say.noLag,
  ];

  function row({ text, figure }: Context, one: BenchmarkIndicator): string[] {
    const { id, name, year, target, median, medianInterval, min, max, rank, known, standing } = one;
    const interval =
      medianInterval === null
        ? ""
        : ` (${format.number(medianInterval[0])} – ${format.number(medianInterval[1])})`;
    return [
      year === null ? text(name) : `${text(name)}, ${text(String(year))}`,
      target === null ? say.unknown : figure(id, target),
      median === null ? say.unknown : `${figure(id, median)}${interval}`,
      min === null || max === null ? say.unknown : `${format.number(min)} – ${figure(id, max)}`,
      rank === null ? "-" : `${rank}/${known + 1}`,
      standing === null ? "-" : say.standing[standing],
    ];
  }
}

function gap({ say, indicator, figure, gap: gapOf }: Context, { indicators }: Benchmark, id: string): string {
  const { target, median, gapToMedian } = indicators.find((one) => one.id === id)!;
  const told = say.gap(figure(id, target!), figure(id, median!), gapOf(id, gapToMedian!));
  return `${indicator(id)}: ${told}.`;
}
