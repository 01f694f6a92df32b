import { type Options, parse } from "#csv-parse";
import { DataError, issueAt } from "../shared/errors.js";

/** A record longer than this is no row of a table: a quote is open or the line ends are lost. */
const LONGEST_RECORD = 1_000_000;

/** The records of a CSV text, header and all; `lineOf` tells the line on which a record begins. */
export interface CsvRecords {
  readonly records: readonly (readonly string[])[];
  lineOf(record: number): number;
}

/** Parses CSV text: quotes, line breaks inside quotes, `\n`, `\r\n` and `\r` line ends, also mixed; empty lines are passed over. */
export function parseRecords(text: string, delimiter: string): CsvRecords {
  const records = parseText(text, delimiter);
  // Lines are looked up only when there is a problem to place.
  let lines: readonly number[] | undefined;
  return {
    records,
    lineOf(record) {
      lines ??= recordLines(text, delimiter);
      return lines[record]!;
    },
  };
}

/** The first records of a text; null where they cannot be read with this delimiter. The reading of the whole says why. */
export function parseHead(text: string, delimiter: string, count: number): string[][] | null {
  try {
    return parse(text, { ...format, delimiter, to: count });
  } catch {
    return null;
  }
}

const format: Options = {
  bom: true,
  skip_empty_lines: true,
  relax_column_count: true,
  record_delimiter: ["\r\n", "\n", "\r"],
  max_record_size: LONGEST_RECORD,
};

function parseText(text: string, delimiter: string): string[][] {
  try {
    return parse(text, { ...format, delimiter });
  } catch (cause) {
    throw unreadable(cause as CsvError, text, delimiter);
  }
}

/** The line on which each record begins. (The parser's own line count takes a quoted `\r\n` for two lines.) */
function recordLines(text: string, delimiter: string): number[] {
  const options = { ...format, delimiter, info: true };
  const records = parse(text, options) as unknown as readonly {
    readonly info: { readonly empty_lines: number };
    readonly record: readonly string[];
  }[];
  let quoted = 0;
  return records.map(({ info, record }, i) => {
    const line = 1 + i + info.empty_lines + quoted;
    quoted += lineBreaks(record);
    return line;
  });
}

function lineBreaks(record: readonly string[]): number {
  return record.reduce((count, cell) => count + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}

const PROBLEMS: { readonly [code: string]: string } = {
  CSV_MAX_RECORD_SIZE: `expected rows of at most ${LONGEST_RECORD.toLocaleString("en")} characters, got a longer one that begins here. Close the quote that is left open, or restore the line ends.`,
  CSV_QUOTE_NOT_CLOSED:
    "expected a closing quote in the row that begins here, got the end of the file. Close the quote.",
  CSV_INVALID_CLOSING_QUOTE:
    "expected a delimiter after a closing quote in the row that begins here, got more text. Double the quotes inside a quoted cell, or close the quote that is left open.",
  INVALID_OPENING_QUOTE:
    "expected a quote only at the start of a cell, got one inside. Quote the whole cell and double the quote.",
};

/** What the parser says of the record that it could not read, after how many good records and empty lines. */
interface CsvError extends Error {
  readonly code: string;
  readonly records: number;
  readonly empty_lines: number;
}

function unreadable(cause: CsvError, text: string, delimiter: string): DataError {
  const { code, records, empty_lines: empty } = cause;
  const before = records === 0 ? [] : parse(text, { ...format, delimiter, to: records });
  const line = before.reduce((count, record) => count + lineBreaks(record), 1 + records + empty);
  const sentence = PROBLEMS[code] ?? `expected CSV text, got what the parser refuses: ${cause.message}`;
  return new DataError([issueAt("unreadable-csv", { line }, sentence)], { cause });
}
