import * as z from "zod/mini";
import { checkOptions } from "../shared/check.js";
import { type Issue, issueAt, OptionsError } from "../shared/errors.js";
import { didYouMean } from "../shared/nearest-spelling.js";

/** How missing cells are filled: not at all (default), by the median, by the median of the group, from the nearest regions. */
export const imputations = ["none", "median", "group-median", "nearest"] as const;
export type Imputation = (typeof imputations)[number];

/** How outliers are treated: not at all, by the rule (`auto`, default), by winsorising alone, by the logarithm of every value. */
export const treatments = ["none", "auto", "winsorise", "log"] as const;
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
export type Normalisation = (typeof normalisations)[number];

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

/** Checks the options against the indicators that there are, and fills in the defaults. */
export function prepareChoices(
  options: PrepareOptions | undefined,
  indicators: readonly string[],
): PrepareChoices {
  const choices = checkOptions(prepareSchema, options, "prepare");
  const issues: Issue[] = [];
  const known = (id: string, path: string): void => {
    if (indicators.includes(id)) return;
    issues.push(
      issueAt(
        "unknown-indicator",
        { path },
        `expected a structural indicator of the framework, got "${id}".${didYouMean(id, indicators)}`,
      ),
    );
  };
  for (const id of Object.keys(choices.indicators)) known(id, `prepare.indicators.${id}`);
  if (typeof choices.normalise === "object") {
    for (const id of Object.keys(choices.normalise.bounds)) known(id, `prepare.normalise.bounds.${id}`);
    for (const id of indicators) {
      if (choices.indicators[id]?.normalise === undefined && !Object.hasOwn(choices.normalise.bounds, id)) {
        issues.push(
          issueAt(
            "missing-bounds",
            { path: `prepare.normalise.bounds.${id}` },
            "expected a lower and an upper bound, got nothing. Give both in the indicator's own unit.",
          ),
        );
      }
    }
  }
  for (const id of indicators) {
    const own = choices.indicators[id]?.normalise;
    const normalise = normaliseOptionOf(choices, id);
    if (typeof normalise !== "object" || normalise.bounds === undefined) continue;
    const [low, high] = normalise.bounds;
    const path =
      own === undefined ? `prepare.normalise.bounds.${id}` : `prepare.indicators.${id}.normalise.bounds`;
    if (low >= high)
      issues.push(
        issueAt("empty-bounds", { path }, `expected a lower bound below the upper, got ${low} and ${high}.`),
      );
  }
  if (issues.length > 0) throw new OptionsError(issues);
  return choices;
}

/** What one indicator is normalised by: its own exception, or what holds for all. */
export function normaliseOptionOf(
  choices: PrepareChoices,
  id: string,
): NonNullable<IndicatorOverrides["normalise"]> {
  const own = Object.hasOwn(choices.indicators, id) ? choices.indicators[id]!.normalise : undefined;
  if (own !== undefined) return own;
  const { normalise } = choices;
  return typeof normalise === "object" ? { method: "goalposts", bounds: normalise.bounds[id]! } : normalise;
}
