import * as z from "zod/mini";
import type { PreparedTable } from "../prepare/prepare.js";
import { checkOptions } from "../shared/check.js";
import { optionsError } from "../shared/errors.js";
import type { Note } from "../shared/note.js";
import { extendRecipe, type Recipe } from "../shared/recipe.js";
import type { Indicator } from "../table/framework.js";
import type { Region } from "../table/region-table.js";
import { type Weights, weigh } from "../weight/weigh.js";
import { type ClosenessLimits, measureCloseness } from "./closeness-limits.js";
import { type Metric, metrics, type Points } from "./metrics.js";

/** Options of `buildSpace`. */
export interface SpaceOptions {
  /** Default `"squared-euclidean"`. */
  readonly metric?: Metric | undefined;
  /** Default `weigh(prepared)`: equal by dimension. */
  readonly weights?: Weights | undefined;
  /** Two regions have a distance only if they share at least this part of the weight; default 0.66. */
  readonly minCoverage?: number | undefined;
}

/** The options of `buildSpace` that a plan holds, with the defaults filled in. */
export interface SpaceChoices {
  readonly metric: Metric;
  readonly minCoverage: number;
}

/**
 * Regions as points: one coordinate an indicator, a weight for each, and the metric between them. With its `prepared` table and
 * `weights` it holds all that a question asked of it needs.
 */
export interface StructuralSpace extends Points {
  readonly metric: Metric;
  readonly regions: readonly Region[];
  readonly indicators: readonly Indicator[];
  readonly prepared: PreparedTable;
  readonly weighting: Weights;
  /** Which distances count as very close, close and comparable in this space. */
  readonly closeness: ClosenessLimits;
  readonly notes: readonly Note[];
  readonly recipe: Recipe;
}

/** The schema of `SpaceChoices`, with the defaults. */
export const spaceSchema: z.ZodMiniType<SpaceChoices> = z.strictObject({
  metric: z._default(z.enum(metrics), "squared-euclidean"),
  minCoverage: z._default(z.number().check(z.minimum(0), z.maximum(1)), 0.66),
});

/**
 * Builds the structural space: prepared columns, weights and a metric.
 *
 * With weights w that sum to 1 and gaps d between two regions on the prepared scale: `squared-euclidean` sum(w d²) (default, the
 * reconstruction of the original index), `euclidean` its root, `manhattan` sum(w |d|), `chebyshev` the largest w |d| scaled so that
 * equal weights count 1.
 *
 * Missing cells: the sum runs over the indicators that both regions have, times (total weight / shared weight); Chebyshev is not
 * rescaled. Where the shared weight is below `minCoverage` there is no distance.
 *
 * @returns A space whose `coordinates` are region-major (region i, indicator k at `i * p + k`), NaN where missing.
 * @throws {OptionsError} For unknown options, or weights made for other indicators.
 *
 * @example
 * ```ts
 * const own = buildSpace(prepared, { metric: "manhattan", weights: weigh(prepared, { scheme: "equal" }) });
 * own.n; // => 242
 * ```
 */
export function buildSpace(prepared: PreparedTable, options: SpaceOptions = {}): StructuralSpace {
  const { weights: weighting = weigh(prepared), ...rest } = options;
  const { metric, minCoverage } = checkOptions(spaceSchema, rest, "buildSpace");
  const { regions, indicators } = prepared;
  const foreign = indicators.find(({ id }) => !Object.hasOwn(weighting.indicators, id));
  if (foreign !== undefined) {
    throw optionsError(
      "foreign-weights",
      { path: "buildSpace.weights", indicator: foreign.id },
      "expected a weight for every prepared indicator, got none for this one. Make the weights with weigh(prepared) from the same table.",
    );
  }
  const n = regions.length;
  const p = indicators.length;
  const coordinates = new Float64Array(n * p);
  const weights = Float64Array.from(indicators, ({ id }) => weighting.indicators[id]!);
  let complete = true;
  indicators.forEach(({ id }, k) => {
    const column = prepared.columns[id]!;
    const counts = weights[k]! > 0;
    for (let i = 0; i < n; i++) {
      const value = column[i]!;
      // A weightless indicator says nothing; kept out of the arithmetic, its gaps cost no coverage either.
      coordinates[i * p + k] = value ?? (counts ? NaN : 0);
      if (value === null && counts) complete = false;
    }
  });
  const points = { n, p, coordinates, weights, complete, minCoverage };
  return {
    ...points,
    metric,
    regions,
    indicators,
    prepared,
    weighting,
    closeness: measureCloseness(points, metric),
    notes: [],
    recipe: extendRecipe(weighting.recipe, "space", { metric, minCoverage }),
  };
}
