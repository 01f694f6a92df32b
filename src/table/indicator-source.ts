import * as z from "zod/mini";

/** The cells of a data set that are meant: a code in each dimension, or several whose figures are added. */
export interface Selection {
  readonly [dimension: string]: string | readonly string[];
}

/** Other cells that figures are set against; without `dataset` they are of the same data set. */
export interface Reference {
  readonly dataset?: string | undefined;
  readonly select: Selection;
}

/**
 * What is made of the selected figures. `share`: 100 times the figure over that of the cells named. `ratio`: the figure over that of the
 * cells named (people, for a figure per head), times `times` (default 1). `average`: the mean of so many years up to the year.
 * `growth`: the mean yearly growth over so many years, in per cent.
 */
export type Derivation =
  | { readonly share: Reference }
  | { readonly ratio: Reference; readonly times?: number | undefined }
  | { readonly average: number }
  | { readonly growth: number };

/** Where the figures of an indicator come from. */
export interface IndicatorSource {
  /** The code of the data set. */
  readonly dataset: string;
  readonly select: Selection;
  readonly derive?: Derivation | undefined;
}

const name = z.string().check(z.minLength(1));

/** The schema of a selection. */
export const selectionShape: z.ZodMiniType<Selection> = z.record(
  z.string(),
  z.union([name, z.array(name).check(z.minLength(1))]),
);
const reference = z.strictObject({ dataset: z.optional(name), select: selectionShape });
const years = z.int().check(z.gte(1), z.lte(50));

export const indicatorSourceShape: z.ZodMiniType<IndicatorSource> = z.strictObject({
  dataset: name,
  select: selectionShape,
  derive: z.optional(
    z.union([
      z.strictObject({ share: reference }),
      z.strictObject({ ratio: reference, times: z.optional(z.number()) }),
      z.strictObject({ average: years }),
      z.strictObject({ growth: years }),
    ]),
  ),
});
