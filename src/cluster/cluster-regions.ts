import { checkOptions } from "../shared/check.js";
import { optionsError } from "../shared/errors.js";
import { byKey } from "../shared/ids.js";
import { type LongTask, runToEnd } from "../shared/long-task.js";
import { randomStreams } from "../shared/random.js";
import { extendRecipe } from "../shared/recipe.js";
import { schemaVersion } from "../shared/schema-version.js";
import { mean } from "../shared/statistics.js";
import { isEuclidean } from "../space/euclid.js";
import { pairAt } from "../space/pair-index.js";
import type { StructuralSpace } from "../space/structural-space.js";
import { vintageOf } from "../table/vintage.js";
import type { Cloud } from "./cloud.js";
import { type ClusterChoices, type ClusterOptions, clusterSchema, startsFor } from "./cluster-options.js";
import { type ComparableRegions, takeComparable } from "./comparable-regions.js";
import { distinguish, measureOverall, nameFrom, notable, type Overall } from "./distinctions.js";
import { divide } from "./divide.js";
import type { Division } from "./division.js";
import { leafOrder, movePoints } from "./merges.js";
import { numberClusters } from "./number-clusters.js";
import { type Silhouettes, silhouettesOf } from "./silhouette.js";
import type { Cluster, TypedRegion, Typology } from "./typology.js";
import { typologyNotes } from "./typology-notes.js";
import { validityOf } from "./validity.js";

/** A region with a smaller silhouette lies at the border of its type. */
const BORDERLINE = 0.1;

/**
 * Divides the regions of a space into types: clusters of regions that are near to each other in its metric and with its weights.
 *
 * `ward` (`ward.D2`), `average`, `complete` and `single` build a hierarchy and cut it; `k-means` makes the squared gaps to the centres
 * of the types least, `k-medoids` the distances to their medoids, both from many starts. k-means needs a Euclidean metric; Ward's
 * linkage is meant for one, and says so in a note under any other. The answer depends on the seed alone, not on the order of the
 * table: regions are taken by id.
 *
 * Missing cells: the missing rule of the distances. A region with figures for less than the space's `minCoverage` of the weight has no
 * type and is listed in `unassigned`; two others that share less are compared by what they share. A centre rests on the figures that its members have.
 *
 * Source: Murtagh and Legendre (2014) for Ward; Arthur and Vassilvitskii (2007), Hartigan and Wong (1979) for k-means; Kaufman and
 * Rousseeuw (1990), Schubert and Rousseeuw (2021) for k-medoids; Rousseeuw (1987) for silhouettes.
 *
 * @throws {OptionsError} For unknown options, more types than regions at different places, fewer than three comparable regions, or
 * k-means under a metric without centres.
 *
 * @example
 * ```ts
 * const typology = clusterRegions(space, { method: "ward", k: 6 });
 * typology.clusters.map(({ size }) => size); // => [75, 57, 31, 25, 24, 22]
 * typology.clusters[typology.labels.ES21 - 1].medoid; // => "ES11"
 * ```
 */
export function clusterRegions(space: StructuralSpace, options: ClusterOptions): Typology {
  return runToEnd(makeTypology(space, checkOptions(clusterSchema, options, "clusterRegions")));
}

/** `clusterRegions` as a long task, from checked options. */
export function* makeTypology(
  space: StructuralSpace,
  choices: ClusterChoices,
  where = "clusterRegions",
): LongTask<Typology> {
  checkMetric(space, choices.method, where);
  return yield* divideComparable(space, yield* takeComparable(space, where), choices, where);
}

/** The typology of regions that can be compared. */
export function* divideComparable(
  space: StructuralSpace,
  comparable: ComparableRegions,
  choices: ClusterChoices,
  where: string,
): LongTask<Typology> {
  const { method, k, seed } = choices;
  checkCount(k, comparable, where);
  const { cloud } = comparable;
  const searching = { starts: startsFor(choices, cloud.n), openStreams: () => randomStreams(seed) };
  const [division] = yield* divide(cloud, method, [k], searching);
  yield;
  return yield* describeDivision(space, comparable, division!, choices);
}

