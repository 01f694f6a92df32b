import type { Note } from "../shared/note.js";
import type { Text } from "../shared/text.js";
import type { Vintage } from "../table/vintage.js";

/**
 * Who made a distance change: mostly the target, mostly the other region, both, or neither of the two (where the distance did not change
 * in the direction in which the list did: others moved in between, or away).
 */
export type Mover = "target" | "region" | "both" | "others";

/** A region of one list or of both. Distances are on one scale for both vintages; null where a vintage lacks the region or too many of its figures. */
export interface MovedRegion {
  readonly id: string;
  readonly name: Text;
  readonly country: string | null;
  /** In the list of each vintage; null where it is not listed. */
  readonly rankBefore: number | null;
  readonly rankAfter: number | null;
  readonly distanceBefore: number | null;
  readonly distanceAfter: number | null;
  /** After less before, and the parts of it that come from the target and from the region; the two add up to it. */
  readonly change: number | null;
  readonly byTarget: number | null;
  readonly byRegion: number | null;
  readonly mover: Mover | null;
}

/** What a structural indicator of the target was and is. */
export interface MovedIndicator {
  readonly id: string;
  readonly name: Text;
  readonly unit: Text | null;
  readonly before: number | null;
  readonly after: number | null;
  /** On the prepared scale of both vintages together; null where one is missing. */
  readonly shift: number | null;
}

/** One target's lists from two vintages of data. */
export interface VintageComparison {
  readonly target: { readonly id: string; readonly name: Text; readonly country: string | null };
  readonly before: Vintage;
  readonly after: Vintage;
  /** Regions in both lists. */
  readonly overlap: number;
  readonly jaccard: number | null;
  readonly rankBiasedOverlap: number | null;
  /** Each nearest first. */
  readonly entered: readonly MovedRegion[];
  readonly left: readonly MovedRegion[];
  readonly stayed: readonly MovedRegion[];
  /** How far the target itself moved, the most first. */
  readonly indicators: readonly MovedIndicator[];
  readonly notes: readonly Note[];
}
