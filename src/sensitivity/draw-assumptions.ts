import type { Plan } from "../plan.js";
import type { ImputeOption, NormaliseOption, TreatOption } from "../prepare/prepare-options.js";
import { gamma } from "../shared/gamma.js";
import type { RandomStream } from "../shared/random.js";
import type { Metric } from "../space/metrics.js";
import type { SensitivityChoices } from "./sensitivity-options.js";

/** One set of assumptions: numbers that stand for the choices of a `Menu`; 0 is the plan's own. */
export interface Assumptions {
  /** By dimension: a part of the whole before it is scaled; the weights are these over their sum. */
  readonly parts: readonly number[];
  /** Position of the indicator that is left out; -1 for none. */
  readonly drop: number;
  readonly normalise: number;
  readonly treat: number;
  readonly impute: number;
  readonly metric: number;
}

/** What can be chosen, the plan's own choice first. */
export interface Menu {
  readonly normalise: readonly NormaliseOption[];
  readonly treat: readonly TreatOption[];
  readonly impute: readonly ImputeOption[];
  readonly metric: readonly Metric[];
}

/**
 * The choices that analysts commonly make, beside the plan's. Euclidean and squared Euclidean order regions alike and
 * count as one; codes without order (`hasCodes`) leave no choice of metric.
 */
export function menuOf({ prepare, space }: Plan, hasGaps: boolean, hasCodes: boolean): Menu {
  const squares = space.metric === "euclidean" || space.metric === "squared-euclidean";
  return {
    normalise: distinct<NormaliseOption>([prepare.normalise, "min-max", "z-score", "rank"]),
    treat: distinct<TreatOption>([prepare.treat, "auto", "none"]),
    impute: hasGaps ? distinct<ImputeOption>([prepare.impute, "none", "median"]) : [prepare.impute],
    metric: hasCodes
      ? [space.metric]
      : distinct<Metric>([space.metric, ...(squares ? [] : ["squared-euclidean" as const]), "manhattan"]),
  };
}

function distinct<T>(options: readonly T[]): T[] {
  return [...new Map(options.map((one) => [JSON.stringify(one), one])).values()];
}

/**
 * Draws a set of assumptions. Dimension weights are Dirichlet around the plan's (gammas over their sum); one indicator, or none, is
 * left out; the rest is picked from the menu. Every assumption takes its numbers from the stream whether it varies or not, so that
 * switching one off leaves the others as they are.
 */
export function drawAssumptions(
  weights: readonly number[],
  indicators: number,
  menu: Menu,
  { spread, vary }: SensitivityChoices,
  random: RandomStream,
): Assumptions {
  const concentration = spread > 0 ? 1 / (spread * spread) - 1 : 1;
  const parts = weights.map((weight) => (weight > 0 ? gamma(weight * concentration, random) : 0));
  const drop = random.integer(indicators + 1) - 1;
  const [normalise, treat, impute, metric] = [menu.normalise, menu.treat, menu.impute, menu.metric].map(
    (options) => random.integer(options.length),
  ) as [number, number, number, number];
  return {
    parts: vary.weights && spread > 0 ? parts : weights,
    drop: vary.drop ? drop : -1,
    normalise: vary.normalise ? normalise : 0,
    treat: vary.treat ? treat : 0,
    impute: vary.impute ? impute : 0,
    metric: vary.metric ? metric : 0,
  };
}
