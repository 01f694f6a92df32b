import type { Note } from "../shared/note.js";
import type { Recipe } from "../shared/recipe.js";
import type { Framework, Indicator } from "../table/framework.js";
import type { Column, Region } from "../table/region-table.js";
import type { ComposeStep } from "./compose.js";
import type { ImputeStep } from "./impute.js";
import type { NormaliseStep } from "./normalise.js";
import type { Dropped } from "./screen.js";
import type { TreatStep } from "./treat.js";

/** The way of one indicator from raw to prepared. */
export interface IndicatorSteps {
  readonly imputed: ImputeStep;
  readonly composed: ComposeStep;
  /** Ordinal indicators: the codes that occur, ascending; a code counts as its place among them, from 1. */
  readonly ordered?: { readonly codes: readonly number[] };
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
