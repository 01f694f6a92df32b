import { DataError, issueAt } from "../shared/errors.js";
import { show } from "../shared/show.js";
import { checkFrameworkGiven, tableFromSheet } from "./assemble.js";
import { parseRecords } from "./csv-records.js";
import { checkFilled, sheetOf } from "./csv-sheet.js";
import { findTable } from "./find-table.js";
import type { Framework } from "./framework.js";
import { mendCells } from "./mend-cells.js";
import { type ReadCsvOptions, readChoices } from "./read-options.js";
import type { RegionTable } from "./region-table.js";

/**
 * Reads a table of regions from CSV text and checks every cell.
 *
 * The first record is the header. Columns named by `options.columns` say who and where a region is; columns whose header is an
 * indicator of the framework are read as numbers; all others are kept as text in the regions' `attributes`. An empty cell
 * (and each text in `missing`) is a missing value and stays one: `null`. Nothing is guessed, nothing is filled.
 *
 * `forgive: true` reads what statistical offices publish, which is an error otherwise:
 *
 * - titles above the table, a header in two rows, a row of units, titles of sections, notes below; `;`, tab and `|`; Excel's `sep=;`
 * - numbers such as `1 234,5`, `1.234,5`, `1'234.5`, `−3`; `12,5 %` is 12.5, as written, never a share of 1
 * - letters and marks behind numbers: `7.3 b`, `4*`, `12.5¹`, `12 1)`; signs for "no value": `..`, `…`, `-`, `x`, `n.a.`, `: c`
 *
 * A file has one decimal mark: a cell that can be read in one way only settles it for all. Where none does (is `1.234` a thousand?) or
 * two disagree, the error asks, and `decimal` answers. Ranges, limits (`<5`), dates and units stay errors. Each repair is a numbered
 * note; the table's `ledger` has every cell, header and row of it. Text that reads without forgiveness gives the same table, or that
 * question. A title or note with a quote inside must be quoted. Bytes become text by `decode` of `reference-regions/eurostat`.
 *
 * @param text The decoded text; a byte order mark is passed over.
 * @param framework From `parseFramework`; every indicator needs its column.
 * @param options Layout, delimiter, decimal mark, missing tokens, column names, and whether to forgive.
 * @returns The table, with `notes` on indicators without any value, shares that do not add up, and repairs.
 * @throws {DataError} With every problem at once: line, column and region of each.
 * @throws {OptionsError} For unknown or impossible options.
 *
 * @example
 * ```ts
 * const own = readRegionsCsv(csv, framework);
 * own.regions.length; // => 242
 * own.regions[0].name; // => "Burgenland"
 * ```
 *
 * @example
 * ```ts
 * const ages = parseFramework({
 *   schemaVersion: 1,
 *   id: "ages",
 *   name: "Ages",
 *   dimensions: [{ id: "social", name: "Social" }],
 *   indicators: [
 *     { id: "jobs", name: "Jobs", dimension: "social", role: "structural" },
 *     { id: "age", name: "Median age", dimension: "social", role: "structural" },
 *   ],
 * });
 * const text = "Table 1\ncode;jobs;age\nAT11;1.234,5 p;48\nAT12;2.345;…\nSource: own count\n";
 * const { columns, notes, ledger } = readRegionsCsv(text, ages, { forgive: true });
 * columns; // => { jobs: [1234.5, 2345], age: [48, null] }
 * notes.map(({ code }) => code); // => ["delimiter-found", "rows-left-out", "number-format-read", "signs-left-out", "missing-signs-read"]
 * ledger[3]; // => { number: 4, code: "signs-left-out", cells: [{ line: 3, column: "jobs", region: "AT11", indicator: "jobs", from: "1.234,5 p", to: 1234.5 }] }
 * ```
 */
export function readRegionsCsv(text: string, framework: Framework, options?: ReadCsvOptions): RegionTable {
  const choices = readChoices(options, "readRegionsCsv");
  const whole = checkText(text);
  if (choices.forgive) {
    checkFrameworkGiven(framework);
    const { csv, records, changes, ...found } = findTable(whole, framework, choices);
    const { sheet, ragged } = sheetOf(csv, records, { ...choices, ...found });
    return tableFromSheet(sheet, framework, choices, ragged, mendCells(choices, changes));
  }
  const csv = parseRecords(whole, choices.delimiter);
  checkFilled(csv);
  const { sheet, ragged } = sheetOf(csv, { header: csv.records[0]!, at: 0, leftOut: new Set() }, choices);
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
