import * as z from "zod/mini";
import { type EligibilityOptions, filterSchema, type RegionFilters } from "./eligibility-options.js";

/** How long a list is, and what it says. */
export interface ListOptions {
  /** How many regions to list; default 20. Regions tied with the last are returned in `tied`. */
  readonly count?: number | undefined;
  /** Regions further away than this are not listed. */
  readonly maxDistance?: number | undefined;
  /** Keep only regions that have the target among their own `count` nearest; the others are listed in `excluded`. Default false. */
  readonly mutual?: boolean | undefined;
  /** Whether to split each distance and name reasons; default true. */
  readonly explain?: boolean | undefined;
}

/** Options of `findReferenceRegions`. */
export interface ReferenceOptions extends EligibilityOptions, ListOptions {}

/** The options of `findReferenceRegions` as a plan says them: being JSON, it holds the eligible regions by id. */
export interface ReferenceInput extends RegionFilters, ListOptions {
  readonly eligible?: readonly string[] | undefined;
}

/** The options of `findReferenceRegions` with the defaults filled in, as a plan holds them. */
export interface ReferenceChoices extends ReferenceInput {
  readonly count: number;
  readonly mutual: boolean;
  readonly explain: boolean;
}

const ids = z.optional(z.array(z.string()));

/** The schema of `ReferenceChoices`, with the defaults. */
export const referenceSchema: z.ZodMiniType<ReferenceChoices> = z.strictObject({
  count: z._default(z.int().check(z.minimum(1)), 20),
  maxDistance: z.optional(z.number().check(z.nonnegative())),
  mutual: z._default(z.boolean(), false),
  explain: z._default(z.boolean(), true),
  exclude: z.optional(filterSchema),
  only: z.optional(filterSchema),
  pin: ids,
  eligible: ids,
});
