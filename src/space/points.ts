import type { Kind } from "../table/framework.js";
import type { Sphere } from "./sphere.js";

/** Regions as points, as the kernels see them: a coordinate is the prepared value of an indicator (under Mahalanobis its sphered value). */
export interface Points {
  /** Regions. */
  readonly n: number;
  /** Indicators. */
  readonly p: number;
  /** Region-major: region i, indicator k at `i * p + k`; 0 where missing, and for indicators without weight. */
  readonly coordinates: Float64Array;
  /** 1 where there is a figure, 0 where it is missing, laid out as `coordinates`; null when nothing with a weight is missing. */
  readonly present: Float64Array | null;
  /** By indicator; they sum to 1. */
  readonly weights: Float64Array;
  /** By indicator, for Gower: what its numbers are, and the range of its prepared values. */
  readonly kinds: readonly Kind[];
  readonly ranges: Float64Array;
  /** For Mahalanobis: the map from prepared values of the indicators with weight to coordinates; null under other metrics. */
  readonly sphere: Sphere | null;
  /** How many indicators have a weight. */
  readonly active: number;
  /** Two regions that share less of the weight have no distance. */
  readonly minCoverage: number;
}

/** The share of the weight of the indicators that both regions have; exactly 1 when they have all. */
export function sharedWeight({ p, present, weights }: Points, i: number, j: number): number {
  if (present === null) return 1;
  let lost = 0;
  for (let k = 0; k < p; k++) if (present[i * p + k]! * present[j * p + k]! === 0) lost += weights[k]!;
  return Math.max(0, 1 - lost);
}

/** Whether so much shared weight is enough. Rounding of its sum must not decide: what equals the minimum is enough. */
export function isCovered(shared: number, minCoverage: number): boolean {
  return shared > 1e-12 && shared >= minCoverage - 1e-12;
}

/** Some of the points, in the order given. */
export function takePoints(points: Points, chosen: readonly number[]): Points {
  const { p } = points;
  const rows = (all: Float64Array): Float64Array => {
    const some = new Float64Array(chosen.length * p);
    chosen.forEach((i, at) => {
      some.set(all.subarray(i * p, (i + 1) * p), at * p);
    });
    return some;
  };
  const present = points.present === null ? null : rows(points.present);
  return {
    ...points,
    n: chosen.length,
    coordinates: rows(points.coordinates),
    present: present?.every((one) => one === 1) ? null : present,
  };
}
