import * as z from "zod/mini";

/** Where weights come from; the default is `equal-by-dimension`. */
export const weightSchemes = ["equal-by-dimension", "equal", "given"] as const;
export type WeightScheme = (typeof weightSchemes)[number];

/** Weights by id; what counts is their proportion. */
export type WeightsById = { readonly [id: string]: number };

/** Options of `weigh`. The three maps belong to the scheme `given`; a map names every id of its level. */
export interface WeighOptions {
  readonly scheme?: WeightScheme | undefined;
  readonly dimensions?: WeightsById | undefined;
  readonly elements?: WeightsById | undefined;
  readonly indicators?: WeightsById | undefined;
}

/** The options of `weigh` with the scheme filled in. */
export interface WeighChoices extends WeighOptions {
  readonly scheme: WeightScheme;
}

const weights = z.optional(z.record(z.string(), z.number().check(z.nonnegative())));

/** The schema of `WeighOptions`, with the default. */
export const weighSchema: z.ZodMiniType<WeighChoices> = z.strictObject({
  scheme: z._default(z.enum(weightSchemes), "equal-by-dimension"),
  dimensions: weights,
  elements: weights,
  indicators: weights,
});
