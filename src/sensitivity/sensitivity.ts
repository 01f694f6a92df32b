import type { Note } from "../shared/note.js";
import type { Recipe } from "../shared/recipe.js";
import type { Text } from "../shared/text.js";
import type { Assumption } from "./sensitivity-options.js";
import type { SobolIndex } from "./sobol.js";

/** How surely one region belongs to the list. */
export interface RegionSensitivity {
  readonly id: string;
  readonly name: Text;
  readonly country: string | null;
  /** Its rank by the plan; null where it has no distance there. */
  readonly rank: number | null;
  /** Whether the plan lists it. */
  readonly listed: boolean;
  /** The share of variants in which it is in the list. */
  readonly inclusion: number;
  /** The ranks that 5 %, 50 % and 95 % of the variants do not exceed; null where it has a distance in none. */
  readonly rankLow: number | null;
  readonly rankMedian: number | null;
  readonly rankHigh: number | null;
  /** The inclusion in words, e.g. "in 97 % of 1,000 variants". */
  readonly words: string;
}

/** How much one assumption moves the list. */
export interface Driver extends SobolIndex {
  /** `weight of <dimension>`, or the name of the assumption. */
  readonly driver: string;
  readonly assumption: Assumption;
  /** Of a weight: the dimension; null for the other assumptions. */
  readonly dimension: string | null;
}

/** An assumption, or an indicator, that changes nothing. */
export interface Inert {
  readonly kind: "assumption" | "indicator";
  readonly id: string;
  readonly reason: string;
}

/** How sure a list of reference regions is. */
export interface Sensitivity {
  readonly schemaVersion: 1;
  readonly target: string;
  readonly draws: number;
  /** Every region that is in the list of some variant: those of the plan's list by rank, then the others, most often in first. */
  readonly regions: readonly RegionSensitivity[];
  /** By total effect on the shift of the list (mean change of rank of the plan's regions), the strongest first. */
  readonly drivers: readonly Driver[];
  readonly inert: readonly Inert[];
  /** The lists of the first variants, nearest first, as many as were asked for (`lists`): what a benchmark is tried against. */
  readonly lists: readonly (readonly string[])[];
  /** The mean over all variants of the share of the plan's list that stays. */
  readonly stability: number;
  readonly notes: readonly Note[];
  readonly recipe: Recipe;
}
