import type { Place } from "../shared/errors.js";

/**
 * Raw cells before any meaning: one header, one row a record, and for each cell the place that an error names.
 * CSV text and arrays of rows both become a sheet; everything after that is the same for both.
 */
export interface Sheet {
  readonly header: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  /** The place of a row (`column` undefined) or of a cell. */
  placeOf(row: number, column?: number): Place;
}

/** The text of a cell that names something; numbers are taken as their digits. */
export function cellText(value: unknown): string {
  return typeof value === "string"
    ? value.trim()
    : value === null || value === undefined
      ? ""
      : String(value);
}
