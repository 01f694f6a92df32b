import type { Merge } from "./merges.js";

/** How thoroughly a method searched that can miss the best answer. */
export interface Search {
  /** Every possibility was looked at. */
  readonly exact: boolean;
  readonly starts: number;
  /** How many starts ended at the best that was found; none, where exchanges found a better one. */
  readonly reachedBest: number;
}

/** Points divided into clusters, before the clusters have their numbers. */
export interface Division {
  /** By point, from 0. */
  readonly labels: Uint32Array;
  readonly merges: readonly Merge[] | null;
  /** Null for a method that has one answer. */
  readonly search: Search | null;
}
