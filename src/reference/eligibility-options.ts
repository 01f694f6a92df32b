import * as z from "zod/mini";
import type { Region } from "../table/region-table.js";

/**
 * A set of regions, told by what they have in common with the target or by themselves. In `exclude` a region that fits any key is
 * left out; in `only` a region must fit every key.
 */
export interface RegionFilter {
  /** Regions of the target's own country. */
  readonly sameCountry?: boolean | undefined;
  /** These regions. */
  readonly regions?: readonly string[] | undefined;
  /**
   * Regions that contain the target or lie inside it. `true`: by the attribute `parent`, which holds the id of the containing
   * region; `{ parent: "nuts1" }`: by another attribute; `"code-prefix"`: by codes of a hierarchy, where the code of a part begins
   * with the code of the whole (ES2, ES21).
   */
  readonly nested?: boolean | "code-prefix" | { readonly parent: string } | undefined;
  /** Regions at most so far from the target, on a great circle between the given places. */
  readonly withinKilometres?: number | undefined;
  /** Regions whose attribute has one of these values. */
  readonly attribute?: { readonly [name: string]: readonly string[] } | undefined;
}

/** Which regions may be in the list, as a plan says it. */
export interface RegionFilters {
  /** Left out. */
  readonly exclude?: RegionFilter | undefined;
  /** All others are left out. */
  readonly only?: RegionFilter | undefined;
  /** Always in the list, at their true rank, beyond `count` if need be, whatever the other options say. */
  readonly pin?: readonly string[] | undefined;
}

/** Which regions may be in the list. */
export interface EligibilityOptions extends RegionFilters {
  /** A test of one's own, or the ids that pass it; the recipe keeps the ids. */
  readonly eligible?: ((region: Region) => boolean) | readonly string[] | undefined;
}

const ids = z.array(z.string());

/** The schema of `RegionFilter`. */
export const filterSchema: z.ZodMiniType<RegionFilter> = z.strictObject({
  sameCountry: z.optional(z.boolean()),
  regions: z.optional(ids),
  nested: z.optional(
    z.union([z.boolean(), z.literal("code-prefix"), z.strictObject({ parent: z.string() })]),
  ),
  withinKilometres: z.optional(z.number().check(z.nonnegative())),
  attribute: z.optional(z.record(z.string(), ids)),
});
