import type { Place } from "../shared/errors.js";
import { show } from "../shared/show.js";
import { type NumberFormat, readNumber } from "../table/cells.js";
import { parseRecords } from "../table/csv-records.js";
import { type Known, readCode } from "./codes.js";
import { collectFaults, dataError, type Faults } from "./faults.js";
import { joinFlags } from "./flags.js";
import type { Observation, Observations } from "./observations.js";
import { idOf, readSdmxHeader, type SdmxColumns } from "./sdmx-columns.js";
import { checkText } from "./text-lines.js";

const FORMAT: NumberFormat = { decimal: ".", missing: new Set(["", ":", "NaN"]) };

/**
 * Reads an SDMX-CSV file (1.0 and 2.0), as Eurostat's API and data browser give it.
 *
 * The dimensions are the columns before `TIME_PERIOD`; the number stands in `OBS_VALUE`, its flag in `OBS_FLAG` or `OBS_STATUS`, and a
 * status of confidentiality (`CONF_STATUS`) is kept behind an `@`. Of the variants with labels (`ES21: País Vasco`, or a column of labels
 * behind each column of codes) the codes are kept. An empty cell, `:` and `NaN` are missing values; a row with neither value
 * nor flag says nothing and is left out.
 *
 * @param text The decoded text of the file; see `decode` for bytes and for `.gz`.
 * @throws {DataError} With every problem at once, each with its line and column: columns that are missing, a row with too many or too
 * few cells, a cell that is no number, a flag that is none, an observation that stands there twice.
 *
 * @example
 * ```ts
 * const sdmx = "DATAFLOW,freq,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\nESTAT:X(1.0),A,PC,ES21: País Vasco,2022,12.3,e\n";
 * const read = readSdmxCsv(sdmx);
 * read.observations; // => [{ geo: "ES21", time: "2022", value: 12.3, flag: "e", keys: { freq: "A", unit: "PC" } }]
 * ```
 */
export function readSdmxCsv(text: string): Observations {
  const checked = checkText(text, "an SDMX-CSV file");
  const { records, lineOf } = parseRecords(checked, delimiterOf(checked));
  const header = records[0];
  if (header === undefined)
    throw dataError("empty-file", {}, "expected a header and one line an observation, got an empty file.");
  const faults = collectFaults();
  const columns = readSdmxHeader(
    header.map((cell) => cell.trim()),
    faults,
  );
  faults.throwAny();
  const reader = rowReader(columns!, header.length, faults);
  const observations: Observation[] = [];
  for (let i = 1; i < records.length; i++) {
    const read = reader(records[i]!, () => lineOf(i));
    if (read !== null) observations.push(read);
  }
  faults.throwAny();
  return { dimensions: columns!.axes.others.map(({ name }) => name), observations };
}

/** A comma, or the semicolon that some countries' settings write. */
function delimiterOf(text: string): string {
  const header = /^[^\r\n]*/.exec(text.trimStart())![0];
  if (header.includes(",")) return ",";
  return header.includes(";") ? ";" : ",";
}

type RowReader = (record: readonly string[], line: () => number) => Observation | null;

function rowReader(columns: SdmxColumns, width: number, faults: Faults): RowReader {
  const { axes, names, at } = columns;
  const known: Known = new Map();
  const shared = new Map<string, { readonly [dimension: string]: string }>();
  const seen = new Set<string>();
  const cellOf = (record: readonly string[], column: number): string =>
    column < 0 ? "" : record[column]!.trim();
  return (record, line) => {
    if (record.length !== width) {
      if (record.every((cell) => cell.trim() === "")) return null;
      const sentence = `expected ${width} cells, got ${record.length}. Look for a delimiter or a quote that is missing or too many.`;
      faults.add("ragged-row", { line: line() }, sentence);
      return null;
    }
    const codes = at.map((column, i) =>
      readCode(idOf(record[column]!), known, () => ({ line: line(), column: names[i]! }), faults),
    );
    const geo = codes[axes.geo]!;
    const place = (column: string): Place => ({ line: line(), column, region: geo });
    if (/^d(?:elete)?$/i.test(cellOf(record, columns.action))) {
      const sentence =
        "expected rows to be read, got one to be deleted. Take the whole data set, not its changes.";
      faults.add("deleted-row", place("ACTION"), sentence);
    }
    const value = readNumber(cellOf(record, columns.value), FORMAT);
    if (typeof value === "object" && value !== null)
      faults.add(
        "not-a-number",
        place("OBS_VALUE"),
        `expected a number, got ${show(cellOf(record, columns.value))}. Mend the cell.`,
      );
    const status = idOf(cellOf(record, columns.flag));
    const flag = joinFlags(status, idOf(cellOf(record, columns.confidentiality)));
    if (flag === undefined)
      faults.add(
        "not-a-flag",
        place("OBS_FLAG"),
        `expected the letters of a flag, got ${show(status)}. Mend the cell.`,
      );
    const whole = codes.join(",");
    if (seen.has(whole))
      faults.add(
        "duplicate-observation",
        place("OBS_VALUE"),
        `expected each observation once, got ${show(whole)} again.`,
      );
    seen.add(whole);
    if (typeof value === "object" && value !== null) return null;
    if (value === null && (flag === null || flag === undefined)) return null;
    const others = axes.others.map((one) => codes[one.at]!);
    const key = others.join(",");
    let keys = shared.get(key);
    if (keys === undefined) {
      keys = Object.fromEntries(axes.others.map(({ name }, i) => [name, others[i]!]));
      shared.set(key, keys);
    }
    return { geo, time: codes[axes.time]!, value, flag: flag ?? null, keys };
  };
}
