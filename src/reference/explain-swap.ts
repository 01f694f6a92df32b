import { optionsError } from "../shared/errors.js";
import { percent } from "../shared/percent.js";
import { type Metric, metricDefinitions, metrics } from "../space/metrics.js";
import { positionOf } from "../space/position-of.js";
import type { StructuralSpace } from "../space/structural-space.js";

/** What one dimension says of two regions, and what its weight would have to be. */
export interface SwapDimension {
  readonly id: string;
  /** The distance of the target to a and to b in this dimension alone (squared, under Euclidean). */
  readonly toA: number;
  readonly toB: number;
  /** Its weight now, and after the smallest change; the same where no change is possible. */
  readonly weight: number;
  readonly changed: number;
}

/** What would put region b before region a. */
export interface Swap {
  readonly target: string;
  readonly a: string;
  readonly b: string;
  /** `already`: b is as near as a, or nearer; `possible`: a change of weights does it; `impossible`: none does. */
  readonly verdict: "already" | "possible" | "impossible";
  /** How much weight must move between dimensions (of 1) until both are equally near; any more puts b first. Null where impossible. */
  readonly shift: number | null;
  readonly dimensions: readonly SwapDimension[];
  /** The indicators that were compared: those that all three regions have. */
  readonly compared: number;
  /** The above in a sentence. */
  readonly sentence: string;
}

/** A weight moves a distance by so much as it is moved itself. */
const LINEAR: readonly Metric[] = metrics.filter((metric) => metricDefinitions[metric].linear);

const ROUNDING = 1e-12;

/**
 * Asks what would put region `b` before region `a` in the target's list: the smallest weight that must move between dimensions, or the
 * proof that none does (b is no nearer than a in any dimension). Within a dimension the indicators keep the proportions of their weights.
 *
 * A distance is the sum of what the dimensions say, each times its weight; so weight moves to the dimension that speaks most for b,
 * from those that speak most against it, until both regions are equally near. No other change moves less weight in sum.
 *
 * Missing cells: the three are compared by the indicators that all of them have.
 *
 * @throws {OptionsError} For unknown regions, the same region twice, and metrics whose distance is not linear in the weights.
 *
 * @example
 * ```ts
 * const swap = explainSwap(space, "ES21", "ES12", "BE22");
 * swap.verdict; // => "possible"
 * swap.shift.toFixed(3); // => "0.124"
 * ```
 */
export function explainSwap(space: StructuralSpace, targetId: string, a: string, b: string): Swap {
  if (!LINEAR.includes(space.metric)) {
    throw optionsError(
      "metric-refused",
      { path: "explainSwap" },
      `expected a metric whose distances add up by weight (${LINEAR.join(", ")}), got ${space.metric}. Build the space with one of these.`,
    );
  }
  const t = positionOf(space.regions, targetId, "target");
  const [i, j] = [positionOf(space.regions, a, "a"), positionOf(space.regions, b, "b")];
  if (new Set([t, i, j]).size < 3) {
    throw optionsError(
      "same-region",
      { path: "explainSwap" },
      `expected three different regions, got ${targetId}, ${a} and ${b}.`,
    );
  }
  const { views, compared } = viewsOf(space, t, i, j);
  if (compared === 0) {
    throw optionsError(
      "nothing-in-common",
      { path: "explainSwap" },
      `expected figures that all of ${targetId}, ${a} and ${b} have, got none.`,
    );
  }
  const { changed, shift, verdict } = moveWeight(views);
  const dimensions = views.map((one, d) => ({ ...one, changed: changed[d]! }));
  const swap = { target: targetId, a, b, verdict, shift, dimensions, compared };
  return { ...swap, sentence: sentenceOf(swap) };
}

type View = Omit<SwapDimension, "changed">;

/** What each dimension says of the two regions, by the indicators that all three have; their weights sum to 1. */
function viewsOf(
  space: StructuralSpace,
  t: number,
  i: number,
  j: number,
): { readonly views: View[]; readonly compared: number } {
  const { p, weights, present, indicators, prepared } = space;
  const { terms } = metricDefinitions[space.metric];
  const [ofA, ofB] = [new Float64Array(p), new Float64Array(p)];
  terms(space, t, i, ofA);
  terms(space, t, j, ofB);
  const common = indicators
    .map((_, k) => k)
    .filter((k) => {
      return weights[k]! > 0 && (present === null || [t, i, j].every((r) => present[r * p + k] === 1));
    });
  const whole = common.reduce((sum, k) => sum + weights[k]!, 0);
  const views = prepared.framework.dimensions.flatMap(({ id }): View[] => {
    const own = common.filter((k) => indicators[k]!.dimension === id);
    const weight = own.reduce((sum, k) => sum + weights[k]!, 0);
    if (weight === 0) return [];
    const alone = (parts: Float64Array): number => own.reduce((sum, k) => sum + parts[k]!, 0) / weight;
    return [{ id, toA: alone(ofA), toB: alone(ofB), weight: weight / whole }];
  });
  return { views, compared: common.length };
}

/** Moves weight from the dimensions that speak most against b to the one that speaks most for it, until both are equally near. */
function moveWeight(views: readonly View[]): {
  readonly changed: number[];
  readonly shift: number | null;
  readonly verdict: Swap["verdict"];
} {
  const gaps = views.map(({ toA, toB }) => lagOf(toA, toB));
  const changed = views.map(({ weight }) => weight);
  const whole = (side: "toA" | "toB"): number => views.reduce((sum, one) => sum + one[side] * one.weight, 0);
  let behind = lagOf(whole("toA"), whole("toB"));
  if (behind <= 0) return { changed, shift: 0, verdict: "already" };
  const best = gaps.indexOf(Math.min(...gaps));
  if (gaps[best]! >= 0) return { changed, shift: null, verdict: "impossible" };
  let shift = 0;
  for (const d of gaps.map((_, at) => at).sort((x, y) => gaps[y]! - gaps[x]!)) {
    const gain = gaps[d]! - gaps[best]!;
    if (gain <= 0) break;
    const [there, needed] = [changed[d]!, behind / gain];
    const moved = Math.min(there, needed);
    changed[d]! -= moved;
    changed[best]! += moved;
    shift += moved;
    if (needed <= there * (1 + ROUNDING)) break;
    behind -= moved * gain;
  }
  return { changed, shift, verdict: "possible" };
}

/** How much further b is than a. Rounding must not decide: distances that differ by no more are equal. */
function lagOf(toA: number, toB: number): number {
  const lag = toB - toA;
  return Math.abs(lag) <= ROUNDING * Math.max(toA, toB) ? 0 : lag;
}

function sentenceOf({ target, a, b, verdict, shift, dimensions }: Omit<Swap, "sentence">): string {
  if (verdict === "already") return `${b} is as near to ${target} as ${a} already, or nearer.`;
  if (verdict === "impossible")
    return `No weights of the dimensions put ${b} before ${a}: it is no nearer to ${target} in any of them.`;
  const told = dimensions
    .filter(({ weight, changed }) => weight !== changed)
    .map(({ id, weight, changed }) => `${id} from ${percent(weight)} to ${percent(changed)}`);
  return `${b} comes before ${a} as soon as more than ${percent(shift!)} of the weight moves: ${told.join(", ")}.`;
}
