import * as z from "zod/mini";

/** How missing cells are filled: not at all (default), by the median, by the median of the group, from the nearest regions. */
export const imputations = ["none", "median", "group-median", "nearest"] as const;
/** One of `imputations`. */
export type Imputation = (typeof imputations)[number];

/** How outliers are treated: not at all, by the rule (`auto`, default), by winsorising alone, by the logarithm or a power of every value. */
export const treatments = ["none", "auto", "winsorise", "log", "box-cox", "yeo-johnson"] as const;
/** One of `treatments`. */
export type Treatment = (typeof treatments)[number];

/** How columns are brought to one scale; default `min-max`. */
export const normalisations = [
  "none",
  "min-max",
  "z-score",
  "robust",
  "rank",
  "percentile",
  "goalposts",
] as const;
/** One of `normalisations`. */
export type Normalisation = (typeof normalisations)[number];

/** How the shares of a composition enter: as they are (default), as centred log-ratios, or by Hellinger's root. */
export const compositionMethods = ["as-is", "clr", "hellinger"] as const;
/** One of `compositionMethods`. */
export type CompositionMethod = (typeof compositionMethods)[number];

/** `delta` replaces a zero share before its logarithm; default: 0.65 x the smallest positive share of the set. */
export type CompositionOption =
  | CompositionMethod
  | { readonly method: "clr"; readonly delta?: number | undefined };

/** `group-median` groups by country, or by an attribute; `nearest` takes the mean of `neighbours` regions (default 5). */
export type ImputeOption =
  | Imputation
  | { readonly method: "group-median"; readonly by?: string | undefined }
  | { readonly method: "nearest"; readonly neighbours?: number | undefined };

/** `maxPoints`: how many regions may be winsorised at most in one indicator (default 5). */
export type TreatOption =
  | Treatment
  | { readonly method: "auto" | "winsorise"; readonly maxPoints?: number | undefined };

/** Goalposts need bounds in the indicators' own units: `{ method: "goalposts", bounds: { age: [20, 60] } }`. */
export type NormaliseOption =
  | Exclude<Normalisation, "goalposts">
  | {
      readonly method: "goalposts";
      readonly bounds: { readonly [indicator: string]: readonly [number, number] };
    };

/** What one indicator does differently from the rest; its goalposts are one pair of bounds. */
export interface IndicatorOverrides {
  readonly impute?: ImputeOption | undefined;
  readonly treat?: TreatOption | undefined;
  readonly normalise?:
    | Exclude<Normalisation, "goalposts">
    | { readonly method: "goalposts"; readonly bounds: readonly [number, number] }
    | undefined;
}

/** Options of `prepare`. */
export interface PrepareOptions {
  /**
   * Regions and indicators whose coverage is below the minimum are dropped: first indicators (over all regions), then regions
   * (over the indicators that are left). Default: nothing is dropped; coverage below 0.66 is noted.
   */
  readonly screen?:
    | { readonly minRegionCoverage?: number | undefined; readonly minIndicatorCoverage?: number | undefined }
    | undefined;
  /** Default `"none"`: a missing cell stays missing. */
  readonly impute?: ImputeOption | undefined;
  /** For all sets of shares that the framework names; default `"as-is"`. */
  readonly composition?: CompositionOption | undefined;
  /** Default `"auto"`. */
  readonly treat?: TreatOption | undefined;
  /** Default `"min-max"`. */
  readonly normalise?: NormaliseOption | undefined;
  /** Exceptions by indicator. */
  readonly indicators?: { readonly [indicator: string]: IndicatorOverrides } | undefined;
}

/** The options of `prepare` with every default filled in. */
export interface PrepareChoices {
  readonly screen: { readonly minRegionCoverage: number; readonly minIndicatorCoverage: number };
  readonly impute: ImputeOption;
  readonly composition: CompositionOption;
  readonly treat: TreatOption;
  readonly normalise: NormaliseOption;
  readonly indicators: { readonly [indicator: string]: IndicatorOverrides };
}

const share = z.number().check(z.minimum(0), z.maximum(1));
const wholeFromOne = z.int().check(z.minimum(1));
const bounds = z.tuple([z.number(), z.number()]);

const impute = z.union([
  z.enum(imputations),
  z.strictObject({ method: z.literal("group-median"), by: z.optional(z.string()) }),
  z.strictObject({ method: z.literal("nearest"), neighbours: z.optional(wholeFromOne) }),
]);
const treat = z.union([
  z.enum(treatments),
  z.strictObject({
    method: z.enum(["auto", "winsorise"]),
    maxPoints: z.optional(z.int().check(z.nonnegative())),
  }),
]);
const scale = z.enum(["none", "min-max", "z-score", "robust", "rank", "percentile"]);

/** The schema of `PrepareOptions`, with the defaults. */
export const prepareSchema: z.ZodMiniType<PrepareChoices> = z.strictObject({
  screen: z._default(
    z.strictObject({ minRegionCoverage: z._default(share, 0), minIndicatorCoverage: z._default(share, 0) }),
    { minRegionCoverage: 0, minIndicatorCoverage: 0 },
  ),
  impute: z._default(impute, "none"),
  composition: z._default(
    z.union([
      z.enum(compositionMethods),
      z.strictObject({ method: z.literal("clr"), delta: z.optional(z.number().check(z.positive())) }),
    ]),
    "as-is",
  ),
  treat: z._default(treat, "auto"),
  normalise: z._default(
    z.union([
      scale,
      z.strictObject({ method: z.literal("goalposts"), bounds: z.record(z.string(), bounds) }),
    ]),
    "min-max",
  ),
  indicators: z._default(
    z.record(
      z.string(),
      z.strictObject({
        impute: z.optional(impute),
        treat: z.optional(treat),
        normalise: z.optional(z.union([scale, z.strictObject({ method: z.literal("goalposts"), bounds })])),
      }),
    ),
    {},
  ),
});
