import * as z from "zod/mini";

/** Where weights come from; the default is `equal-by-dimension`. */
export const weightSchemes = [
  "equal-by-dimension",
  "equal",
  "given",
  "pca",
  "mfa",
  "redundancy",
  "entropy",
  "critic",
] as const;
/** One of `weightSchemes`. */
export type WeightScheme = (typeof weightSchemes)[number];

/** The schemes that read the weights of indicators off the data. */
export type DataScheme = Exclude<WeightScheme, "equal-by-dimension" | "equal" | "given">;

/** Within which group a data-driven scheme compares indicators; the levels above keep the framework's weights. */
export const weighScopes = ["table", "dimension", "element"] as const;
/** One of `weighScopes`. */
export type WeighScope = (typeof weighScopes)[number];

/** Weights by id; what counts is their proportion. */
export type WeightsById = { readonly [id: string]: number };

/** Options of `weigh`. The three maps belong to the scheme `given`; a map names every id of its level. */
export interface WeighOptions {
  readonly scheme?: WeightScheme | undefined;
  /** For the data-driven schemes; default `"dimension"`. */
  readonly within?: WeighScope | undefined;
  readonly dimensions?: WeightsById | undefined;
  readonly elements?: WeightsById | undefined;
  readonly indicators?: WeightsById | undefined;
}

/** The options of `weigh` with the defaults filled in. */
export interface WeighChoices extends WeighOptions {
  readonly scheme: WeightScheme;
  readonly within: WeighScope;
}

const weights = z.optional(z.record(z.string(), z.number().check(z.nonnegative())));

/** The schema of `WeighOptions`, with the defaults. */
export const weighSchema: z.ZodMiniType<WeighChoices> = z.strictObject({
  scheme: z._default(z.enum(weightSchemes), "equal-by-dimension"),
  within: z._default(z.enum(weighScopes), "dimension"),
  dimensions: weights,
  elements: weights,
  indicators: weights,
});
