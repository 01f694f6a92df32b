import type { ReferenceRegions } from "../reference/reference-regions.js";
import { checkOptions } from "../shared/check.js";
import { type Issue, issueAt, OptionsError } from "../shared/errors.js";
import { byId, positionsOf } from "../shared/ids.js";
import { didYouMean } from "../shared/nearest-spelling.js";
import { schemaVersion } from "../shared/schema-version.js";
import type { Indicator } from "../table/framework.js";
import type { RegionTable } from "../table/region-table.js";
import { vintageOf } from "../table/vintage.js";
import type { Benchmark, BenchmarkIndicator, Standing } from "./benchmark.js";
import { benchmarkNotes } from "./benchmark-notes.js";
import { type BenchmarkChoices, type BenchmarkOptions, benchmarkSchema } from "./benchmark-options.js";
import { describeIndicator, type Setting } from "./describe-indicator.js";

/**
 * Looks at performance, after similarity: the target against its reference regions, over performance indicators alone. Everything is in
 * the indicator's own unit and sign; `direction` decides what is better: ranks count from the best, scores turn so that more is better.
 *
 * **Noise**: the group is small, and another list would have another median. `medianInterval` is the 95 % bootstrap interval of
 * the group's median; `gapOverLists` the range of the gap over lists of other assumptions, where they are given. A target is `ahead` or
 * `behind` only where its gap to the median is none of both: outside the interval, and of one sign over the lists. A region leads
 * where it is better than the target by more than half the width of the interval.
 *
 * Missing cells: nothing is filled. A region without a figure is not counted (`known`, `coverage`); without the target's figure there is
 * no gap, rank or standing.
 *
 * Source: Navarro et al. (2014), S3 Working Paper 03/2014, on the second stage; Efron (1979), Bootstrap methods, Annals of Statistics 7.
 *
 * @param table The table from which the list was made: it holds the performance columns.
 * @param reference From `findReferenceRegions`.
 * @throws {OptionsError} For structural or unknown indicators by name, and regions that are not in the table.
 *
 * @example
 * ```ts
 * const list = findReferenceRegions(space, "ES21");
 * const { indicators, strengths } = benchmarkAgainst(table, list);
 * const gdp = indicators.find(({ id }) => id === "gdp_hab");
 * [gdp.target, gdp.median, gdp.rank, gdp.standing]; // => [32800, 39100, 15, "level"]
 * strengths; // => ["life_expectancy", "early_leavers"]
 * ```
 */
export function benchmarkAgainst(
  table: RegionTable,
  reference: ReferenceRegions,
  { lists = [], ...rest }: BenchmarkOptions = {},
): Benchmark {
  const choices = checkOptions(benchmarkSchema, rest, "benchmarkAgainst");
  const ids = reference.regions.map(({ id }) => id);
  const indicators = askedIndicators(table, choices);
  const at = positionsOf(table.regions);
  checkRegions([reference.target.id, ...ids, ...lists.flat()], at);
  const place = (id: string): number => at.get(id)!;
  const setting: Setting = {
    table,
    choices,
    target: place(reference.target.id),
    group: ids.map(place),
    lists: lists.map((list) => list.map(place)),
  };
  const described = indicators.map((indicator) => describeIndicator(indicator, setting));
  const apart = ({ gapToMedian, sd }: BenchmarkIndicator): number =>
    sd === null || sd === 0 ? Infinity : Math.abs(gapToMedian! / sd);
  const standing = (wanted: Standing): string[] =>
    described
      .filter((one) => one.standing === wanted)
      .sort((a, b) => apart(b) - apart(a) || byId(a, b))
      .map(({ id }) => id);
  return {
    schemaVersion,
    target: reference.target,
    vintage: vintageOf(table.framework, indicators),
    group: { regions: ids, includesTarget: choices.includeTarget },
    indicators: described,
    strengths: standing("ahead"),
    lags: standing("behind"),
    notes: benchmarkNotes(described, ids.length, reference.target.id),
    recipe: {
      ...reference.recipe,
      call: { name: "benchmarkAgainst", options: { ...choices, lists: lists.length } },
    },
  };
}

/** The performance indicators that are asked for; a structural one is refused by name. */
function askedIndicators({ framework }: RegionTable, { indicators }: BenchmarkChoices): Indicator[] {
  const performance = framework.indicators.filter(({ role }) => role === "performance");
  if (indicators === undefined) return performance;
  const known = new Map(framework.indicators.map((one) => [one.id, one]));
  const issues = indicators.flatMap((id): Issue[] => {
    const path = { path: "benchmarkAgainst.indicators", indicator: id };
    if (known.get(id)?.role === "performance") return [];
    return [
      known.has(id)
        ? issueAt(
            "structural-indicator",
            path,
            "expected a performance indicator, got a structural one: it made the list, and would be looked at twice. Leave it out, or change its role and make the list anew.",
          )
        : issueAt(
            "unknown-indicator",
            path,
            `expected a performance indicator of the framework, got "${id}".${didYouMean(
              id,
              performance.map((one) => one.id),
            )}`,
          ),
    ];
  });
  if (issues.length > 0) throw new OptionsError(issues);
  return indicators.map((id) => known.get(id)!);
}

function checkRegions(ids: readonly string[], at: ReadonlyMap<string, number>): void {
  const unknown = [...new Set(ids)].filter((id) => !at.has(id));
  if (unknown.length === 0) return;
  throw new OptionsError(
    unknown.map((id) =>
      issueAt(
        "unknown-region",
        { path: "benchmarkAgainst.reference", region: id },
        "expected a region of the table, got one that is not in it. Give the table from which the list was made.",
      ),
    ),
  );
}
