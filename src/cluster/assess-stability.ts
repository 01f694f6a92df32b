import { checkOptions } from "../shared/check.js";
import { type LongTask, quietly, runInSlices, runToEnd } from "../shared/long-task.js";
import type { Note } from "../shared/note.js";
import { randomStreams } from "../shared/random.js";
import type { Recipe } from "../shared/recipe.js";
import type { StructuralSpace } from "../space/structural-space.js";
import { bootstrap } from "./bootstrap.js";
import {
  type ClusterMethod,
  countDefaults,
  type StabilityChoices,
  type StabilityOptions,
  stabilitySchema,
  startsFor,
  startsOfDraw,
} from "./cluster-options.js";
import { checkMetric, divideComparable } from "./cluster-regions.js";
import { takeComparable } from "./comparable-regions.js";
import { adviseOn } from "./suggest-cluster-count.js";

/** How stable a type is, by its mean Jaccard similarity: from 0.60, 0.75 and 0.85 on (Hennig 2007). */
export const stabilityBands = ["unstable", "doubtful", "stable", "highly-stable"] as const;
/** One of `stabilityBands`. */
export type StabilityBand = (typeof stabilityBands)[number];

/** How surely one type finds itself again. */
export interface ClusterStability {
  readonly label: number;
  readonly size: number;
  /** The mean Jaccard similarity of the type and the most similar type of a draw; null, as what follows, where no draw holds a member. */
  readonly jaccard: number | null;
  readonly band: StabilityBand | null;
  /** The share of draws in which the similarity is at most 0.5. */
  readonly dissolved: number | null;
  /** The share of draws in which it is above 0.75. */
  readonly recovered: number | null;
}

/** How surely one region belongs to its type. */
export interface RegionStability {
  readonly id: string;
  readonly label: number;
  /** The share of the draws with this region in which it stays with its mates; null where no draw holds it. */
  readonly stays: number | null;
}

/** How stable a typology is when regions come and go. */
export interface Stability {
  readonly method: ClusterMethod;
  readonly k: number;
  readonly draws: number;
  readonly clusters: readonly ClusterStability[];
  readonly regions: readonly RegionStability[];
  readonly notes: readonly Note[];
  readonly recipe: Recipe;
}

/**
 * Asks how stable the types of a space are: regions are drawn with replacement, those that came up are divided anew, and each type looks
 * for itself among the new ones. A type that depends on a few regions dissolves; a region at a border does not stay with its mates.
 * The typology is that of `clusterRegions` with the same method, number and seed.
 *
 * Draw i uses random stream i of the seed. In the draws, k-means and k-medoids make a twentieth of the starts.
 *
 * Source: Hennig (2007), Cluster-wise assessment of cluster stability; the bands are those of R `fpc::clusterboot`, with 0.85 for
 * highly stable.
 *
 * @throws {OptionsError} Rejects as `clusterRegions` throws, and with the signal's reason when aborted.
 *
 * @example
 * ```ts
 * const stability = await assessStability(space, { method: "ward", k: 3, draws: 20 });
 * stability.clusters.map(({ band }) => band); // => ["highly-stable", "highly-stable", "doubtful"]
 * ```
 */
export async function assessStability(
  space: StructuralSpace,
  options: StabilityOptions = {},
): Promise<Stability> {
  const { signal, onProgress, ...rest } = options;
  const choices = checkOptions(stabilitySchema, rest, "assessStability");
  return runInSlices(measureStability(space, choices), { signal, onProgress });
}

/**
 * `assessStability` in one go: the same answer.
 *
 * @throws {OptionsError} As `assessStability` rejects.
 *
 * @example
 * ```ts
 * assessStabilitySync(space, { method: "ward", k: 3, draws: 5 }).draws; // => 5
 * ```
 */
export function assessStabilitySync(space: StructuralSpace, options: StabilityOptions = {}): Stability {
  const { signal, onProgress, ...rest } = options;
  const choices = checkOptions(stabilitySchema, rest, "assessStability");
  return runToEnd(measureStability(space, choices), { signal, onProgress });
}

function* measureStability(space: StructuralSpace, choices: StabilityChoices): LongTask<Stability> {
  const { method, seed, starts, draws } = choices;
  const where = "assessStability";
  checkMetric(space, method, where);
  const comparable = yield* takeComparable(space, where);
  const { cloud, regions } = comparable;
  const k = choices.k ?? (yield* adviseOn(space, comparable, countDefaults(choices), where)).k;
  const typology = yield* quietly(divideComparable(space, comparable, { method, k, seed, starts }, where));
  const labels = Uint32Array.from(regions, ({ id }) => typology.labels[id]! - 1);
  const streams = randomStreams(seed, "stability");
  const fewer = startsOfDraw(startsFor(choices, cloud.n));
  const [recurrence] = yield* bootstrap(cloud, method, [{ labels, k }], draws, fewer, streams);
  const { jaccard, dissolved, recovered, stays } = recurrence!;
  const clusters = typology.clusters.map(({ label, size }, c) => ({
    label,
    size,
    jaccard: orNull(jaccard[c]!),
    band: bandOf(jaccard[c]!),
    dissolved: orNull(dissolved[c]!),
    recovered: orNull(recovered[c]!),
  }));
  const staying = new Map(regions.map(({ id }, at) => [id, stays[at]!]));
  return {
    method,
    k,
    draws,
    clusters,
    regions: typology.regions.map(({ id, label }) => ({ id, label, stays: orNull(staying.get(id)!) })),
    notes: [...typology.notes, ...stabilityNotes(clusters)],
    recipe: { ...space.recipe, call: { name: where, options: { ...choices, k } } },
  };
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

function bandOf(jaccard: number): StabilityBand | null {
  if (Number.isNaN(jaccard)) return null;
  if (jaccard >= 0.85) return "highly-stable";
  if (jaccard >= 0.75) return "stable";
  return jaccard >= 0.6 ? "doubtful" : "unstable";
}

function stabilityNotes(clusters: readonly ClusterStability[]): Note[] {
  const shaky = clusters.filter(({ band }) => band === "unstable").map(({ label }) => label);
  if (shaky.length === 0) return [];
  return [
    {
      code: "unstable-types",
      labels: shaky,
      message: `${shaky.length} of ${clusters.length} types are unstable (types ${shaky.join(", ")}): other regions would have made other types.`,
    },
  ];
}