/** A typology from a division: its clusters numbered, their members named, and how well they are set apart. */
function* describeDivision(
  space: StructuralSpace,
  comparable: ComparableRegions,
  division: Division,
  choices: ClusterChoices,
): LongTask<Typology> {
  const { cloud, regions, positions, unassigned } = comparable;
  const { labels, k } = numberClusters(division.labels);
  const silhouettes = k > 1 ? silhouettesOf(cloud.distances, cloud.n, labels, k) : null;
  yield;
  const validity = validityOf(cloud, labels, k, silhouettes);
  yield;
  const inSpace = regions.map((_, at) => at).sort((a, b) => positions[a]! - positions[b]!);
  const typed = inSpace.map((at): TypedRegion => {
    const { id, name, country } = regions[at]!;
    const silhouette = silhouettes === null ? null : silhouettes.widths[at]!;
    return {
      id,
      name,
      country,
      label: labels[at]! + 1,
      silhouette,
      secondBest: silhouettes === null ? null : silhouettes.second[at]! + 1,
      borderline: silhouette !== null && silhouette < BORDERLINE,
    };
  });
  const overall = measureOverall(space, positions);
  const clusters: Cluster[] = [];
  for (let c = 0; c < k; c++) {
    clusters.push(describeCluster(space, comparable, labels, c, silhouettes, overall));
    yield;
  }
  return {
    schemaVersion,
    method: choices.method,
    metric: space.metric,
    k,
    vintage: vintageOf(space.prepared.framework, space.indicators),
    labels: byKey(
      typed,
      ({ id }) => id,
      ({ label }) => label,
    ),
    clusters,
    regions: typed,
    unassigned,
    validity,
    ...(division.search === null ? {} : { search: division.search }),
    ...hierarchy(division, inSpace, typed),
    notes: typologyNotes(space, typed, clusters, comparable, division, choices),
    recipe: extendRecipe(space.recipe, "typology", choices),
  };
}

/** The hierarchy with regions counted in the order of the typology. */
function hierarchy(
  { merges }: Division,
  inSpace: readonly number[],
  typed: readonly TypedRegion[],
): Pick<Typology, "merges" | "order"> {
  if (merges === null) return {};
  const places: number[] = [];
  inSpace.forEach((at, place) => {
    places[at] = place;
  });
  const moved = movePoints(merges, places);
  return { merges: moved, order: leafOrder(moved).map((place) => typed[place]!.id) };
}

function describeCluster(
  space: StructuralSpace,
  { regions, positions, cloud }: ComparableRegions,
  labels: Uint32Array,
  c: number,
  silhouettes: Silhouettes | null,
  overall: Overall,
): Cluster {
  const members = regions.flatMap((_, at) => (labels[at] === c ? [at] : []));
  const distinctive = notable(
    distinguish(
      space,
      members.map((at) => positions[at]!),
      overall,
    ),
  );
  return {
    label: c + 1,
    name: nameFrom(distinctive, space.indicators),
    size: members.length,
    medoid: regions[medoidOf(cloud, members)]!.id,
    members: members.map((at) => regions[at]!.id),
    distinctive,
    silhouette: silhouettes === null ? null : mean(members.map((at) => silhouettes.widths[at]!)),
  };
}

/** The member with the least sum of distances to the others; of several the first by id. */
function medoidOf({ distances, n }: Cloud, members: readonly number[]): number {
  const sums = new Float64Array(members.length);
  members.forEach((i, a) => {
    for (let b = a + 1; b < members.length; b++) {
      const distance = distances[pairAt(i, members[b]!, n)]!;
      sums[a]! += distance;
      sums[b]! += distance;
    }
  });
  return members[sums.indexOf(Math.min(...sums))]!;
}

/** k-means needs centres. */
export function checkMetric(
  { metric }: StructuralSpace,
  method: ClusterChoices["method"],
  where: string,
): void {
  if (method !== "k-means" || isEuclidean(metric)) return;
  throw optionsError(
    "metric-refused",
    { path: `${where}.method` },
    `k-means expected a metric with centres (squared-euclidean, euclidean or mahalanobis), got ${metric}. Choose k-medoids or a linkage, or build the space with another metric.`,
  );
}

function checkCount(k: number, { regions, distinct }: ComparableRegions, where: string): void {
  if (k <= distinct) return;
  const why =
    distinct < regions.length
      ? `the ${regions.length} regions stand at ${distinct} different ${distinct === 1 ? "place" : "places"}`
      : `there are ${regions.length} regions`;
  throw optionsError(
    "too-many-types",
    { path: `${where}.k` },
    `expected at most ${distinct}, as ${why}, got ${k}. Lower k.`,
  );
}
