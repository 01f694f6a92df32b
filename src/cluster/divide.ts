import type { LongTask } from "../shared/long-task.js";
import type { RandomStream } from "../shared/random.js";
import type { Cloud } from "./cloud.js";
import { squaredDistances } from "./cloud.js";
import type { ClusterMethod } from "./cluster-options.js";
import type { Division } from "./division.js";
import { kMeans } from "./k-means.js";
import { kMedoids } from "./k-medoids.js";
import { joinAll } from "./linkage.js";
import { groupsAfter } from "./merges.js";

/** What a division needs beyond the points: how many starts a searching method makes, and its random numbers. */
export interface Searching {
  readonly starts: number;
  readonly nextStream: () => RandomStream;
}

/** Divides points into k clusters for every k asked for; a hierarchy is built once and cut. No k is above the number of points. */
export function* divide(
  cloud: Cloud,
  method: ClusterMethod,
  ks: readonly number[],
  { starts, nextStream }: Searching,
): LongTask<Division[]> {
  const { n, euclid } = cloud;
  const divisions: Division[] = [];
  if (method === "k-means" || method === "k-medoids") {
    for (const k of ks) {
      divisions.push(
        method === "k-means"
          ? yield* kMeans(euclid!, k, starts, nextStream)
          : yield* kMedoids(cloud.distances, n, k, starts, nextStream),
      );
    }
    return divisions;
  }
  const distances = method === "ward" ? squaredDistances(cloud) : cloud.distances.slice();
  const merges = yield* joinAll(distances, n, method);
  return ks.map((k) => ({ labels: groupsAfter(merges, n, n - k), merges, search: null }));
}
