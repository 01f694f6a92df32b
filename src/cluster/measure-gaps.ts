import { type LongTask, quietly } from "../shared/long-task.js";
import { randomStreams } from "../shared/random.js";
import type { Numbered } from "./bootstrap.js";
import { inertiaOf } from "./centres.js";
import { type Cloud, makeCloud } from "./cloud.js";
import type { ClusterCountChoices } from "./cluster-options.js";
import { divide } from "./divide.js";
import { drawReference, fitBox, type Gap, gapOf } from "./gap.js";

/** The gap statistic of one number of clusters. */
export interface CountGap {
  readonly k: number;
  readonly gap: Gap | null;
}

/** The gap statistic of divisions by ascending k; null under a metric without centres. Draw i uses random stream i. */
export function* measureGaps(
  cloud: Cloud,
  divisions: readonly Numbered[],
  { method, seed, draws }: ClusterCountChoices,
  starts: number,
): LongTask<CountGap[] | null> {
  const { euclid, points, metric } = cloud;
  if (euclid === null) return null;
  const box = fitBox(euclid);
  const ks = divisions.map(({ k }) => k);
  const references = ks.map((): number[] => []);
  const nextStream = randomStreams(seed, "gap");
  for (let draw = 0; draw < draws; draw++) {
    const random = nextStream();
    const reference = yield* makeCloud(drawReference(points, euclid, box, random), metric);
    const searching = { starts, openStreams: () => () => random };
    const found = yield* quietly(divide(reference, method, ks, searching));
    found.forEach(({ labels }, at) => {
      references[at]!.push(Math.log(inertiaOf(reference.euclid!, labels, ks[at]!)));
    });
    yield { stage: "gap", done: draw + 1, total: draws };
  }
  return divisions.map(({ k, labels }, at) => ({
    k,
    gap: gapOf(Math.log(inertiaOf(euclid, labels, k)), references[at]!),
  }));
}
