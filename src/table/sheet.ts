import type { Place } from "../shared/errors.js";
import { show } from "../shared/show.js";

/**
 * Raw cells before any meaning: one header, one row a record, and for each cell the place that an error names.
 * CSV text and arrays of rows both become a sheet; everything after that is the same for both.
 */
export interface Sheet {
  readonly header: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  /** The place of a row (`column` undefined) or of a cell; row -1 is the header. */
  placeOf(row: number, column?: number): Place;
}

/** The text of a cell that names something; numbers are taken as their digits. */
export function cellText(value: unknown): string {
  return typeof value === "string"
    ? value.trim()
    : value === null || value === undefined
      ? ""
      : typeof value === "object"
        ? show(value)
        : String(value);
}

/** The place with the region that stands there, if it has an id. */
export function placeIn(place: Place, region: string): Place {
  return region === "" ? place : { ...place, region };
}

/** How a sentence names a row: by its line in a text, by its number in an array. */
export function rowText({ line, row }: Place): string {
  return line === undefined ? `row ${row}` : `line ${line}`;
}

/** The sheet without rows whose cells are all empty, as spreadsheets leave them below a table. */
export function withoutBlankRows(sheet: Sheet): Sheet {
  const kept = sheet.rows
    .map((_, row) => row)
    .filter((row) => sheet.rows[row]!.some((cell) => cellText(cell) !== ""));
  return {
    header: sheet.header,
    rows: kept.map((row) => sheet.rows[row]!),
    placeOf: (row, column) => sheet.placeOf(row < 0 ? row : kept[row]!, column),
  };
}
