import { type LongTask, runToEnd } from "../shared/long-task.js";
import type { Note } from "../shared/note.js";
import { correlationMatrix } from "../weight/correlations.js";
import type { WeightScheme } from "../weight/weigh-options.js";
import { metricDefinitions } from "./metrics.js";
import { isCovered, sharedWeight } from "./points.js";
import { eachPair, isSampled } from "./sample-pairs.js";
import type { StructuralSpace } from "./structural-space.js";

/** What a weight is on paper, and what it does to the distances. */
export interface WeightEffect {
  readonly id: string;
  readonly nominal: number;
  /** Its mean share of the distance over all pairs of regions. */
  readonly effective: number;
}

/** Two indicators that move together: `strong` from |r| = 0.9, `notable` from 0.7. */
export interface CorrelatedPair {
  readonly a: string;
  readonly b: string;
  readonly correlation: number;
  readonly strength: "strong" | "notable";
}

/** What the weights of a space really do. */
export interface SpaceDescription {
  readonly dimensions: readonly WeightEffect[];
  readonly indicators: readonly WeightEffect[];
  /** The strongest first. */
  readonly correlated: readonly CorrelatedPair[];
  /** How many pairs of regions the effects are the mean of, and whether these are a seeded sample. */
  readonly pairs: number;
  readonly sampled: boolean;
  readonly notes: readonly Note[];
}

/**
 * Describes what the weights of a space really do: for each indicator and dimension its nominal weight and its effective weight, the
 * mean over all pairs of regions of its share of the distance (of the square, under Euclidean and Mahalanobis; of the sum of
 * gaps, under Chebyshev). The two differ because an indicator in which regions spread widely makes more of every distance.
 *
 * Pairs without a distance, and pairs at distance 0, have no shares and are left out. Above 2,000 regions a seeded sample of 200,000
 * pairs stands for all. Correlations are Pearson's, over the regions that have both.
 *
 * Source: OECD/JRC Handbook (2008), section 6, and Becker et al. (2017), Weights and importance in composite indicators.
 *
 * @example
 * ```ts
 * const { dimensions } = describeSpace(space);
 * dimensions.map(({ id }) => id); // => ["social", "economic", "technological", "institutional", "geographic"]
 * ```
 */
export function describeSpace(space: StructuralSpace): SpaceDescription {
  return runToEnd(makeDescription(space));
}

/** `describeSpace` as a long task. */
export function* makeDescription(space: StructuralSpace): LongTask<SpaceDescription> {
  const { p, weights, indicators, prepared, weighting } = space;
  const { terms: fill } = metricDefinitions[space.metric];
  const totals = new Float64Array(p);
  const terms = new Float64Array(p);
  let pairs = 0;
  yield* eachPair(space.n, (i, j) => {
    if (space.present !== null && !isCovered(sharedWeight(space, i, j), space.minCoverage)) return;
    fill(space, i, j, terms);
    let sum = 0;
    for (let k = 0; k < p; k++) sum += Number.isNaN(terms[k]!) ? 0 : terms[k]!;
    if (!(sum > 0)) return;
    for (let k = 0; k < p; k++) if (!Number.isNaN(terms[k]!)) totals[k]! += terms[k]! / sum;
    pairs++;
  });
  const effects = indicators.map(({ id }, k) => ({
    id,
    nominal: weights[k]!,
    effective: pairs === 0 ? 0 : totals[k]! / pairs,
  }));
  const used = [...new Set(indicators.map(({ dimension }) => dimension))];
  const correlated = correlatedPairs(space);
  return {
    dimensions: used.map((id) => ({
      id,
      nominal: weighting.dimensions[id]!,
      effective: effects.reduce(
        (sum, one, k) => (indicators[k]!.dimension === id ? sum + one.effective : sum),
        0,
      ),
    })),
    indicators: effects,
    correlated,
    pairs,
    sampled: isSampled(space.n),
    notes: [
      ...concentration(effects),
      ...repetition(correlated, weighting.scheme),
      ...prepared.notes.filter(({ code }) => code === "constant-indicator"),
    ],
  };
}

function correlatedPairs({ indicators, prepared, weights }: StructuralSpace): CorrelatedPair[] {
  const live = indicators.filter(({ kind }, k) => weights[k]! > 0 && kind !== "nominal");
  const matrix = correlationMatrix(live.map(({ id }) => prepared.columns[id]!));
  const pairs = live.flatMap((a, i) =>
    live.slice(i + 1).map((b, offset) => ({ a: a.id, b: b.id, correlation: matrix[i]![i + 1 + offset]! })),
  );
  return pairs
    .filter(({ correlation }) => Math.abs(correlation) >= 0.7)
    .sort((x, y) => Math.abs(y.correlation) - Math.abs(x.correlation))
    .map((one) => ({ ...one, strength: Math.abs(one.correlation) >= 0.9 ? "strong" : "notable" }));
}

/** The few indicators that carry half of all distance, where they are fewer than a third of those with weight. */
function concentration(effects: readonly WeightEffect[]): Note[] {
  const ordered = [...effects].sort((a, b) => b.effective - a.effective);
  let carried = 0;
  const few: string[] = [];
  for (const { id, effective } of ordered) {
    if (carried >= 0.5) break;
    carried += effective;
    few.push(id);
  }
  const active = effects.filter(({ nominal }) => nominal > 0).length;
  if (few.length === 0 || few.length * 3 > active) return [];
  return [
    {
      code: "concentrated",
      indicators: few,
      of: active,
      message: `${few.length} of ${active} indicators carry half of all distance: ${few.join(", ")}.`,
    },
  ];
}

function repetition(correlated: readonly CorrelatedPair[], scheme: WeightScheme): Note[] {
  const strong = correlated.filter(({ strength }) => strength === "strong");
  if (strong.length === 0) return [];
  const told = strong
    .map(({ a, b, correlation }) => `${a} and ${b} (r = ${correlation.toFixed(2)})`)
    .join(", ");
  const consequence =
    scheme === "redundancy"
      ? "Their weights are shared already."
      : "What they say counts twice; leave one out, or weigh by redundancy.";
  return [
    {
      code: "redundant",
      pairs: strong.map(({ a, b }) => [a, b]),
      correlations: strong.map(({ correlation }) => correlation),
      shared: scheme === "redundancy",
      message: `These indicators say nearly the same: ${told}. ${consequence}`,
    },
  ];
}
