import type { LongTask } from "../shared/long-task.js";
import { selectQuantile } from "../shared/statistics.js";
import { measurePairs } from "./all-pairs.js";
import { type Metric, metricDefinitions } from "./metrics.js";
import type { Points } from "./points.js";
import { eachPair, isSampled } from "./sample-pairs.js";

/**
 * How near two regions stand among all pairs of the space: within the nearest 1 %, 5 %, 20 %, or beyond.
 */
export const closenessWords = ["very-close", "close", "comparable", "distant"] as const;
export type Closeness = (typeof closenessWords)[number];

/** The distances up to which a pair is very close, close and comparable; null in a space in which no pair has a distance. */
export interface ClosenessLimits {
  readonly veryClose: number | null;
  readonly close: number | null;
  readonly comparable: number | null;
  /** How many pairs the limits were read from, and whether these are a seeded sample of all pairs. */
  readonly pairs: number;
  readonly sampled: boolean;
}

/** The limits in a space in which no pair has a distance, or none was measured. */
export const noCloseness: ClosenessLimits = {
  veryClose: null,
  close: null,
  comparable: null,
  pairs: 0,
  sampled: false,
};

/**
 * Reads the limits off the distances of all pairs: their quantiles (type 7) at 1 %, 5 % and 20 %. Above 2,000 regions a
 * seeded sample of 200,000 pairs stands for all.
 */
export function* measureCloseness(points: Points, metric: Metric): LongTask<ClosenessLimits> {
  const sampled = isSampled(points.n);
  const all = yield* sampled ? sampleDistances(points, metric) : measurePairs(points, metric);
  const distances = points.present === null ? all : all.filter((value) => !Number.isNaN(value));
  const pairs = distances.length;
  if (pairs === 0) return { ...noCloseness, sampled };
  const limits: number[] = [];
  let right = pairs - 1;
  // The largest first: what is below it then stands before it, and is all that the next is sought in.
  for (const p of [0.2, 0.05, 0.01]) {
    yield;
    const at = Math.floor((pairs - 1) * p);
    limits.push(selectQuantile(distances, p, at, right));
    right = at;
  }
  const [comparable, close, veryClose] = limits as [number, number, number];
  return { veryClose, close, comparable, pairs, sampled };
}

/** The word for a distance in this space. */
export function closenessOf(distance: number, limits: ClosenessLimits): Closeness {
  if (limits.veryClose !== null && distance <= limits.veryClose) return "very-close";
  if (limits.close !== null && distance <= limits.close) return "close";
  if (limits.comparable !== null && distance <= limits.comparable) return "comparable";
  return "distant";
}

function* sampleDistances(points: Points, metric: Metric): LongTask<Float64Array> {
  const { row } = metricDefinitions[metric];
  const distances: number[] = [];
  const one = new Float64Array(1);
  yield* eachPair(points.n, (i, j) => {
    row(points, i, j, j + 1, one, 0);
    distances.push(one[0]!);
  });
  return Float64Array.from(distances);
}
