import * as z from "zod/mini";

/**
 * How quartiles are taken: `type-7`, linear between order statistics (the default of R and Excel `QUARTILE.INC`); `median-of-halves`, the
 * medians of the lower and the upper half, the middle value of an odd count in both (Tukey's hinges, R `fivenum`).
 */
export const quartileMethods = ["type-7", "median-of-halves"] as const;
/** One of `quartileMethods`. */
export type QuartileMethod = (typeof quartileMethods)[number];

/** Options of `benchmarkAgainst`. */
export interface BenchmarkOptions {
  /** Ids of performance indicators; default: all of the framework. */
  readonly indicators?: readonly string[] | undefined;
  /** Whether the target counts as one of its group, as in Orkestra's own reports; default false. */
  readonly includeTarget?: boolean | undefined;
  /** Default `"type-7"`. */
  readonly quartiles?: QuartileMethod | undefined;
  /** What the group's mean and one standard deviation stand for in a score; default `{ mean: 0, sd: 1 }`, a z-score; `{ mean: 100, sd: 15 }`. */
  readonly score?: { readonly mean: number; readonly sd: number } | undefined;
  /** Resamples of the group for the interval of its median; default 1,000. */
  readonly resamples?: number | undefined;
  /** Decides every resample; default 1. */
  readonly seed?: number | undefined;
  /** Lists that other assumptions would have made (`assessSensitivity` with `lists`): how far a gap depends on them. */
  readonly lists?: readonly (readonly string[])[] | undefined;
}

/** `BenchmarkOptions` with the defaults filled in; a plan holds them without lists. */
export interface BenchmarkChoices {
  readonly indicators?: readonly string[] | undefined;
  readonly includeTarget: boolean;
  readonly quartiles: QuartileMethod;
  readonly score: { readonly mean: number; readonly sd: number };
  readonly resamples: number;
  readonly seed: number;
}

/** The schema of `BenchmarkChoices`. */
export const benchmarkSchema: z.ZodMiniType<BenchmarkChoices> = z.strictObject({
  indicators: z.optional(z.array(z.string()).check(z.minLength(1))),
  includeTarget: z._default(z.boolean(), false),
  quartiles: z._default(z.enum(quartileMethods), "type-7"),
  score: z._default(z.strictObject({ mean: z.number(), sd: z.number().check(z.positive()) }), {
    mean: 0,
    sd: 1,
  }),
  resamples: z._default(z.int().check(z.minimum(100)), 1_000),
  seed: z._default(z.int(), 1),
});
