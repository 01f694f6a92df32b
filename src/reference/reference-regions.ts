import type { Note } from "../shared/note.js";
import type { Recipe } from "../shared/recipe.js";
import type { Text } from "../shared/text.js";
import type { Closeness } from "../space/closeness.js";
import type { ContributionRule, Metric } from "../space/metrics.js";
import type { Vintage } from "../table/vintage.js";
import type { Contributions, Reasons } from "./contributions.js";
import type { Exclusion } from "./eligibility.js";

/** One reference region: how near it is, on how much evidence, and why. */
export interface ReferenceRegion {
  readonly id: string;
  readonly name: Text;
  readonly country: string | null;
  /** From 1; regions at the same distance share the lowest. */
  readonly rank: number;
  readonly distance: number;
  /** 100 x (1 - distance / 95th percentile of the target's distances), not below 0: for reading only. */
  readonly similarity: number;
  readonly closeness: Closeness;
  /** The share of the weight on which the two could be compared. */
  readonly coverage: number;
  readonly pinned: boolean;
  /** Absent with `explain: false`. */
  readonly contributions?: Contributions;
  /** Up to three indicators each that unite and divide the pair, of different elements; absent with `explain: false`. */
  readonly reasons?: Reasons;
}

/** A region as near as the last one listed, left out by count alone. */
export interface TiedRegion {
  readonly id: string;
  readonly name: Text;
  readonly country: string | null;
  readonly distance: number;
}

/** The target's reference regions, nearest first, with all that was left out. */
export interface ReferenceRegions {
  readonly schemaVersion: 1;
  readonly target: { readonly id: string; readonly name: Text; readonly country: string | null };
  /** The data: framework and years. */
  readonly vintage: Vintage;
  readonly metric: Metric;
  /** How the contributions make the distance under this metric. */
  readonly contributionRule: ContributionRule;
  readonly regions: readonly ReferenceRegion[];
  readonly tied: readonly TiedRegion[];
  readonly excluded: readonly Exclusion[];
  readonly notes: readonly Note[];
  readonly recipe: Recipe;
}
