import type { Note } from "../shared/note.js";
import type { Recipe } from "../shared/recipe.js";
import type { Text } from "../shared/text.js";
import type { Closeness } from "../space/closeness.js";
import type { ContributionRule, Metric } from "../space/metrics.js";
import type { Contributions } from "./contributions.js";

/** One side of a pair. */
export interface PairMember {
  readonly id: string;
  readonly name: Text;
  readonly country: string | null;
}

/** An indicator seen on both sides of a pair. */
export interface PairIndicator {
  readonly id: string;
  readonly name: Text;
  readonly dimension: string;
  readonly unit: Text | null;
  readonly year: number | string | null;
  /** Raw values in the user's unit. */
  readonly a: number | null;
  readonly b: number | null;
  /** b less a on the prepared scale; null where one is missing. */
  readonly gap: number | null;
  /** The mean absolute gap between the two and all other regions of the table. */
  readonly typicalGap: number | null;
  /** Its part of the distance, see `contributionRule`. */
  readonly share: number | null;
  readonly weight: number;
  /** Nearer than is typical, further, just as is typical, or not to be compared. */
  readonly verdict: "unites" | "divides" | "typical" | "missing" | "weightless";
}

/** Why two regions are near or far. */
export interface PairExplanation {
  readonly schemaVersion: 1;
  readonly a: PairMember;
  readonly b: PairMember;
  readonly metric: Metric;
  readonly contributionRule: ContributionRule;
  /** Null where the two share too little weight. */
  readonly distance: number | null;
  readonly closeness: Closeness | null;
  readonly coverage: number;
  readonly dimensions: Contributions["dimensions"];
  readonly indicators: readonly PairIndicator[];
  /** Indicator ids, the strongest first: what makes the pair nearer, and what further, than is typical of the two. */
  readonly unites: readonly string[];
  readonly divides: readonly string[];
  /** All of it in one English sentence. */
  readonly sentence: string;
  readonly notes: readonly Note[];
  readonly recipe: Recipe;
}
