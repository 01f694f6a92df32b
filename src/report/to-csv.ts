import type { Benchmark } from "../benchmark/benchmark.js";
import type { Typology } from "../cluster/typology.js";
import type { ReferenceRegions } from "../reference/reference-regions.js";
import type { Sensitivity } from "../sensitivity/sensitivity.js";
import { optionsError } from "../shared/errors.js";
import { show } from "../shared/show.js";
import { type Text, textIn } from "../shared/text.js";

/** Options of `toCsv`. */
export interface CsvOptions {
  /** Of a list: its regions (default), or what each indicator contributes to each distance. */
  readonly what?: "regions" | "contributions" | undefined;
  /** The language of names that have several; default `"en"`. */
  readonly language?: string | undefined;
  /** Default `","`. */
  readonly delimiter?: string | undefined;
}

type Cell = string | number | boolean | null;
type Rows = readonly (readonly Cell[])[];

/**
 * A result as CSV, header first: a list of reference regions (or its contributions), a benchmark, a typology or a sensitivity. Numbers
 * have all their digits and a point; a missing one is an empty cell. Lines end with `\r\n`, as RFC 4180 has it.
 *
 * A text that a spreadsheet would run as a formula (it begins with `=`, `+`, `-`, `@`, a tab or a return) gets an apostrophe in front.
 *
 * @throws {OptionsError} For anything else than these results, and contributions of a list that was made without reasons.
 *
 * @example
 * ```ts
 * const list = findReferenceRegions(space, "ES21", { count: 2 });
 * toCsv(list).split("\r\n")[0]; // => "rank,id,name,country,distance,similarity,closeness,coverage"
 * ```
 */
export function toCsv(
  result: ReferenceRegions | Benchmark | Typology | Sensitivity,
  { what = "regions", language = "en", delimiter = "," }: CsvOptions = {},
): string {
  const rows = rowsOf(result, what, (text) => (text === null ? "" : textIn(text, language)));
  return rows.map((row) => `${row.map((cell) => written(cell, delimiter)).join(delimiter)}\r\n`).join("");
}

function rowsOf(
  result: ReferenceRegions | Benchmark | Typology | Sensitivity,
  what: CsvOptions["what"],
  say: (text: Text | null) => string,
): Rows {
  if ("contributionRule" in result)
    return what === "contributions" ? contributionRows(result) : listRows(result, say);
  if ("strengths" in result) return benchmarkRows(result, say);
  if ("clusters" in result) return typologyRows(result, say);
  if ("drivers" in result) return sensitivityRows(result, say);
  throw optionsError(
    "no-table",
    { path: "toCsv.result" },
    `expected reference regions, a benchmark, a typology or a sensitivity, got ${show(result)}.`,
  );
}

function listRows({ regions }: ReferenceRegions, say: (text: Text) => string): Rows {
  return [
    ["rank", "id", "name", "country", "distance", "similarity", "closeness", "coverage"],
    ...regions.map(({ rank, id, name, country, distance, similarity, closeness, coverage }) => [
      rank,
      id,
      say(name),
      country,
      distance,
      similarity,
      closeness,
      coverage,
    ]),
  ];
}

function contributionRows({ regions }: ReferenceRegions): Rows {
  const rows = regions.flatMap(({ id: region, contributions }) => {
    if (contributions === undefined)
      throw optionsError(
        "no-contributions",
        { path: "toCsv.what", region },
        "expected a list with contributions, got one without. Make it with explain: true.",
      );
    return contributions.indicators.map(({ id, share, gap, target, value }) => [
      region,
      id,
      share,
      gap,
      target,
      value,
    ]);
  });
  return [["region", "indicator", "share", "gap", "target", "value"], ...rows];
}

function benchmarkRows({ indicators }: Benchmark, say: (text: Text | null) => string): Rows {
  const figures = [
    "target",
    "known",
    "mean",
    "sd",
    "min",
    "q1",
    "median",
    "q3",
    "max",
    "rank",
    "percentile",
    "gapToMedian",
    "gapToBest",
    "score",
    "standing",
  ] as const;
  return [
    ["id", "name", "unit", "direction", ...figures, "leaders"],
    ...indicators.map((one) => [
      one.id,
      say(one.name),
      say(one.unit),
      one.direction,
      ...figures.map((figure) => one[figure]),
      one.leaders.join(" "),
    ]),
  ];
}

function typologyRows({ regions }: Typology, say: (text: Text) => string): Rows {
  return [
    ["id", "name", "country", "type", "silhouette", "secondBest", "borderline"],
    ...regions.map(({ id, name, country, label, silhouette, secondBest, borderline }) => [
      id,
      say(name),
      country,
      label,
      silhouette,
      secondBest,
      borderline,
    ]),
  ];
}

function sensitivityRows({ regions }: Sensitivity, say: (text: Text) => string): Rows {
  return [
    ["id", "name", "country", "rank", "listed", "inclusion", "rankLow", "rankMedian", "rankHigh"],
    ...regions.map(({ id, name, country, rank, listed, inclusion, rankLow, rankMedian, rankHigh }) => [
      id,
      say(name),
      country,
      rank,
      listed,
      inclusion,
      rankLow,
      rankMedian,
      rankHigh,
    ]),
  ];
}

function written(cell: Cell, delimiter: string): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
