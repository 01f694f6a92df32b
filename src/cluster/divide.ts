import { type LongTask, quietly } from "../shared/long-task.js";
import type { RandomStream } from "../shared/random.js";
import type { Cloud } from "./cloud.js";
import type { ClusterMethod } from "./cluster-options.js";
import type { Division } from "./division.js";
import { kMeans } from "./k-means.js";
import { kMedoids } from "./k-medoids.js";
import { joinAll } from "./linkage.js";
import { groupsAfter } from "./merges.js";

/** What a searching method needs beyond the points: how many starts it makes for each k, and the random numbers of those. */
export interface Searching {
  readonly starts: number;
  /** Opens the streams anew: one a start. */
  readonly openStreams: () => () => RandomStream;
}

/** Divides points into k clusters for every k asked for; a hierarchy is built once and cut. No k is above the number of points. */
export function* divide(
  cloud: Cloud,
  method: ClusterMethod,
  ks: readonly number[],
  { starts, openStreams }: Searching,
): LongTask<Division[]> {
  const { n, euclid } = cloud;
  if (method !== "k-means" && method !== "k-medoids") {
    const merges = yield* joinAll(cloud.distances, n, method, cloud.metric === "squared-euclidean");
    return ks.map((k) => ({ labels: groupsAfter(merges, n, n - k), merges, search: null }));
  }
  const search = (k: number): LongTask<Division> =>
    method === "k-means"
      ? kMeans(cloud, euclid!, k, starts, openStreams())
      : kMedoids(cloud.distances, n, k, starts, openStreams());
  if (ks.length === 1) return [yield* search(ks[0]!)];
  const divisions: Division[] = [];
  for (const k of ks) {
    divisions.push(yield* quietly(search(k)));
    yield { stage: "types", done: divisions.length, total: ks.length };
  }
  return divisions;
}
