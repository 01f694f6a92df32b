import type { LongTask } from "../shared/long-task.js";
import { selectQuantile } from "../shared/statistics.js";
import { measurePairs } from "./all-pairs.js";
import type { ClosenessLimits } from "./closeness.js";
import { type Metric, metricDefinitions } from "./metrics.js";
import type { Points } from "./points.js";
import { eachPair, isSampled } from "./sample-pairs.js";

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
