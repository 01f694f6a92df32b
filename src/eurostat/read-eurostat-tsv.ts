import { show } from "../shared/show.js";
import { type Axes, findAxes, type Known, readCode } from "./codes.js";
import { collectFaults, dataError, type Faults } from "./faults.js";
import { readFlaggedCell } from "./flags.js";
import type { Observation, Observations } from "./observations.js";
import { plainNumberAt } from "./plain-number.js";
import { checkText, lineReader } from "./text-lines.js";

/**
 * Reads a table of Eurostat's bulk download (TSV), of today's form and of the form before 2022.
 *
 * The first column of such a file holds the codes of a series (`A,PC,ES21`), the others a period each, in any order. Flags stand
 * behind the number (`12.3 e`); `:` is a missing value. A missing value with a flag (`: c`) is an observation without a value; one
 * without a flag says nothing and is left out.
 *
 * @param text The decoded text of the file; see `decode` for bytes and for `.gz`.
 * @throws {DataError} With every problem at once, each with its line and column: a header that is none, a row with too many or too few
 * cells, a cell that is no number, a code that is missing, a series or a period that stands there twice.
 *
 * @example
 * ```ts
 * const tsv = "freq,unit,geo\\TIME_PERIOD\t2021 \t2022 \nA,PC,ES21\t12.3 e\t: c\nA,PC,ES22\t: \t4 \n";
 * const read = readEurostatTsv(tsv);
 * read.dimensions; // => ["freq", "unit"]
 * read.observations.length; // => 3
 * read.observations[1]; // => { geo: "ES21", time: "2022", value: null, flag: "c", keys: { freq: "A", unit: "PC" } }
 * ```
 */
export function readEurostatTsv(text: string): Observations {
  const lines = lineReader(checkText(text, "a TSV file"));
  const first = lines.next();
  if (first === null)
    throw dataError("empty-file", {}, "expected a header and one line a series, got an empty file.");
  const faults = collectFaults();
  const header = readHeader(first, lines.line(), faults);
  faults.throwAny();
  const observations: Observation[] = [];
  const known: Known = new Map();
  const series = new Map<string, number>();
  for (let row = lines.next(); row !== null; row = lines.next())
    readSeries(row, lines.line(), header, { observations, known, series }, faults);
  faults.throwAny();
  return { dimensions: header.axes.others.map(({ name }) => name), observations };
}

/** What the header says: the dimensions of the first column, then the one that lies across, with its codes. */
interface Header {
  readonly axes: Axes;
  readonly across: "geo" | "time";
  /** How many codes the first column holds. */
  readonly codes: number;
  readonly heads: readonly string[];
}

function readHeader(row: string, line: number, faults: Faults): Header {
  const cells = row.split("\t");
  const first = cells[0]!.trim();
  const cut = first.indexOf("\\");
  if (cut < 0)
    throw dataError(
      "not-tsv",
      { line },
      `expected a header that begins like freq,unit,geo\\TIME_PERIOD, got ${show(first)}. Take the TSV file of Eurostat's bulk download; readSdmxCsv and readJsonStat read the other forms.`,
    );
  const names = [...first.slice(0, cut).split(","), first.slice(cut + 1)].map((name) => name.trim());
  const axes = findAxes(names, { line }, faults);
  const heads = cells.slice(1).map((cell) => cell.trim());
  if (heads.length === 0)
    faults.add("no-periods", { line }, "expected a period in each column behind the first, got none.");
  const seen = new Set<string>();
  const known: Known = new Map();
  for (const [i, head] of heads.entries()) {
    readCode(head, known, () => ({ line, column: `${i + 2}` }), faults);
    if (seen.has(head) && head !== "")
      faults.add("duplicate-period", { line, column: head }, "expected each column once, got it twice.");
    seen.add(head);
  }
  const last = names.length - 1;
  const across = axes?.geo === last ? "geo" : "time";
  if (axes !== null && axes.geo !== last && axes.time !== last)
    faults.add(
      "no-time",
      { line },
      `expected the periods or the regions in the columns, got ${show(names[last])}.`,
    );
  return { axes: axes ?? { geo: 0, time: 0, others: [] }, across, codes: last, heads };
}

