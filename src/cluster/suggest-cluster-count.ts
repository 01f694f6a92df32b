import { checkOptions } from "../shared/check.js";
import { optionsError } from "../shared/errors.js";
import { type LongTask, runInSlices, runToEnd } from "../shared/long-task.js";
import { randomStreams } from "../shared/random.js";
import { mean } from "../shared/statistics.js";
import type { StructuralSpace } from "../space/structural-space.js";
import { bootstrap, type Numbered } from "./bootstrap.js";
import type { ClusterCountAdvice, ClusterCountCandidate } from "./cluster-count-advice.js";
import { advise } from "./cluster-count-vote.js";
import {
  type ClusterCountChoices,
  type ClusterCountOptions,
  clusterCountSchema,
  startsFor,
  startsOfDraw,
} from "./cluster-options.js";
import { checkMetric } from "./cluster-regions.js";
import { type ComparableRegions, takeComparable } from "./comparable-regions.js";
import { divide } from "./divide.js";
import { measureGaps } from "./measure-gaps.js";
import { numberClusters } from "./number-clusters.js";
import { silhouettesOf } from "./silhouette.js";
import { validityOf } from "./validity.js";

/** The largest number of types that is tried when no other is named. */
const MOST = 15;

/**
 * Asks six criteria how many types the regions of a space fall into: silhouette, Calinski-Harabasz and Dunn (highest), Davies-Bouldin
 * (lowest), the gap statistic (rule of the paper; it can also answer 1, no types at all) and bootstrap stability (the most types that
 * are all stable, mean Jaccard similarity 0.75 or more). Each names its choice or none; the answer is the choice with the most votes,
 * and the result shows where they disagree.
 *
 * `draws` reference draws for the gap (uniform over the box along the principal axes) and as many bootstrap draws. In the draws,
 * k-means and k-medoids make a twentieth of the starts. Draw i uses random stream i of the seed.
 *
 * Missing cells: as `clusterRegions`; reference draws miss the same cells.
 *
 * @throws {OptionsError} For unknown options, an empty range, fewer than three comparable regions, regions all at one place, k-means
 * under a metric without centres; with the signal's reason when aborted (from `onProgress`).
 *
 * @example
 * ```ts
 * const advice = suggestClusterCount(space, { from: 2, to: 8, draws: 10 });
 * advice.k; // => 3
 * advice.votes[0]; // => { k: 3, criteria: ["silhouette", "davies-bouldin", "gap"] }
 * advice.agreement; // => "split"
 * ```
 */
export function suggestClusterCount(
  space: StructuralSpace,
  options: ClusterCountOptions = {},
): ClusterCountAdvice {
  const { signal, onProgress, ...rest } = options;
  const choices = checkOptions(clusterCountSchema, rest, "suggestClusterCount");
  return runToEnd(makeAdvice(space, choices), { signal, onProgress });
}

/**
 * `suggestClusterCount` for many regions: the same answer, computed in slices between which the event loop runs.
 *
 * @throws {OptionsError} As `suggestClusterCount`; rejects with the signal's reason when aborted.
 *
 * @example
 * ```ts
 * const stages = new Set();
 * await suggestClusterCountAsync(space, { to: 4, draws: 5, onProgress: ({ stage }) => stages.add(stage) });
 * [...stages]; // => ["types", "gap", "stability"]
 * ```
 */
export async function suggestClusterCountAsync(
  space: StructuralSpace,
  options: ClusterCountOptions = {},
): Promise<ClusterCountAdvice> {
  const { signal, onProgress, ...rest } = options;
  const choices = checkOptions(clusterCountSchema, rest, "suggestClusterCount");
  return runInSlices(makeAdvice(space, choices), { signal, onProgress });
}

/** `suggestClusterCount` as a long task, from checked options. */
export function* makeAdvice(
  space: StructuralSpace,
  choices: ClusterCountChoices,
  where = "suggestClusterCount",
): LongTask<ClusterCountAdvice> {
  checkMetric(space, choices.method, where);
  return yield* adviseOn(space, yield* takeComparable(space, where), choices, where);
}

/** The advice on regions that can be compared. */
export function* adviseOn(
  space: StructuralSpace,
  comparable: ComparableRegions,
  choices: ClusterCountChoices,
  where: string,
): LongTask<ClusterCountAdvice> {
  const { method, seed, draws } = choices;
  const { cloud } = comparable;
  const ks = rangeOf(choices, comparable, where);
  const starts = startsFor(choices, cloud.n);
  const searching = { starts, openStreams: () => randomStreams(seed) };
  const divisions = (yield* divide(cloud, method, ks, searching)).map(({ labels }) => numberClusters(labels));
  yield { stage: "types", done: ks.length, total: ks.length };
  // The rule of the gap statistic looks at neighbouring numbers, from 1 on where it can.
  const whole = { labels: new Uint32Array(cloud.n), k: 1 };
  const withWhole = ks[0] === 2 ? [whole, ...divisions] : divisions;
  const gaps = yield* measureGaps(cloud, withWhole, choices, startsOfDraw(starts));
  const streams = randomStreams(seed, "stability");
  const recurrences = yield* bootstrap(cloud, method, divisions, draws, startsOfDraw(starts), streams);
  const candidates = divisions.map((division, at): ClusterCountCandidate => {
    const gap = gaps?.find(({ k }) => k === division.k)?.gap ?? null;
    // A type whose members no draw holds says nothing of its stability.
    const { jaccard } = recurrences[at]!;
    const seen = division.labels.filter((c) => !Number.isNaN(jaccard[c]!));
    return {
      ...judge(comparable, division),
      gap: gap?.gap ?? null,
      gapError: gap?.error ?? null,
      stability: mean(Array.from(seen, (c) => jaccard[c]!)),
      weakest: Math.min(...jaccard.filter((one) => !Number.isNaN(one))),
    };
  });
  return advise(space, choices, candidates, gaps);
}

function judge(
  { cloud }: ComparableRegions,
  { labels, k }: Numbered,
): Omit<ClusterCountCandidate, "gap" | "gapError" | "stability" | "weakest"> {
  const silhouettes = silhouettesOf(cloud.distances, cloud.n, labels, k);
  const { silhouette, calinskiHarabasz, daviesBouldin, dunn } = validityOf(cloud, labels, k, silhouettes);
  return { k, silhouette, calinskiHarabasz, daviesBouldin, dunn };
}

/** The numbers of types to try: at least two, and fewer than the different places, where every region would be a type. */
function rangeOf(
  { from, to }: ClusterCountChoices,
  { distinct, regions }: ComparableRegions,
  where: string,
): number[] {
  const last = Math.min(to ?? MOST, Math.max(distinct - 1, 2));
  if (distinct < 2) {
    throw optionsError(
      "one-place",
      { path: where },
      `expected regions at different places, got ${regions.length} that are all alike: there are no types.`,
    );
  }
  if (from > last) {
    const why =
      to !== undefined && to <= last ? "to" : `${last}, as the regions stand at ${distinct} different places`;
    throw optionsError(
      "empty-range",
      { path: `${where}.from` },
      `expected at most ${why === "to" ? `to (${to})` : why}, got ${from}. Lower from${why === "to" ? " or raise to" : ""}.`,
    );
  }
  return Array.from({ length: last - from + 1 }, (_, at) => from + at);
}
