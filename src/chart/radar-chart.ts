import type { ReferenceRegions } from "../reference/reference-regions.js";
import { groupBy } from "../shared/group-by.js";
import { averageRanks, median } from "../shared/order-statistics.js";
import { positionOf } from "../space/position-of.js";
import type { Indicator } from "../table/framework.js";
import type { Column, RegionTable } from "../table/region-table.js";
import { structuralIndicators } from "../table/structural-indicators.js";
import type { ChartChoices, ChartOptions, Json } from "./chart-options.js";
import { rounded } from "./marks.js";
import { speak } from "./speech.js";
import { colours, frame, sourceOf, wrap } from "./theme.js";

/** Options of `radarChart`. */
export interface RadarChoices extends ChartChoices {
  /** A third region beside the target and the median of its reference regions. */
  readonly region?: string | undefined;
  /** Ids of structural indicators, one an axis; default: the first of each element. */
  readonly indicators?: readonly string[] | undefined;
}

/**
 * A radar of structure: the target, the median of its reference regions and, on request, one more region. Every axis is an indicator, from
 * 0 to 100: the percentile of the figure among all regions of the table that have one. A missing figure leaves a gap.
 *
 * @throws {OptionsError} For a region or a language that is not known.
 *
 * @example
 * ```ts
 * const list = findReferenceRegions(space, "ES21");
 * radarChart(table, list, { region: "ES12" }).series[0].data.map(({ name }) => name); // => ["País Vasco", "median of the reference regions", "Principado de Asturias"]
 * ```
 */
export function radarChart(
  table: RegionTable,
  { target, regions, vintage }: ReferenceRegions,
  choices: RadarChoices = {},
): ChartOptions {
  const { region, indicators } = choices;
  const say = speak(choices);
  const structural = structuralIndicators(table.framework);
  const chosen =
    indicators === undefined
      ? firstOfEach(structural)
      : structural.filter(({ id }) => indicators.includes(id));
  const columns = chosen.map(({ id }) => percentiles(table.columns[id]!));
  const at = (id: string): number => positionOf(table.regions, id, "radarChart");
  const of = (id: string): Json[] => columns.map((column) => orGap(column[at(id)]!));
  const group = regions.map(({ id }) => at(id));
  const middle = columns.map((column) => {
    const known = group.map((i) => column[i]!).filter((value) => value !== null);
    return orGap(known.length === 0 ? null : median(known));
  });
  const line = (name: string, value: Json[], color: string, type: string, symbol: string): Json => ({
    name,
    value,
    symbol,
    symbolSize: 5,
    itemStyle: { color },
    lineStyle: { color, type, width: 2 },
  });
  const name = say.text(target.name);
  const data = [
    {
      ...(line(name, of(target.id), colours.blue, "solid", "circle") as ChartOptions),
      areaStyle: { opacity: 0.12 },
    },
    line(say.groupMedian, middle, colours.orange, "dashed", "rect"),
  ];
  if (region !== undefined)
    data.push(
      line(say.text(table.regions[at(region)]!.name), of(region), colours.green, "dotted", "triangle"),
    );
  return {
    ...frame(say, { title: say.radar(name), subtitle: say.percentiles, source: sourceOf(vintage, say) }),
    legend: { bottom: 28, itemGap: 28 },
    tooltip: {},
    radar: {
      center: ["50%", "50%"],
      radius: "52%",
      axisName: { color: "#333333", fontSize: 11, lineHeight: 13 },
      indicator: chosen.map((one) => ({ name: wrap(say.text(one.name), 24), min: 0, max: 100 })),
    },
    series: [{ type: "radar", data: data as Json[] }],
  };
}

function firstOfEach(indicators: readonly Indicator[]): Indicator[] {
  const groups = groupBy(
    indicators.length,
    (k) => `${indicators[k]!.dimension}/${indicators[k]!.element ?? ""}`,
  );
  return [...groups.values()].map(([first]) => indicators[first!]!);
}

/** 0 for the least, 100 for the largest, equals alike. */
function percentiles(column: Column): (number | null)[] {
  const known = column.flatMap((value, i) => (value === null ? [] : [i]));
  const ranks = averageRanks(known.map((i) => column[i]!));
  const found: (number | null)[] = column.map(() => null);
  known.forEach((i, k) => {
    found[i] = known.length === 1 ? 50 : (100 * (ranks[k]! - 1)) / (known.length - 1);
  });
  return found;
}

/** ECharts leaves out what is "-". */
function orGap(value: number | null): Json {
  return value === null ? "-" : rounded(value, 10);
}
