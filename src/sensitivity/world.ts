import { type Metric, metricDefinitions } from "../space/metrics.js";
import type { Points } from "../space/points.js";
import type { Assumptions } from "./draw-assumptions.js";
import { type DrawnWeights, type Measure, weighDimensions } from "./drawn-weights.js";
import { measureByDimension } from "./measure-by-dimension.js";

/** The regions under one way to prepare and one metric, to be measured under any weights. */
export interface World {
  readonly weigh: (assumptions: Assumptions) => DrawnWeights;
  /** Measures from a target to the others, in their order. */
  readonly from: (target: number, others: Int32Array) => Measure;
}

/** `of` is the dimension of each indicator, `inner` its weight inside that dimension. */
export function openWorld(
  points: Points,
  metric: Metric,
  of: readonly number[],
  inner: Float64Array,
  dimensions: number,
): World {
  const weigh = (drawn: Assumptions): DrawnWeights => weighDimensions(drawn, of, inner);
  const { linear, terms } = metricDefinitions[metric];
  const members = Array.from({ length: dimensions }, (_, d) =>
    [...of.keys()].filter((k) => of[k] === d && inner[k]! > 0),
  );
  const from = (target: number, others: Int32Array): Measure =>
    linear
      ? measureByDimension(points, terms, target, others, members, inner)
      : measureByRow(points, metric, target, others, of, inner);
  return { weigh, from };
}

/** Measures every distance anew, with the weights of the variant. */
function measureByRow(
  points: Points,
  metric: Metric,
  target: number,
  others: Int32Array,
  of: readonly number[],
  inner: Float64Array,
): Measure {
  const { row } = metricDefinitions[metric];
  const { n } = points;
  const whole = new Float64Array(n);
  return (variants, out) => {
    variants.forEach(({ parts, drop }, v) => {
      const weights = inner.map((share, k) => (k === drop ? 0 : share * parts[of[k]!]!));
      const active = weights.filter((weight) => weight > 0).length;
      row({ ...points, weights, active }, target, 0, n, whole, 0);
      for (let o = 0; o < others.length; o++) out[v * others.length + o] = whole[others[o]!]!;
    });
  };
}
