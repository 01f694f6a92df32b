import { DataError, issueAt } from "../shared/errors.js";
import { byKey } from "../shared/ids.js";
import { type LongTask, runToEnd } from "../shared/long-task.js";
import { extendRecipe, startRecipe } from "../shared/recipe.js";
import type { Indicator } from "../table/framework.js";
import type { Column, Region, RegionTable } from "../table/region-table.js";
import { isCategorical, structuralIndicators } from "../table/structural-indicators.js";
import { composeSets } from "./compose.js";
import { impute } from "./impute.js";
import { normalise } from "./normalise.js";
import { normaliseOptionOf, ownOption, prepareChoices } from "./prepare-choices.js";
import { prepareNotes } from "./prepare-notes.js";
import type { PrepareOptions } from "./prepare-options.js";
import type { IndicatorSteps, PreparedTable } from "./prepared-table.js";
import { screen } from "./screen.js";
import { treat } from "./treat.js";

/**
 * Prepares the structural indicators of a table: screen, impute, transform compositions, treat outliers, normalise, in this order.
 *
 * - **screen** drops thin indicators, then thin regions, on request; by default it only notes coverage below 0.66.
 * - **impute** fills nothing by default. `median`; `group-median` (country, or an attribute); `nearest`: the mean of the k
 *   regions nearest by mean squared difference of z-scores over shared indicators (as scikit-learn's `KNNImputer`).
 * - **composition** leaves shares as they are by default. `clr`: centred log-ratios; `hellinger`: the root of each share.
 * - **treat** `auto` (default): an indicator fails if |skewness| >= 2 and excess kurtosis >= 3.5 (type 2); it is winsorised by
 *   whole groups of equal values, at most 5 regions; if it still fails, the logarithm of the original is taken.
 *   `box-cox` and `yeo-johnson` fit lambda by maximum likelihood. Only indicators of kind `ratio` are treated.
 * - **normalise** `min-max` (default): (x - min) / (max - min). `z-score`: (x - mean) / sample sd. `robust`: (x - median) /
 *   1.4826 MAD. `rank`: average ranks. `percentile`: (rank - 1) / (n - 1). `goalposts`: between the user's bounds, clipped.
 *
 * Missing cells stay missing unless imputed; statistics are taken over the cells present. A constant column gets the neutral
 * value of its scale. Categories (`nominal`, `binary`, `asymmetric-binary`) keep their codes; `ordinal` codes count by their order. Directions do not matter here: similarity knows no better or worse.
 *
 * Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), sections 3-5; Becker et al., COINr (2022).
 *
 * @throws {OptionsError} For unknown options, indicators or missing goalposts, all at once.
 * @throws {DataError} When screening leaves fewer than two regions or no indicator.
 *
 * @example
 * ```ts
 * const own = prepare(table, { normalise: "z-score" });
 * own.steps.pop_density.treated.verdict; // => "logged"
 * ```
 */
export function prepare(table: RegionTable, options?: PrepareOptions): PreparedTable {
  return runToEnd(makePrepared(table, options));
}

/** `prepare` as a long task. */
export function* makePrepared(table: RegionTable, options?: PrepareOptions): LongTask<PreparedTable> {
  const structural = structuralIndicators(table.framework);
  const ids = structural.map(({ id }) => id);
  const choices = prepareChoices(options, structural);
  const screening = screen(table.regions, ids, table.columns, choices.screen);
  const regions =
    screening.rows.length === table.regions.length
      ? table.regions
      : screening.rows.map((row) => table.regions[row]!);
  const indicators = structural.filter(({ id }) => screening.indicators.includes(id));
  checkEnoughLeft(regions, indicators, table);

  const raw = byKey(
    indicators,
    ({ id }) => id,
    ({ id }) => screening.rows.map((row) => table.columns[id]![row]!),
  );
  const regionIds = regions.map(({ id }) => id);
  const context = { regions, columns: Object.values(raw) };
  const imputed = yield* each(indicators, (indicator) =>
    impute(raw[indicator.id]!, ownOption(choices, indicator, "impute"), context, isCategorical(indicator)),
  );
  const composed = composeSets(
    indicators,
    imputed.map(({ column }) => column),
    choices.composition,
    table.framework,
    regionIds,
  );
  const prepared = yield* each(indicators, (indicator, k) => {
    const ordered = order(composed[k]!.column, indicator);
    const treated = treat(ordered.column, ownOption(choices, indicator, "treat"), regionIds);
    const scale = isCategorical(indicator) ? "none" : normaliseOptionOf(choices, indicator.id);
    const normalised = normalise(treated.column, scale, regionIds);
    const steps = {
      imputed: imputed[k]!.step,
      composed: composed[k]!.step,
      ...(ordered.codes === null ? {} : { ordered: { codes: ordered.codes } }),
      treated: treated.step,
      normalised: normalised.step,
    };
    return { id: indicator.id, column: normalised.column, steps };
  });
  const inert = prepared.flatMap(({ id, column, steps }) => {
    const empty = column.every((value) => value === null);
    return empty || steps.normalised.constant
      ? [{ id, reason: empty ? ("empty" as const) : ("constant" as const) }]
      : [];
  });
  const columns = byKey(
    prepared,
    ({ id }) => id,
    ({ column }) => column,
  );
  const steps = byKey(
    prepared,
    ({ id }) => id,
    (one): IndicatorSteps => one.steps,
  );
  return {
    framework: table.framework,
    regions,
    indicators,
    columns,
    raw,
    steps,
    inert,
    dropped: screening.dropped,
    notes: [...screening.notes, ...prepareNotes(indicators, steps, inert, raw, table)],
    recipe: extendRecipe(startRecipe(table.framework.id), "prepare", choices),
  };
}

/** What is made of each item, with a pause after each. */
function* each<T, R>(items: readonly T[], make: (item: T, index: number) => R): LongTask<R[]> {
  const made: R[] = [];
  for (const [index, item] of items.entries()) {
    made.push(make(item, index));
    yield;
  }
  return made;
}

/** The codes of an ordinal indicator by their order alone, as R `as.ordered`: 1, 2, 4, 8 are 1, 2, 3, 4. */
function order(column: Column, { kind }: Indicator): { column: Column; codes: readonly number[] | null } {
  if (kind !== "ordinal") return { column, codes: null };
  const codes = [...new Set(column.filter((value) => value !== null))].sort((a, b) => a - b);
  return { column: column.map((value) => (value === null ? null : codes.indexOf(value) + 1)), codes };
}

function checkEnoughLeft(
  regions: readonly Region[],
  indicators: readonly Indicator[],
  table: RegionTable,
): void {
  if (regions.length >= 2 && indicators.length >= 1) return;
  const left = `${regions.length} of ${table.regions.length} regions and ${indicators.length} structural indicators`;
  throw new DataError([
    issueAt(
      "nothing-left",
      { path: "prepare.screen" },
      `expected at least two regions and one indicator after screening, got ${left}. Lower the minimum coverage.`,
    ),
  ]);
}
