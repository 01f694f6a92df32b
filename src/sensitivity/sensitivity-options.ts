import * as z from "zod/mini";

/** The judgements that a list rests on and that are varied: dimension weights, one indicator less, and the choices of the plan. */
export const assumptions = ["weights", "drop", "normalise", "treat", "impute", "metric"] as const;
/** One of `assumptions`. */
export type Assumption = (typeof assumptions)[number];

/** What is varied, and how. */
export interface SensitivityOptions {
  /** Variants; default 1,000. */
  readonly draws?: number | undefined;
  /** Decides every draw; default 1. */
  readonly seed?: number | undefined;
  /**
   * How far dimension weights stray: the standard deviation of a weight w is `spread` x sqrt(w (1 - w)). Default 0.2: a fifth of the
   * whole strays by 8 points. 0: not at all.
   */
  readonly spread?: number | undefined;
  /** Of so many variants the lists are kept, for `benchmarkAgainst`; default 100. */
  readonly lists?: number | undefined;
  /** Which assumptions vary; all that are not named do. */
  readonly vary?: { readonly [assumption in Assumption]?: boolean | undefined } | undefined;
}

/** `SensitivityOptions` with the defaults filled in. */
export interface SensitivityChoices {
  readonly draws: number;
  readonly seed: number;
  readonly spread: number;
  readonly lists: number;
  readonly vary: { readonly [assumption in Assumption]: boolean };
}

const yes = z._default(z.boolean(), true);

/** The schema of `SensitivityChoices`. */
export const sensitivitySchema: z.ZodMiniType<SensitivityChoices> = z.strictObject({
  draws: z._default(z.int().check(z.minimum(2)), 1_000),
  seed: z._default(z.int(), 1),
  spread: z._default(z.number().check(z.minimum(0), z.maximum(0.9)), 0.2),
  lists: z._default(z.int().check(z.minimum(0)), 100),
  vary: z.prefault(
    z.strictObject({ weights: yes, drop: yes, normalise: yes, treat: yes, impute: yes, metric: yes }),
    {},
  ),
});
