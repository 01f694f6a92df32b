import type { Plan } from "../plan.js";
import { prepare } from "../prepare/prepare.js";
import { type Metric, metricDefinitions } from "../space/metrics.js";
import { placePoints } from "../space/place-points.js";
import { isCovered, type Points } from "../space/points.js";
import type { RegionTable } from "../table/region-table.js";
import { type Weights, weigh } from "../weight/weigh.js";
import type { Assumptions, Menu } from "./draw-assumptions.js";

/** Distances from the target under any set of assumptions; NaN where two regions share too little weight. */
export type Measure = (assumptions: Assumptions, out: Float64Array) => void;

/** Metrics whose distance is a sum over indicators, each its weight times what only the two figures decide. */
const LINEAR: readonly Metric[] = ["squared-euclidean", "euclidean", "manhattan", "canberra"];

/**
 * What the target is from all others under one way to prepare and one metric. Where distances add up, the indicators of a dimension
 * are summed once, with the weights that they have inside it; a draw of weights then only adds up the dimensions.
 */
type World = (parts: readonly number[], drop: number, out: Float64Array) => void;

/** Prepares each combination of choices once, when it is first asked for. */
export function openWorlds(
  table: RegionTable,
  plan: Plan,
  menu: Menu,
  target: number,
  dimensions: readonly string[],
): Measure {
  const prepareOnce = remember((normalise: number, treat: number, impute: number) => {
    const prepared = prepare(table, {
      ...plan.prepare,
      normalise: menu.normalise[normalise]!,
      treat: menu.treat[treat]!,
      impute: menu.impute[impute]!,
    });
    return { prepared, weights: weigh(prepared, plan.weigh) };
  });
  const openOnce = remember((normalise: number, treat: number, impute: number, metric: number) => {
    const { prepared, weights } = prepareOnce(normalise, treat, impute);
    const points = placePoints(prepared, weights, menu.metric[metric]!);
    const of = prepared.indicators.map((one) => dimensions.indexOf(one.dimension));
    const covered = { ...points, minCoverage: plan.space.minCoverage };
    return openWorld(covered, menu.metric[metric]!, target, of, dimensions, weights);
  });
  return ({ parts, drop, normalise, treat, impute, metric }, out) =>
    openOnce(normalise, treat, impute, metric)(parts, drop, out);
}

/** Makes what belongs to a combination of choices when it is first asked for, and keeps it. */
function remember<K extends number[], T>(make: (...choices: K) => T): (...choices: K) => T {
  const made = new Map<string, T>();
  return (...choices) => {
    const key = choices.join(" ");
    if (!made.has(key)) made.set(key, make(...choices));
    return made.get(key)!;
  };
}

function openWorld(
  points: Points,
  metric: Metric,
  target: number,
  of: readonly number[],
  dimensions: readonly string[],
  weights: Weights,
): World {
  const whole = dimensions.map((id) => weights.dimensions[id]!);
  // The weight of an indicator inside its dimension.
  const inner = Float64Array.from(points.weights, (weight, k) => (weight > 0 ? weight / whole[of[k]!]! : 0));
  return LINEAR.includes(metric)
    ? linearWorld(points, metric, target, of, inner, dimensions.length)
    : anyWorld(points, metric, target, of, inner);
}

/** Measures every distance anew, with the weights of the draw. */
function anyWorld(
  points: Points,
  metric: Metric,
  target: number,
  of: readonly number[],
  inner: Float64Array,
): World {
  const { row } = metricDefinitions[metric];
  return (parts, drop, out) => {
    const left = leftWithout(parts, drop, of, inner);
    const weights = inner.map((share, k) => (k === drop ? 0 : share * left.parts[of[k]!]!));
    if (left.dimension >= 0)
      for (let k = 0; k < weights.length; k++) if (of[k] === left.dimension) weights[k]! /= left.inside;
    const active = weights.filter((weight) => weight > 0).length;
    row({ ...points, weights, active }, target, 0, points.n, out, 0);
  };
}

function linearWorld(
  points: Points,
  metric: Metric,
  target: number,
  of: readonly number[],
  inner: Float64Array,
  count: number,
): World {
  const { n, p, present, minCoverage } = points;
  const { terms: fill } = metricDefinitions[metric];
  const parts = new Float64Array(p * n);
  const shared = present === null ? null : new Float64Array(p * n);
  const sums = new Float64Array(count * n);
  const covered = new Float64Array(count * n);
  const terms = new Float64Array(p);
  const unweighted = { ...points, weights: inner };
  for (let j = 0; j < n; j++) {
    fill(unweighted, target, j, terms);
    for (let k = 0; k < p; k++) {
      if (inner[k] === 0 || Number.isNaN(terms[k]!)) continue;
      parts[k * n + j] = terms[k]!;
      if (shared !== null) shared[k * n + j] = inner[k]!;
      sums[of[k]! * n + j]! += terms[k]!;
      covered[of[k]! * n + j]! += inner[k]!;
    }
  }
  return (drawn, drop, out) => {
    const left = leftWithout(drawn, drop, of, inner);
    const weightOf = new Float64Array(n);
    out.fill(0);
    left.parts.forEach((part, d) => {
      if (part === 0) return;
      const isThinned = d === left.dimension;
      const scale = isThinned ? part / left.inside : part;
      for (let j = 0; j < n; j++) {
        const gone = isThinned ? parts[drop * n + j]! : 0;
        out[j]! += scale * Math.max(0, sums[d * n + j]! - gone);
        if (shared !== null)
          weightOf[j]! += scale * (covered[d * n + j]! - (isThinned ? shared[drop * n + j]! : 0));
      }
    });
    if (shared === null) return;
    for (let j = 0; j < n; j++) {
      const share = weightOf[j]!;
      out[j] = isCovered(share, minCoverage) ? out[j]! / share : NaN;
    }
  };
}

/**
 * The dimension weights that are left without an indicator, adding to 1: the indicators beside it share its part; a dimension that is
 * left with none gives its part to the others.
 */
function leftWithout(
  drawn: readonly number[],
  drop: number,
  of: readonly number[],
  inner: Float64Array,
): { readonly parts: readonly number[]; readonly dimension: number; readonly inside: number } {
  const lost = drop < 0 ? 0 : inner[drop]!;
  const inside = 1 - lost;
  const isEmptied = inside <= 1e-12;
  const parts = isEmptied ? drawn.map((part, d) => (d === of[drop] ? 0 : part)) : drawn;
  const total = parts.reduce((sum, part) => sum + part, 0);
  // Where nothing else is left, the indicator cannot be left out.
  if (total === 0) return { parts: scaled(drawn), dimension: -1, inside: 1 };
  return { parts: scaled(parts), dimension: lost > 0 && !isEmptied ? of[drop]! : -1, inside };
}

function scaled(parts: readonly number[]): number[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / total);
}
