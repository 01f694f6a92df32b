import { byKey } from "../shared/ids.js";
import { mean, standardDeviation } from "../shared/statistics.js";
import type { Indicator } from "../table/framework.js";
import type { RegionTable } from "../table/region-table.js";
import type { BenchmarkIndicator, Comparison } from "./benchmark.js";
import type { BenchmarkChoices } from "./benchmark-options.js";
import { compareWith, percentileAmong, rankAmong, type Sign, standingOf } from "./compare.js";
import { gapOverLists, medianInterval } from "./noise.js";
import { fiveNumbers } from "./spread.js";

/** What is compared: regions by their positions in the table. */
export interface Setting {
  readonly table: RegionTable;
  readonly choices: BenchmarkChoices;
  readonly target: number;
  readonly group: readonly number[];
  readonly lists: readonly (readonly number[])[];
}

/** The group's figures of one indicator, and the target against them. */
export function describeIndicator(
  indicator: Indicator,
  { table, choices, target, group, lists }: Setting,
): BenchmarkIndicator {
  const { id, name, unit = null, year = null, direction = "neutral" } = indicator;
  const column = table.columns[id]!;
  const valuesOf = (positions: readonly number[]): number[] =>
    positions.map((i) => column[i]!).filter((value) => value !== null);
  const own = column[target]!;
  const others = valuesOf(group);
  const counted = choices.includeTarget && own !== null ? [...others, own] : others;
  const five = counted.length === 0 ? null : fiveNumbers(counted, choices.quartiles);
  const centre = counted.length === 0 ? null : mean(counted);
  const sd = counted.length < 2 ? null : standardDeviation(counted);
  const sign: Sign = direction === "higher" ? 1 : direction === "lower" ? -1 : 0;
  const best = five === null || sign === 0 ? null : sign > 0 ? five.max : five.min;
  const gap = own === null || five === null ? null : own - five.median;
  const interval = medianInterval(counted, choices.resamples, choices.seed);
  const overLists = own === null ? null : gapOverLists(own, lists.map(valuesOf));
  // Without an interval nobody can be said to lead.
  const beyond = interval === null ? Infinity : (interval[1] - interval[0]) / 2;
  const leaders = group
    .filter((i) => own !== null && column[i] !== null && sign * (column[i]! - own) > beyond)
    .sort(
      (a, b) => sign * (column[b]! - column[a]!) || (table.regions[a]!.id < table.regions[b]!.id ? -1 : 1),
    );
  const { country } = table.regions[target]!;
  const everyone = [...table.regions.keys()].filter((i) => i !== target);
  const compare = (positions: readonly number[]): Comparison => compareWith(own, valuesOf(positions), sign);
  return {
    id,
    name,
    unit,
    year,
    direction,
    target: own,
    known: others.length,
    coverage: group.length === 0 ? 0 : others.length / group.length,
    mean: centre,
    sd,
    min: five?.min ?? null,
    q1: five?.q1 ?? null,
    median: five?.median ?? null,
    q3: five?.q3 ?? null,
    max: five?.max ?? null,
    rank: rankAmong(own, others, sign),
    percentile: percentileAmong(own, others, sign),
    gapToMedian: gap,
    gapToBest: own === null || best === null ? null : own - best,
    score:
      own === null || sign === 0 || sd === null || sd === 0
        ? null
        : choices.score.mean + (choices.score.sd * sign * (own - centre!)) / sd,
    medianInterval: interval,
    gapOverLists: overLists,
    standing: standingOf(own, gap, sign, interval, overLists),
    leaders: leaders.map((i) => table.regions[i]!.id),
    values: byKey(
      group,
      (i) => table.regions[i]!.id,
      (i) => column[i]!,
    ),
    all: compare(everyone),
    country: country === null ? null : compare(everyone.filter((i) => table.regions[i]!.country === country)),
  };
}
