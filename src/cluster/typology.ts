import type { Note } from "../shared/note.js";
import type { Recipe } from "../shared/recipe.js";
import type { Text } from "../shared/text.js";
import type { Metric } from "../space/metrics.js";
import type { Vintage } from "../table/vintage.js";
import type { ClusterMethod } from "./cluster-options.js";
import type { UnassignedRegion } from "./comparable-regions.js";
import type { Distinction } from "./distinctions.js";
import type { Search } from "./division.js";
import type { Merge } from "./merges.js";
import type { Validity } from "./validity.js";

/** What every division of regions into types says, whoever made it: the type of each region. */
export interface Labelled {
  /** By region id, from 1. */
  readonly labels: { readonly [regionId: string]: number };
}

/** One type of regions. */
export interface Cluster {
  /** From 1, the largest first. */
  readonly label: number;
  /** Words made of the indicators that set it apart most. */
  readonly name: string;
  readonly size: number;
  /** The most central member: the one with the least sum of distances to the others. */
  readonly medoid: string;
  readonly members: readonly string[];
  /** Where it differs from the mean of all regions by half a standard deviation or more, the most distinctive first. */
  readonly distinctive: readonly Distinction[];
  /** The mean silhouette of the members; null where there is one type only. */
  readonly silhouette: number | null;
}

/** One region in a typology. */
export interface TypedRegion {
  readonly id: string;
  readonly name: Text;
  readonly country: string | null;
  readonly label: number;
  /** From -1 (in the wrong type) to 1 (in the midst of its own); null where there is one type only. */
  readonly silhouette: number | null;
  /** The other type whose members are nearest in the mean. */
  readonly secondBest: number | null;
  /** True where the second-best type is nearly as close as its own, or closer: the silhouette is below 0.1. */
  readonly borderline: boolean;
}

/** Regions divided into types. */
export interface Typology extends Labelled {
  readonly schemaVersion: 1;
  readonly method: ClusterMethod;
  readonly metric: Metric;
  readonly k: number;
  readonly vintage: Vintage;
  readonly clusters: readonly Cluster[];
  /** In the order of the space; `merges` count in this order. */
  readonly regions: readonly TypedRegion[];
  /** The regions that lack too many figures to be compared with all others. */
  readonly unassigned: readonly UnassignedRegion[];
  readonly validity: Validity;
  /** How k-means and k-medoids searched. */
  readonly search?: Search;
  /** The whole hierarchy, in R's convention; ascending heights. */
  readonly merges?: readonly Merge[];
  /** The regions in the order in which a dendrogram draws them. */
  readonly order?: readonly string[];
  readonly notes: readonly Note[];
  readonly recipe: Recipe;
}
