import type { LongTask } from "../shared/long-task.js";
import { measurePairs } from "../space/all-pairs.js";
import { type Euclid, euclidOf } from "../space/euclid.js";
import type { Metric } from "../space/metrics.js";
import { pairAt } from "../space/pair-index.js";
import { type Points, takePoints } from "../space/points.js";

/** Points to divide into clusters, in the order of their ids, so that no result depends on the order of a table. */
export interface Cloud {
  readonly n: number;
  readonly points: Points;
  readonly metric: Metric;
  /** The distances of all pairs, condensed as `DistanceMatrix`. */
  readonly distances: Float64Array;
  /** Where the metric is Euclidean: the coordinates in which it is the plain one. */
  readonly euclid: Euclid | null;
}

/** Measures the distances of points. */
export function* makeCloud(points: Points, metric: Metric): LongTask<Cloud> {
  const distances = yield* measurePairs(points, metric);
  return { n: points.n, points, metric, distances, euclid: euclidOf(points, metric) };
}

/** Some of the points; their distances are those of the whole cloud. `chosen` ascends. */
export function takeCloud(cloud: Cloud, chosen: readonly number[]): Cloud {
  const { n, metric } = cloud;
  const points = takePoints(cloud.points, chosen);
  const distances = new Float64Array((chosen.length * (chosen.length - 1)) / 2);
  let o = 0;
  for (let a = 0; a < chosen.length; a++)
    for (let b = a + 1; b < chosen.length; b++)
      distances[o++] = cloud.distances[pairAt(chosen[a]!, chosen[b]!, n)]!;
  return { n: chosen.length, points, metric, distances, euclid: euclidOf(points, metric) };
}