interface Gathered {
  readonly observations: Observation[];
  readonly known: Known;
  /** The line of each series that was read. */
  readonly series: Map<string, number>;
}

function readSeries(row: string, line: number, header: Header, into: Gathered, faults: Faults): void {
  const { axes, across, codes, heads } = header;
  const keyEnd = row.indexOf("\t");
  const key = keyEnd < 0 ? row : row.slice(0, keyEnd);
  const parts = key.split(",");
  if (parts.length !== codes) {
    const sentence = `expected ${codes} codes with commas between, got ${show(key)}. Look for a code or a tab that is missing.`;
    faults.add("ragged-row", { line }, sentence);
    return;
  }
  const own = parts.map((part) => readCode(part, into.known, () => ({ line }), faults));
  const name = own.join(",");
  const before = into.series.get(name);
  if (before !== undefined) {
    const sentence = `expected each series once, got ${show(name)} on line ${before} as well. Remove one of the two.`;
    faults.add("duplicate-series", { line }, sentence);
    return;
  }
  into.series.set(name, line);
  const keys: { [dimension: string]: string } = {};
  for (const { name: dimension, at } of axes.others) keys[dimension] = own[at]!;
  const fixed = own[across === "time" ? axes.geo : axes.time]!;
  const place = { fixed, across, keys, line };
  let start = keyEnd < 0 ? row.length + 1 : keyEnd + 1;
  let count = 0;
  for (; start <= row.length; count++) {
    const tab = row.indexOf("\t", start);
    const end = tab < 0 ? row.length : tab;
    const head = heads[count];
    if (head !== undefined) readCellAt(row, start, end, head, place, into, faults);
    start = end + 1;
  }
  if (count === heads.length) return;
  const sentence = `expected ${heads.length} cells behind the codes, got ${count}. Look for a tab that is missing or too many, or a file that was cut off.`;
  faults.add("ragged-row", { line }, sentence);
}

/** What is known of the cells of a series before they are read. */
interface CellPlace {
  readonly fixed: string;
  readonly across: "geo" | "time";
  readonly keys: Observation["keys"];
  readonly line: number;
}

const SPACE = 32;
const COLON = 58;

function readCellAt(
  row: string,
  from: number,
  to: number,
  head: string,
  place: CellPlace,
  into: Gathered,
  faults: Faults,
) {
  let start = from;
  let end = to;
  while (end > start && row.charCodeAt(end - 1) === SPACE) end -= 1;
  while (start < end && row.charCodeAt(start) === SPACE) start += 1;
  if (end === start + 1 && row.charCodeAt(start) === COLON) return;
  let value: number | null = plainNumberAt(row, start, end);
  let flag: string | null = null;
  const { fixed, across, keys, line } = place;
  if (Number.isNaN(value)) {
    const text = row.slice(start, end);
    const cell = readFlaggedCell(text);
    if (cell === undefined) {
      const region = across === "time" ? fixed : head;
      faults.add("not-a-number", { line, column: head, region }, notANumber(text));
      return;
    }
    value = cell.value;
    flag = cell.flag === null ? null : intern(cell.flag, into.known);
  }
  into.observations.push(
    across === "time"
      ? { geo: fixed, time: head, value, flag, keys }
      : { geo: head, time: fixed, value, flag, keys },
  );
}

function intern(text: string, known: Known): string {
  const seen = known.get(text);
  if (seen === undefined) known.set(text, text);
  return seen ?? text;
}

function notANumber(text: string): string {
  return `expected a number with flags behind it, or ":", got ${show(text)}. Mend the cell.`;
}
