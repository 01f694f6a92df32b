import { DataError, issueAt } from "../shared/errors.js";
import { show } from "../shared/show.js";
import type { WantedColumns } from "./wanted-columns.js";

/** The first records of a file, read with one delimiter. */
export interface Head {
  readonly delimiter: string;
  readonly records: readonly (readonly string[])[];
  lineOf(record: number): number;
}

/** A header in one record, or in two. */
export interface FoundHeader {
  readonly head: Head;
  /** The record that the header begins in, and the one that it ends in. */
  readonly from: number;
  readonly at: number;
  readonly header: readonly string[];
  /** What the names were put together from, where there are two records. */
  readonly parts: readonly (readonly string[])[];
}

/**
 * Finds the header by the framework's ids: the one record that holds all of them, or two records that do so together. Where there is more
 * than one way, the error asks; where there is none, the record that holds most of them is taken, and the reader says what is missing.
 */
export function findHeader(heads: readonly Head[], wanted: WantedColumns): FoundHeader | undefined {
  const counted = (way: FoundHeader): FoundHeader & { readonly count: number } => {
    const cells = new Set(way.header.map((cell) => cell.trim()));
    return { ...way, count: wanted.needed.filter((name) => cells.has(name)).length };
  };
  const single = heads.flatMap((head) =>
    head.records.map((header, at) => counted({ head, from: at, at, header, parts: [] })),
  );
  const double = heads.flatMap((head) =>
    head.records
      .slice(1)
      .map((low, i) => counted({ head, from: i, at: i + 1, ...joinHeaders(head.records[i]!, low, wanted) })),
  );
  const [ways = []] = [single, double]
    .map((all) => all.filter(({ count }) => count === wanted.needed.length))
    .filter(({ length }) => length > 0);
  if (ways.length > 1) throw askWhich(ways);
  const most = Math.max(1, ...single.map(({ count }) => count));
  return ways[0] ?? single.find(({ count }) => count === most);
}

/**
 * A header of two rows: a title over merged cells (`GDP` over `2020` and `2021`) belongs to all of them, a cell with nothing below stands
 * for itself. A column is what its lower cell says, or both together (`GDP 2020` is `GDP_2020`).
 */
function joinHeaders(
  top: readonly string[],
  low: readonly string[],
  { needed, naming }: WantedColumns,
): Pick<FoundHeader, "header" | "parts"> {
  let title = "";
  const parts = Array.from({ length: Math.max(top.length, low.length) }, (_, column) => {
    const [above = "", below = ""] = [top[column]?.trim(), low[column]?.trim()];
    if (above !== "") title = below === "" ? "" : above;
    return [below === "" ? above : title, below].filter((part) => part !== "");
  });
  const names = [...needed, ...naming];
  const header = parts.map((all) => {
    const joined = words(all.join(" "));
    return names.find((name) => name === all.at(-1) || words(name) === joined) ?? all.join(" ");
  });
  return { header, parts };
}

function words(text: string): string {
  return text.replace(/[\s_\-–,;:/.()]+/g, " ").trim();
}

function askWhich(ways: readonly FoundHeader[]): DataError {
  const [first, second] = ways.map(({ head, from }) => {
    const line = head.lineOf(from);
    return { line, text: `line ${line} (delimiter ${show(head.delimiter)})` };
  });
  const sentence = `expected one header, got one in ${first!.text} and one in ${second!.text}. Set delimiter, or remove one.`;
  return new DataError([issueAt("ambiguous-header", { line: first!.line }, sentence)]);
}
