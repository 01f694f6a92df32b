import type { PreparedTable } from "../../prepare/prepared-table.js";
import { groupBy } from "../../shared/group-by.js";
import { type Metric, metricDefinitions } from "../../space/metrics.js";
import { placePoints } from "../../space/place-points.js";
import type { Weights } from "../../weight/weigh.js";
import { type ElementSums, readSaid, type Said, sumElements } from "./element-sums.js";

/** All other regions as a target sees them under one preparation and one metric, whatever the weights. */
export interface Prospect {
  readonly prepared: PreparedTable;
  readonly target: number;
  readonly said: Said;
  /** The positions of the indicators of each element; a dimension without elements is one. */
  readonly elements: readonly (readonly number[])[];
  readonly isOf: (prepared: PreparedTable, metric: Metric, target: number) => boolean;
  /** The sums that were made last, and the weights inside the elements that they were made with. */
  last: { readonly inner: Float64Array; readonly sums: ElementSums } | null;
}

/** Looks out from a target once. */
export function prospectOf(prepared: PreparedTable, metric: Metric, target: number): Prospect {
  const { indicators } = prepared;
  const inert = new Set(prepared.inert.map(({ id }) => id));
  const even = Object.fromEntries(indicators.map(({ id }) => [id, inert.has(id) ? 0 : 1]));
  const weights = { indicators: even } as unknown as Weights;
  const points = { ...placePoints(prepared, weights, metric), minCoverage: 0 };
  const groups = groupBy(indicators.length, (k) =>
    JSON.stringify([indicators[k]!.dimension, indicators[k]!.element ?? ""]),
  );
  return {
    prepared,
    target,
    said: readSaid(points, metricDefinitions[metric].terms, target),
    elements: [...groups.values()],
    isOf: (...asked) => asked[0] === prepared && asked[1] === metric && asked[2] === target,
    last: null,
  };
}

/** Weights as parts of the elements and weights inside them; the sums inside are made anew only where these have changed. */
export function regroup(
  prospect: Prospect,
  weights: Weights,
): { readonly parts: Float64Array; readonly sums: ElementSums } {
  const { prepared, elements, said } = prospect;
  const single = prepared.indicators.map(({ id }) => weights.indicators[id]!);
  const parts = Float64Array.from(elements, (members) => members.reduce((sum, k) => sum + single[k]!, 0));
  const inner = new Float64Array(single.length);
  elements.forEach((members, e) => {
    for (const k of members) inner[k] = parts[e]! > 0 ? single[k]! / parts[e]! : 0;
  });
  const { last } = prospect;
  const same =
    last !== null &&
    elements.every(
      (members, e) => parts[e] === 0 || members.every((k) => Math.abs(last.inner[k]! - inner[k]!) < 1e-13),
    );
  if (same) return { parts, sums: last.sums };
  const sums = sumElements(said, elements, inner, prepared.regions.length);
  prospect.last = { inner, sums };
  return { parts, sums };
}
