import { DataError, issueAt } from "../shared/errors.js";
import { byKey } from "../shared/ids.js";
import type { Note } from "../shared/note.js";
import { extendRecipe, type Recipe, startRecipe } from "../shared/recipe.js";
import { type Framework, type Indicator, structuralIndicators } from "../table/framework.js";
import type { Column, Region, RegionTable } from "../table/region-table.js";
import { type ImputeStep, impute } from "./impute.js";
import { type NormaliseStep, normalise } from "./normalise.js";
import { normaliseOptionOf, type PrepareOptions, prepareChoices } from "./prepare-options.js";
import { type Dropped, screen } from "./screen.js";
import { type TreatStep, treat } from "./treat.js";

/** The way of one indicator from raw to prepared. */
export interface IndicatorSteps {
  readonly imputed: ImputeStep;
  readonly treated: TreatStep;
  readonly normalised: NormaliseStep;
}

/**
 * The structural indicators on one scale, ready to be weighed. `raw` holds the columns as they came and `columns` as they are
 * used; `steps` carries every fitted parameter and every touched cell between the two. `inert` names the indicators that cannot
 * tell regions apart (constant, or without any value); they get weight 0.
 */
export interface PreparedTable {
  readonly framework: Framework;
  readonly regions: readonly Region[];
  readonly indicators: readonly Indicator[];
  readonly columns: { readonly [indicator: string]: Column };
  readonly raw: { readonly [indicator: string]: Column };
  readonly steps: { readonly [indicator: string]: IndicatorSteps };
  readonly inert: readonly { readonly id: string; readonly reason: "constant" | "empty" }[];
  readonly dropped: { readonly regions: readonly Dropped[]; readonly indicators: readonly Dropped[] };
  readonly notes: readonly Note[];
  readonly recipe: Recipe;
}

/**
 * Prepares the structural indicators of a table: screen, impute, treat outliers, normalise, in this order.
 *
 * - **screen** drops thin indicators, then thin regions, on request; by default it only notes coverage below 0.66.
 * - **impute** fills nothing by default. `median`; `group-median` (country, or an attribute); `nearest`: the mean of the k
 *   regions nearest by mean squared difference of z-scores over shared indicators (as scikit-learn's `KNNImputer`).
 * - **treat** `auto` (default): an indicator fails if |skewness| >= 2 and excess kurtosis >= 3.5 (type 2); it is winsorised by
 *   whole groups of equal values, at most 5 regions; if it still fails, the logarithm of the original is taken.
 * - **normalise** `min-max` (default): (x - min) / (max - min). `z-score`: (x - mean) / sample sd. `robust`: (x - median) /
 *   1.4826 MAD. `rank`: average ranks. `percentile`: (rank - 1) / (n - 1). `goalposts`: between the user's bounds, clipped.
 *
 * Missing cells stay missing unless imputed; statistics are taken over the cells present. A constant column gets the neutral
 * value of its scale. Directions do not matter here: similarity knows no better or worse.
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
  const structural = structuralIndicators(table.framework);
  const ids = structural.map(({ id }) => id);
  const choices = prepareChoices(options, ids);
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
  const prepared = indicators.map(({ id }) => {
    const own = Object.hasOwn(choices.indicators, id) ? choices.indicators[id]! : {};
    const imputed = impute(raw[id]!, own.impute ?? choices.impute, context);
    const treated = treat(imputed.column, own.treat ?? choices.treat, regionIds);
    const normalised = normalise(treated.column, normaliseOptionOf(choices, id), regionIds);
    return {
      id,
      column: normalised.column,
      steps: { imputed: imputed.step, treated: treated.step, normalised: normalised.step },
    };
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
    notes: [...screening.notes, ...notesOn(indicators, steps, inert, raw, table)],
    recipe: extendRecipe(startRecipe(table.framework.id), "prepare", choices),
  };
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

function notesOn(
  indicators: readonly Indicator[],
  steps: PreparedTable["steps"],
  inert: PreparedTable["inert"],
  raw: PreparedTable["raw"],
  table: RegionTable,
): Note[] {
  const notes = inert.flatMap(({ id, reason }): Note[] => {
    if (reason === "constant") {
      const message = `Indicator ${id} is the same in every region that has it; it gets weight 0.`;
      return [{ code: "constant-indicator", indicator: id, message }];
    }
    // What has no value in the table at all was noted when it was read.
    if (table.columns[id]!.every((value) => value === null)) return [];
    const message = `Indicator ${id} has no value for any region that screening left; it gets weight 0.`;
    return [{ code: "empty-indicator", indicator: id, message }];
  });
  for (const { id } of indicators) {
    const { imputed, treated, normalised } = steps[id]!;
    const gaps = raw[id]!.filter((value) => value === null).length - imputed.cells.length;
    if (imputed.cells.length > 0)
      notes.push({
        code: "imputed",
        indicator: id,
        cells: imputed.cells.length,
        message: `Indicator ${id}: ${imputed.cells.length} missing cells were filled (${imputed.method}).`,
      });
    if (imputed.method !== "none" && gaps > 0)
      notes.push({
        code: "not-imputed",
        indicator: id,
        cells: gaps,
        message: `Indicator ${id}: ${gaps} missing cells could not be filled (${imputed.method}) and stay missing.`,
      });
    if (treated.verdict === "still-failing")
      notes.push({
        code: "still-skewed",
        indicator: id,
        message: `Indicator ${id} still has outliers after treatment (${treated.log === undefined ? "winsorised" : "logged"}).`,
      });
    if (normalised.fallback !== undefined)
      notes.push({
        code: "robust-fallback",
        indicator: id,
        message: `Indicator ${id}: more than half of its values are equal, so its robust scale is the mean absolute deviation.`,
      });
    if (normalised.clipped !== undefined && normalised.clipped.length > 0)
      notes.push({
        code: "clipped",
        indicator: id,
        regions: normalised.clipped,
        message: `Indicator ${id}: ${normalised.clipped.length} regions lie outside the goalposts and were set to the nearer one.`,
      });
  }
  return notes;
}
