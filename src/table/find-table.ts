import { type CsvRecords, parseHead, parseRecords } from "./csv-records.js";
import { checkFilled, isBlank, type TableRecords } from "./csv-sheet.js";
import { findHeader } from "./find-header.js";
import type { Framework } from "./framework.js";
import type { Change } from "./ledger.js";
import type { ReadChoices } from "./read-options.js";
import { findRowsLeftOut } from "./rows-left-out.js";
import { wantedColumns } from "./wanted-columns.js";

/** Where the table stands in an office's file, and what was changed to find it. */
export interface FoundTable {
  readonly csv: CsvRecords;
  readonly delimiter: string;
  readonly records: TableRecords;
  readonly changes: readonly Change[];
}

/** The delimiters that are looked for. */
const DELIMITERS = [",", ";", "\t", "|"];
/** The header stands among so many first records. */
const HEAD = 20;
/** Excel's own line about the delimiter. */
const SEP = /^\ufeff?sep=([^"\r\n])(?=[\r\n]|$)/i;

/** Finds delimiter, header and rows of the table in a file with titles above and footnotes below. */
export function findTable(text: string, framework: Framework, choices: ReadChoices): FoundTable {
  const wanted = wantedColumns(framework, choices);
  const sep = SEP.exec(text);
  // The line stays, empty: the numbers of all others depend on it.
  const rest = sep === null ? text : text.slice(sep[0].length);
  const known = choices.given.has("delimiter") ? choices.delimiter : sep?.[1];
  const possible = known === undefined ? DELIMITERS.filter((mark) => rest.includes(mark)) : [known];
  const heads = possible.flatMap((delimiter) => {
    const records = parseHead(rest, delimiter, HEAD);
    const lineOf = (record: number): number => parseRecords(rest, delimiter).lineOf(record);
    return records === null ? [] : [{ delimiter, records, lineOf }];
  });
  const found = findHeader(heads, wanted);
  const delimiter = found?.head.delimiter ?? known ?? choices.delimiter;
  const csv = parseRecords(rest, delimiter);
  checkFilled(csv);
  const { from, at, header, parts } = found ?? { from: 0, at: 0, header: csv.records[0]!, parts: [] };
  const leftOut = findRowsLeftOut(csv.records, header, at, wanted);
  const above = csv.records.flatMap((record, i) => (i < from && !isBlank(record) ? [i] : []));
  const joined = parts.some((all) => all.length > 1);
  const changes: Change[] = [
    ...(delimiter === choices.delimiter
      ? []
      : [{ kind: "delimiter-found", line: csv.lineOf(from), from: delimiter, to: null } as const]),
    ...parts.flatMap((all, i) =>
      all.length > (joined ? 1 : 0)
        ? [
            {
              kind: "header-rows-joined",
              line: csv.lineOf(at),
              from: all.join(" | "),
              to: header[i]!,
            } as const,
          ]
        : [],
    ),
    ...(sep === null ? [] : [{ kind: "rows-left-out", line: 1, from: sep[0], to: null } as const]),
    ...[...above, ...leftOut].map((i) => {
      const cells = csv.records[i]!.filter((cell) => cell.trim() !== "");
      return { kind: "rows-left-out", line: csv.lineOf(i), from: cells.join(delimiter), to: null } as const;
    }),
  ];
  return { csv, delimiter, records: { header, at, leftOut: new Set(leftOut) }, changes };
}
