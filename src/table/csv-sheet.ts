import { DataError, type Issue, issueAt } from "../shared/errors.js";
import { show } from "../shared/show.js";
import type { CsvRecords } from "./csv-records.js";
import type { ReadChoices } from "./read-options.js";
import { placeIn, type Sheet } from "./sheet.js";

/** Which records of a file are its table. */
export interface TableRecords {
  readonly header: readonly string[];
  /** The record that the header stands in, or ends in. */
  readonly at: number;
  /** Records below the header that are none of the table. */
  readonly leftOut: ReadonlySet<number>;
}

/** The records below the header as a sheet; ragged ones are reported and left out, for their cells cannot be told apart. */
export function sheetOf(
  { records, lineOf }: CsvRecords,
  { header, at, leftOut }: TableRecords,
  { delimiter, columns }: ReadChoices,
): { readonly sheet: Sheet; readonly ragged: readonly Issue[] } {
  checkDelimiter(header, delimiter, () => lineOf(at));
  const id = header.findIndex((name) => name.trim() === columns.id);
  const kept: number[] = [];
  const ragged: Issue[] = [];
  for (let i = at + 1; i < records.length; i++) {
    const record = records[i]!;
    if (leftOut.has(i)) continue;
    if (record.length === header.length) kept.push(i);
    else if (!isBlank(record))
      ragged.push(
        issueAt(
          "ragged-row",
          placeIn({ line: lineOf(i) }, record[id]?.trim() ?? ""),
          `expected ${header.length} ${header.length === 1 ? "cell" : "cells"}, got ${record.length}. Look for a delimiter or a quote that is missing or too many${delimiter === "," ? ", or a decimal comma without quotes" : ""}.`,
        ),
      );
  }
  const sheet: Sheet = {
    header,
    rows: kept.map((i) => records[i]!),
    placeOf: (row, column) => ({
      line: lineOf(row < 0 ? at : kept[row]!),
      ...(column === undefined ? {} : { column: header[column]!.trim() }),
    }),
  };
  return { sheet, ragged };
}

/** Refuses a file without any text. */
export function checkFilled({ records }: CsvRecords): void {
  if (!records.every(isBlank)) return;
  throw new DataError([
    issueAt("empty-file", {}, "expected a header and one line a region, got an empty file."),
  ]);
}

/** True where all cells of a record are empty. */
export function isBlank(record: readonly string[]): boolean {
  return record.every((cell) => cell.trim() === "");
}

function checkDelimiter(header: readonly string[], delimiter: string, line: () => number): void {
  if (header.length > 1) return;
  const other = [";", "\t", "|", ","].find((mark) => mark !== delimiter && header[0]!.includes(mark));
  if (other === undefined) return;
  throw new DataError([
    issueAt(
      "wrong-delimiter",
      { line: line() },
      `expected columns separated by ${show(delimiter)}, got ${show(header[0])}. Set delimiter to ${show(other)}.`,
    ),
  ]);
}
