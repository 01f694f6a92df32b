import type { Region } from "../table/region-table.js";
import { allPairs } from "./all-pairs.js";
import type { Metric } from "./metrics.js";
import { startOfRow } from "./pair-index.js";
import { positionOf } from "./position-of.js";
import type { StructuralSpace } from "./structural-space.js";

/**
 * All distances of a space, each pair once: the condensed form of scipy `pdist`, the pairs (0,1), (0,2), ..., (0,n-1), (1,2), ...
 * NaN where a pair shares too little weight.
 */
export interface DistanceMatrix {
  readonly metric: Metric;
  readonly regions: readonly Region[];
  readonly values: Float64Array;
}

/**
 * Measures the distance of every pair of regions, in the metric of the space and with its missing rule.
 *
 * @example
 * ```ts
 * const matrix = measureDistances(space);
 * matrix.values.length; // => (242 * 241) / 2
 * ```
 */
export function measureDistances(space: StructuralSpace): DistanceMatrix {
  return { metric: space.metric, regions: space.regions, values: allPairs(space, space.metric) };
}

/**
 * The distance between two regions of a matrix; null where they share too little weight.
 *
 * @throws {OptionsError} For an unknown region id, with the nearest known.
 *
 * @example
 * ```ts
 * const matrix = measureDistances(space);
 * distanceBetween(matrix, "ES21", "ES22").toFixed(4); // => "0.0155"
 * distanceBetween(matrix, "ES21", "ES63"); // => null
 * ```
 */
export function distanceBetween(matrix: DistanceMatrix, a: string, b: string): number | null {
  const [i, j] = [positionOf(matrix.regions, a), positionOf(matrix.regions, b)].sort((x, y) => x - y) as [
    number,
    number,
  ];
  if (i === j) return 0;
  const n = matrix.regions.length;
  const value = matrix.values[startOfRow(i, n) + j - i - 1]!;
  return Number.isNaN(value) ? null : value;
}
