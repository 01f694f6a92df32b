import * as z from "zod/mini";
import type { LongTaskOptions } from "../shared/long-task.js";

/** How regions are divided into clusters. */
export const clusterMethods = ["k-means", "ward", "average", "complete", "single", "k-medoids"] as const;
/** One of `clusterMethods`. */
export type ClusterMethod = (typeof clusterMethods)[number];

/** Options that decide a typology, but for the number of its types. */
export interface ClusterMethodOptions {
  /**
   * `"ward"`, `"average"`, `"complete"` and `"single"` join the nearest clusters step by step; `"k-means"` makes the squared gaps to the
   * centres least, `"k-medoids"` the distances to the most central regions. Default `"ward"` where it may be left out.
   */
  readonly method?: ClusterMethod | undefined;
  /** Decides every random draw; default 1. */
  readonly seed?: number | undefined;
  /** Starts of k-means and k-medoids; default 100 up to 500 regions, fewer above, at least 20. */
  readonly starts?: number | undefined;
}

/** Options of `clusterRegions`. */
export interface ClusterOptions extends ClusterMethodOptions {
  readonly method: ClusterMethod;
  /** How many types. */
  readonly k: number;
}

/** The options of `clusterRegions` with the defaults filled in. */
export interface ClusterChoices {
  readonly method: ClusterMethod;
  readonly k: number;
  readonly seed: number;
  readonly starts?: number | undefined;
}

/** The typology of a plan as a user writes it. */
export interface TypologyOptions extends ClusterMethodOptions {
  /** How many types; left out: the number that `suggestClusterCount` names. */
  readonly k?: number | undefined;
}

/** The typology of a plan with the defaults filled in; without `k` the number of types is the one that `suggestClusterCount` names. */
export interface TypologyChoices extends Omit<ClusterChoices, "k"> {
  readonly k?: number | undefined;
}

/** Options of `suggestClusterCount`. */
export interface ClusterCountOptions extends ClusterMethodOptions, LongTaskOptions {
  /** The fewest types that come into question; default 2. */
  readonly from?: number | undefined;
  /** The most; default 15, or fewer where there are fewer regions. */
  readonly to?: number | undefined;
  /** Reference draws of the gap statistic, and bootstrap draws of the stability; default 50. */
  readonly draws?: number | undefined;
}

/** Options of `assessStability`. */
export interface StabilityOptions extends ClusterMethodOptions, LongTaskOptions {
  /** How many types; default the number that `suggestClusterCount` names. */
  readonly k?: number | undefined;
  /** Bootstrap draws; default 200. */
  readonly draws?: number | undefined;
}

/** One type is no typology. */
const FEWEST = 2;
const DRAWS = 50;

const count = z.int().check(z.minimum(1));
const seed = z._default(z.int(), 1);
const starts = z.optional(count);
const methods = z.enum(clusterMethods);

/** The schema of `ClusterChoices`. */
export const clusterSchema: z.ZodMiniType<ClusterChoices> = z.strictObject({
  method: methods,
  k: count,
  seed,
  starts,
});

/** The schema of `TypologyChoices`, with the defaults. */
export const typologySchema: z.ZodMiniType<TypologyChoices> = z.strictObject({
  method: z._default(methods, "ward"),
  k: z.optional(count),
  seed,
  starts,
});

/** The options of `suggestClusterCount` with the defaults filled in. */
export interface ClusterCountChoices extends Omit<ClusterChoices, "k"> {
  readonly from: number;
  readonly to?: number | undefined;
  readonly draws: number;
}

/** The schema of `ClusterCountChoices`. */
export const clusterCountSchema: z.ZodMiniType<ClusterCountChoices> = z.strictObject({
  method: z._default(methods, "ward"),
  from: z._default(z.int().check(z.minimum(FEWEST)), FEWEST),
  to: z.optional(z.int().check(z.minimum(FEWEST))),
  draws: z._default(z.int().check(z.minimum(2)), DRAWS),
  seed,
  starts,
});

/** The options of `suggestClusterCount` for a typology that leaves its number open. */
export function countDefaults({ method, seed, starts }: TypologyChoices): ClusterCountChoices {
  return { method, from: FEWEST, draws: DRAWS, seed, ...(starts === undefined ? {} : { starts }) };
}

/** The options of `assessStability` with the defaults filled in. */
export interface StabilityChoices extends TypologyChoices {
  readonly draws: number;
}

/** The schema of `StabilityChoices`. */
export const stabilitySchema: z.ZodMiniType<StabilityChoices> = z.strictObject({
  method: z._default(methods, "ward"),
  k: z.optional(count),
  draws: z._default(count, 200),
  seed,
  starts,
});

/** How many starts a search over n regions makes. */
export function startsFor({ starts: asked }: { readonly starts?: number | undefined }, n: number): number {
  return asked ?? (n <= 500 ? 100 : Math.max(20, Math.ceil(50_000 / n)));
}

/** How many of them it makes in a draw, where thousands of divisions are asked for. */
export function startsOfDraw(starts: number): number {
  return Math.ceil(starts / 20);
}
