import type { PreparedTable } from "../prepare/prepared-table.js";
import { checkOptions } from "../shared/check.js";
import { optionsError } from "../shared/errors.js";
import { byKey } from "../shared/ids.js";
import type { Note } from "../shared/note.js";
import { extendRecipe, type Recipe } from "../shared/recipe.js";
import { sum } from "../shared/statistics.js";
import type { Framework, Indicator } from "../table/framework.js";
import { checkGiven } from "./check-given.js";
import { scoreByData } from "./data-scores.js";
import { distribute } from "./distribute.js";
import { isDataScheme, levelsOf } from "./levels.js";
import { type WeighOptions, type WeightScheme, weighSchema } from "./weigh-options.js";

/** How much each dimension, element and indicator counts. The indicators' weights sum to 1, and so do those of each other level. */
export interface Weights {
  readonly scheme: WeightScheme;
  readonly dimensions: { readonly [dimension: string]: number };
  readonly elements: { readonly [element: string]: number };
  readonly indicators: { readonly [indicator: string]: number };
  readonly notes: readonly Note[];
  readonly recipe: Recipe;
}

/**
 * Weighs the prepared indicators. Weights are proportions, scaled so that they sum to 1.
 *
 * - `equal-by-dimension` (default): the whole is split between dimensions, each part between its elements, each of these between
 *   its indicators, at every level in proportion to the framework's `weight` (1 where none is stated). A block of many columns
 *   therefore counts no more than a dimension of one.
 * - `equal`: every indicator the same.
 * - `given`: by the caller, at one level or several. Each map names every id of its level. A level above the given ones is the sum
 *   of what lies below; a level below them is split by the framework's weights.
 *
 * - Data-driven schemes weigh the indicators of each dimension (`within`: or of each element, or of the whole table) by what the data say
 *   of them, times the framework's weight; the levels above keep the framework's weights. `redundancy`: indicators that say the same share
 *   one voice (branch lengths of the tree of correlations, Gerstein et al. 1994). `mfa`: each element divided by its first eigenvalue, so that
 *   no element wins by its number of correlated columns (Escofier and Pages). `pca`: squared rotated loadings (Nicoletti et al. 2000).
 *   `entropy`: one less the relative entropy. `critic`: spread times conflict (Diakoulaki et al. 1995).
 *
 * The parts of one composition share the weight of one indicator, whatever their number.
 *
 * Indicators that cannot tell regions apart (`prepared.inert`) get 0, and their part goes to their sisters; a dimension or element
 * that is left with none gives its part to its sisters.
 *
 * Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), section 6.
 *
 * @throws {OptionsError} For negative or all-zero weights, unknown ids (with the nearest known) and ids left out.
 *
 * @example
 * ```ts
 * const own = weigh(prepared, {
 *   scheme: "given",
 *   dimensions: { social: 2, economic: 1, technological: 1, institutional: 1, geographic: 0 },
 * });
 * own.dimensions.social; // => 0.4
 * ```
 */
export function weigh(prepared: PreparedTable, options?: WeighOptions): Weights {
  const choices = checkOptions(weighSchema, options, "weigh");
  const { framework } = prepared;
  const inert = new Set(prepared.inert.map(({ id }) => id));
  const live = prepared.indicators.filter(({ id }) => !inert.has(id));
  checkGiven(choices, framework, live);
  const data = isDataScheme(choices.scheme)
    ? scoreByData(prepared, live, choices.scheme, choices.within)
    : null;
  const shares = distribute(live, levelsOf(choices, framework, data?.scores));
  const total = sum(shares);
  if (!(total > 0)) {
    throw optionsError(
      "all-zero-weights",
      { path: "weigh" },
      "expected at least one weight above 0 on an indicator that tells regions apart, got none. Give one a positive weight.",
    );
  }
  const weightOf = new Map(live.map(({ id }, i) => [id, shares[i]! / total]));
  const sumOver = (belongs: (indicator: Indicator) => boolean): number =>
    sum(live.filter(belongs).map(({ id }) => weightOf.get(id)!));
  const elements = framework.dimensions.flatMap((dimension) => dimension.elements ?? []);
  return {
    scheme: choices.scheme,
    dimensions: byKey(
      framework.dimensions,
      ({ id }) => id,
      ({ id }) => sumOver((one) => one.dimension === id),
    ),
    elements: byKey(
      elements,
      ({ id }) => id,
      ({ id }) => sumOver((one) => one.element === id),
    ),
    indicators: byKey(
      prepared.indicators,
      ({ id }) => id,
      ({ id }) => weightOf.get(id) ?? 0,
    ),
    notes: [...emptyDimensions(framework, live), ...(data?.notes ?? [])],
    recipe: extendRecipe(prepared.recipe, "weigh", choices),
  };
}

function emptyDimensions({ dimensions, indicators }: Framework, live: readonly Indicator[]): Note[] {
  const structural = new Set(
    indicators.filter(({ role }) => role === "structural").map(({ dimension }) => dimension),
  );
  const used = new Set(live.map(({ dimension }) => dimension));
  return dimensions
    .filter(({ id }) => structural.has(id) && !used.has(id))
    .map(({ id }) => ({
      code: "dimension-without-weight",
      dimension: id,
      message: `Dimension ${id} has no structural indicator left that tells regions apart; its weight went to the other dimensions.`,
    }));
}
