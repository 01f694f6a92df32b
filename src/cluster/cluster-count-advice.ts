import type { Note } from "../shared/note.js";
import type { Recipe } from "../shared/recipe.js";
import type { ClusterMethod } from "./cluster-options.js";
import type { Validity } from "./validity.js";

/** What is asked how many types there are. */
export const clusterCriteria = [
  "silhouette",
  "calinski-harabasz",
  "davies-bouldin",
  "dunn",
  "gap",
  "stability",
] as const;
/** One of `clusterCriteria`. */
export type ClusterCriterion = (typeof clusterCriteria)[number];

/** What the criteria say of one number of types. */
export interface ClusterCountCandidate
  extends Pick<Validity, "silhouette" | "calinskiHarabasz" | "daviesBouldin" | "dunn"> {
  readonly k: number;
  /** The gap statistic and its standard error; null under a metric without centres. */
  readonly gap: number | null;
  readonly gapError: number | null;
  /** The mean bootstrap Jaccard similarity of the types, each counted by its members. */
  readonly stability: number;
  /** That of the least stable type. */
  readonly weakest: number;
}

/** The number of types that one criterion prefers. */
export interface CriterionChoice {
  readonly criterion: ClusterCriterion;
  /** Null where it prefers none; 1 (from the gap statistic) means no types at all. */
  readonly choice: number | null;
  /** Why, in words. */
  readonly reason: string;
}

/** How many types the regions fall into, by several criteria that need not agree. */
export interface ClusterCountAdvice {
  readonly method: ClusterMethod;
  /** The number with the most votes; of several the smallest. */
  readonly k: number;
  /** Most votes first. */
  readonly votes: readonly { readonly k: number; readonly criteria: readonly ClusterCriterion[] }[];
  /** Whether all criteria that chose agree, more than half of them, or not even that. */
  readonly agreement: "all" | "majority" | "split";
  readonly criteria: readonly CriterionChoice[];
  readonly candidates: readonly ClusterCountCandidate[];
  /** The vote in words. */
  readonly sentence: string;
  readonly notes: readonly Note[];
  readonly recipe: Recipe;
}
