import { DataError, type Issue, issueAt } from "../shared/errors.js";
import { show } from "../shared/show.js";
import { tableFromSheet } from "./assemble.js";
import { parseRecords } from "./csv-records.js";
import type { Framework } from "./framework.js";
import { type ReadChoices, type ReadCsvOptions, readChoices } from "./read-options.js";
import type { RegionTable } from "./region-table.js";
import { placeIn, type Sheet } from "./sheet.js";

/**
 * Reads a table of regions from CSV text and checks every cell.
 *
 * The first record is the header. Columns named by `options.columns` say who and where a region is; columns whose header is an
 * indicator of the framework are read as numbers; all others are kept as text in the regions' `attributes`. An empty cell
 * (and each text in `missing`) is a missing value and stays one: `null`. Nothing is guessed, nothing is filled.
 *
 * @param text The decoded text; a byte order mark is passed over.
 * @param framework From `parseFramework`; every indicator needs its column.
 * @param options Layout, delimiter, decimal mark, missing tokens and column names.
 * @returns The table, with `notes` on indicators without any value and shares that do not add up.
 * @throws {DataError} With every problem at once: line, column and region of each.
 * @throws {OptionsError} For unknown or impossible options.
 *
 * @example
 * ```ts
 * const own = readRegionsCsv(csv, framework);
 * own.regions.length; // => 242
 * own.regions[0].name; // => "Burgenland"
 * ```
 */
export function readRegionsCsv(text: string, framework: Framework, options?: ReadCsvOptions): RegionTable {
  const choices = readChoices(options, "readRegionsCsv");
  const { sheet, ragged } = readSheet(checkText(text), choices);
  return tableFromSheet(sheet, framework, choices, ragged);
}

function checkText(text: unknown): string {
  if (typeof text !== "string") {
    throw new DataError([
      issueAt(
        "not-text",
        {},
        `expected the text of a CSV file, got ${Object.prototype.toString.call(text).slice(8, -1)}. Decode bytes first, e.g. new TextDecoder("utf-8").decode(bytes).`,
      ),
    ]);
  }
  if (!/[\ufffd\0]/.test(text)) return text;
  const spoilt = text.split(/\r\n|[\n\r]/).flatMap((line, i) => {
    const word = /[^\s,;"]*[\ufffd\0][^\s,;"]*/.exec(line)?.[0];
    if (word === undefined) return [];
    const encoding = word.includes("\0") ? "utf-16le" : "windows-1252";
    const sentence = `expected UTF-8 text, got ${show(word)}: bytes of another encoding (Latin-1, Windows-1251, UTF-16) were read as UTF-8. Decode the file with its own encoding, e.g. new TextDecoder("${encoding}").`;
    return [issueAt("wrong-encoding", { line: i + 1 }, sentence)];
  });
  throw new DataError(spoilt);
}

/** The records as a sheet; ragged ones are reported and left out, for their cells cannot be told apart. */
function readSheet(
  text: string,
  { delimiter, columns }: ReadChoices,
): { readonly sheet: Sheet; readonly ragged: readonly Issue[] } {
  const { records, lineOf } = parseRecords(text, delimiter);
  const header = records[0];
  if (header === undefined || records.every(isBlank))
    throw new DataError([
      issueAt("empty-file", {}, "expected a header and one line a region, got an empty file."),
    ]);
  checkDelimiter(header, delimiter);
  const id = header.findIndex((name) => name.trim() === columns.id);
  const kept: number[] = [];
  const ragged: Issue[] = [];
  for (let i = 1; i < records.length; i++) {
    const record = records[i]!;
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
      line: lineOf(row < 0 ? 0 : kept[row]!),
      ...(column === undefined ? {} : { column: header[column]!.trim() }),
    }),
  };
  return { sheet, ragged };
}

function isBlank(record: readonly string[]): boolean {
  return record.every((cell) => cell.trim() === "");
}

function checkDelimiter(header: readonly string[], delimiter: string): void {
  if (header.length > 1) return;
  const other = [";", "\t", "|", ","].find((mark) => mark !== delimiter && header[0]!.includes(mark));
  if (other === undefined) return;
  throw new DataError([
    issueAt(
      "wrong-delimiter",
      { line: 1 },
      `expected columns separated by ${show(delimiter)}, got ${show(header[0])}. Set delimiter to ${show(other)}.`,
    ),
  ]);
}
