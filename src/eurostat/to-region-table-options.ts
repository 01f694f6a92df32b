import * as z from "zod/mini";
import { checkOptions } from "../shared/check.js";
import type { FlagChoices } from "./flag-choices.js";

/** Options of `toRegionTable`. */
export interface ToRegionTableOptions {
  /** The year of the figures; default `"latest"`, for each indicator the latest year in which any region has one. */
  readonly year?: number | "latest" | undefined;
  /** How many years older a figure may be where that of the year is missing; default 0. */
  readonly maxAge?: number | undefined;
  /** The levels of NUTS whose regions are taken; default `[2]`. */
  readonly levels?: readonly (0 | 1 | 2 | 3)[] | undefined;
  /**
   * What becomes of figures with a flag, by its letters: `{ u: "drop" }`. Flags that are not named are kept, and counted in a note.
   * `c` means "confidential" as a flag (`c`) and as a status (`@C`); other statuses are named with their mark: `{ "@D": "drop" }`.
   */
  readonly flags?: FlagChoices | undefined;
  /** The names of regions by their code, as `downloadEurostat` gives them; without its name a region is called by its code. */
  readonly names?: { readonly [code: string]: string } | undefined;
}

/** All choices made. */
export type ToRegionTableChoices = {
  readonly [K in keyof ToRegionTableOptions]-?: NonNullable<ToRegionTableOptions[K]>;
};

const optionsSchema = z.strictObject({
  year: z._default(z.union([z.int(), z.literal("latest")]), "latest"),
  maxAge: z._default(z.int().check(z.gte(0)), 0),
  levels: z._default(z.array(z.literal([0, 1, 2, 3])), [2]),
  flags: z._default(z.record(z.string(), z.enum(["keep", "drop"])), {}),
  names: z._default(z.record(z.string(), z.string()), {}),
});

/** Checks the options of `toRegionTable` and fills in the defaults. */
export function readTableChoices(options: ToRegionTableOptions | undefined): ToRegionTableChoices {
  return checkOptions(optionsSchema, options, "toRegionTable");
}
