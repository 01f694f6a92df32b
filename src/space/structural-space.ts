import * as z from "zod/mini";
import type { PreparedTable } from "../prepare/prepared-table.js";
import { checkOptions } from "../shared/check.js";
import { issueAt, OptionsError, optionsError } from "../shared/errors.js";
import { type LongTask, runToEnd } from "../shared/long-task.js";
import type { Note } from "../shared/note.js";
import { extendRecipe, type Recipe } from "../shared/recipe.js";
import type { Indicator } from "../table/framework.js";
import type { Region } from "../table/region-table.js";
import { type Weights, weigh } from "../weight/weigh.js";
import type { ClosenessLimits } from "./closeness.js";
import { measureCloseness, noCloseness } from "./closeness-limits.js";
import { type Metric, metricDefinitions, metrics } from "./metrics.js";
import { placePoints } from "./place-points.js";
import type { Points } from "./points.js";

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
 * equal weights count 1. `canberra` sum(w |d| / (|x| + |y|)); `cosine` and `correlation` 1 - s of the weighted profiles; `mahalanobis` the root
 * of d' S⁻¹ d (no weights but 0, complete regions only); `gower` for mixed kinds of indicators, by the rule of R `cluster::daisy`.
 *
 * Missing cells: the sum runs over the indicators that both regions have, times (total weight / shared weight); Chebyshev is not
 * rescaled. Where the shared weight is below `minCoverage` there is no distance.
 *
 * @returns A space whose `coordinates` are those of `Points`.
 * @throws {OptionsError} For unknown options, or weights made for other indicators.
 *
 * @example
 * ```ts
 * const own = buildSpace(prepared, { metric: "manhattan", weights: weigh(prepared, { scheme: "equal" }) });
 * [own.n, own.p, own.metric]; // => [242, 21, "manhattan"]
 * ```
 */
export function buildSpace(prepared: PreparedTable, options: SpaceOptions = {}): StructuralSpace {
  return runToEnd(makeSpace(prepared, options));
}

/** `buildSpace` as a long task. The limits of closeness take most of the time, and may be left out where only the order of regions is asked. */
export function* makeSpace(
  prepared: PreparedTable,
  { weights: weighting = weigh(prepared), ...rest }: SpaceOptions,
  withCloseness = true,
): LongTask<StructuralSpace> {
  const { metric, minCoverage } = checkOptions(spaceSchema, rest, "buildSpace");
  const { regions, indicators } = prepared;
  checkSameIndicators(indicators, weighting);
  checkKinds(indicators, weighting, metric);
  const points = { ...placePoints(prepared, weighting, metric), minCoverage };
  return {
    ...points,
    metric,
    regions,
    indicators,
    prepared,
    weighting,
    closeness: withCloseness ? yield* measureCloseness(points, metric) : noCloseness,
    notes: spaceNotes(weighting, metric),
    recipe: extendRecipe(weighting.recipe, "space", { metric, minCoverage }),
  };
}

/** A metric refuses the kinds that it cannot measure, by name. */
function checkKinds(indicators: readonly Indicator[], weighting: Weights, metric: Metric): void {
  const { kinds } = metricDefinitions[metric];
  const refused = indicators.filter(
    ({ id, kind = "ratio" }) => weighting.indicators[id]! > 0 && !kinds.includes(kind),
  );
  if (refused.length === 0) return;
  throw new OptionsError(
    refused.map(({ id, kind }) =>
      issueAt(
        "kind-refused",
        { path: "buildSpace.metric", indicator: id },
        `${metric} expected indicators that are ${kinds.join(", ")}, got one that is ${kind}. Set metric to "gower", or its weight to 0.`,
      ),
    ),
  );
}

function spaceNotes({ indicators }: Weights, metric: Metric): Note[] {
  const weights = new Set(Object.values(indicators).filter((weight) => weight > 0));
  if (metric !== "mahalanobis" || weights.size <= 1) return [];
  return [
    {
      code: "weights-ignored",
      message:
        "Mahalanobis distance takes no weights: every indicator with a weight counts by its variance and correlations alone.",
    },
  ];
}

/** Weights must be of the indicators that were prepared: no fewer, and none with a weight that would be lost. */
function checkSameIndicators(indicators: readonly Indicator[], weighting: Weights): void {
  const prepared = new Set(indicators.map(({ id }) => id));
  const unweighted = [...prepared].filter((id) => !Object.hasOwn(weighting.indicators, id));
  const lost = Object.keys(weighting.indicators).filter(
    (id) => weighting.indicators[id]! > 0 && !prepared.has(id),
  );
  if (unweighted.length + lost.length === 0) return;
  throw optionsError(
    "foreign-weights",
    { path: "buildSpace.weights" },
    `expected weights of the prepared indicators, got ${unweighted.length > 0 ? `none for ${unweighted.join(", ")}` : ""}${unweighted.length * lost.length > 0 ? " and " : ""}${lost.length > 0 ? `some for ${lost.join(", ")}, which are not prepared` : ""}. Make the weights with weigh(prepared) from the same prepared table.`,
  );
}
