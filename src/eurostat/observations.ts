/** One cell of a data cube: a value, a flag, or both. */
export interface Observation {
  /** The code of the region. */
  readonly geo: string;
  /** The period as it is written: `"2022"`, `"2022-Q1"`. */
  readonly time: string;
  /** `null` where the cell is marked as missing, and its flag says why. */
  readonly value: number | null;
  /** The letters behind the number (`"p"` provisional, `"u"` unreliable, ...); a status of confidentiality stands behind an `@`. */
  readonly flag: string | null;
  /** The code in each of the other dimensions: `{ freq: "A", unit: "PC" }`. */
  readonly keys: { readonly [dimension: string]: string };
}

/**
 * What all readers of this entry make of a file. Cells that hold neither a value nor a flag say nothing, and are no observations:
 * a table that leaves them out and one that writes `:` are the same.
 */
export interface Observations {
  /** The dimensions besides place and time, in the order of the file. */
  readonly dimensions: readonly string[];
  /** In the order of the file. */
  readonly observations: readonly Observation[];
}
