import { type Options, parse } from "#csv-parse";
import { DataError, issueAt } from "../shared/errors.js";
import { tableFromSheet } from "./assemble.js";
import type { Framework } from "./framework.js";
import { type ReadCsvOptions, readChoices } from "./read-options.js";
import type { RegionTable } from "./region-table.js";
import type { Sheet } from "./sheet.js";

/** A record longer than this is no row of a table: a quote is open or the line ends are lost. */
const LONGEST_RECORD = 1_000_000;

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
  const sheet = readSheet(checkText(text), choices.delimiter);
  return tableFromSheet(sheet, framework, choices);
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
  const spoilt = text.split("\n").flatMap((line, i) => {
    const word = /[^\s,;"]*[\ufffd\0][^\s,;"]*/.exec(line)?.[0];
    return word === undefined
      ? []
      : [
          issueAt(
            "wrong-encoding",
            { line: i + 1 },
            `expected UTF-8 text, got ${JSON.stringify(word.slice(0, 40))}: bytes of another encoding (Latin-1, Windows-1251, UTF-16) were read as UTF-8. Decode the file with its own encoding, e.g. new TextDecoder("windows-1252").`,
          ),
        ];
  });
  throw new DataError(spoilt);
}

function readSheet(text: string, delimiter: string): Sheet {
  const records = parseRecords(text, delimiter);
  const header = records[0];
  if (header === undefined)
    throw new DataError([
      issueAt("empty-file", {}, "expected a header and one line a region, got an empty file."),
    ]);
  if (header.length === 1) {
    const other = [";", "\t", "|", ","].find((mark) => mark !== delimiter && header[0]!.includes(mark));
    if (other !== undefined)
      throw new DataError([
        issueAt(
          "wrong-delimiter",
          { line: 1 },
          `expected columns separated by ${JSON.stringify(delimiter)}, got ${JSON.stringify(header[0]!.slice(0, 60))}. Set delimiter to ${JSON.stringify(other)}.`,
        ),
      ]);
  }
  // Line numbers are looked up only when there is a problem to place.
  let lines: number[] | undefined;
  const lineOf = (record: number): number => {
    lines ??= recordLines(text, delimiter);
    return lines[record]!;
  };
  const ragged = records.flatMap((record, i) =>
    record.length === header.length
      ? []
      : [
          issueAt(
            "ragged-row",
            { line: lineOf(i), region: record[0]! },
            `expected ${header.length} cells, got ${record.length}. A delimiter or a quote may be missing or too many; a number with a decimal comma needs quotes.`,
          ),
        ],
  );
  if (ragged.length > 0) throw new DataError(ragged);
  return {
    header,
    rows: records.slice(1),
    placeOf: (row, column) => ({
      line: lineOf(row + 1),
      ...(column === undefined ? {} : { column: header[column]!.trim() }),
    }),
  };
}

const format: Options<string[]> = {
  bom: true,
  skip_empty_lines: true,
  relax_column_count: true,
  record_delimiter: ["\r\n", "\n", "\r"],
  max_record_size: LONGEST_RECORD,
};

function parseRecords(text: string, delimiter: string): string[][] {
  try {
    return parse(text, { ...format, delimiter }) as unknown as string[][];
  } catch (cause) {
    throw unreadable(cause);
  }
}

/** The line on which each record begins: its last line, less the line breaks inside its quoted cells. */
function recordLines(text: string, delimiter: string): number[] {
  const records = parse(text, { ...format, delimiter, info: true }) as unknown as {
    info: { lines: number };
    record: string[];
  }[];
  return records.map(
    ({ info, record }) =>
      info.lines - record.reduce((count, cell) => count + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0),
  );
}

const PROBLEMS: { readonly [code: string]: string } = {
  CSV_MAX_RECORD_SIZE: `expected rows of at most ${LONGEST_RECORD.toLocaleString("en")} characters, got a longer one. A quote is left open, or the line ends are lost.`,
  CSV_QUOTE_NOT_CLOSED: "expected a closing quote, got the end of the file. Close the quote.",
  CSV_INVALID_CLOSING_QUOTE:
    "expected a delimiter after a closing quote, got more text. Double the quotes inside a quoted cell.",
  INVALID_OPENING_QUOTE:
    "expected a quote only at the start of a cell, got one inside. Quote the whole cell and double the quote.",
};

function unreadable(cause: unknown): DataError {
  const { code = "", lines } = cause as { code?: string; lines?: number };
  const place = lines === undefined ? {} : { line: lines };
  const sentence =
    PROBLEMS[code] ?? `expected CSV text, got what the parser refuses: ${(cause as Error).message}`;
  return new DataError([issueAt("unreadable-csv", place, sentence)], { cause });
}
