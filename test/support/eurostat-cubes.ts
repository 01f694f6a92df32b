import type { Framework, Indicator } from "reference-regions";
import type { ServedTable } from "./eurostat-server.js";

type Select = { readonly [dimension: string]: string | readonly string[] };
interface Cell {
  readonly dataset: string;
  readonly keys: { readonly [dimension: string]: string };
}

/** A small TSV file for each data set that a framework names, with a cell for every code that it selects: made up, the same in every run. */
export function cubesOf(
  { indicators }: Framework,
  geos: readonly string[],
  years: readonly number[],
): { readonly [dataset: string]: string } {
  const parts = new Map<string, Cell>();
  const wholes = new Map<string, Set<string>>();
  for (const indicator of indicators) {
    const { own, against } = cellsOf(indicator);
    for (const cell of [...own, ...against]) parts.set(idOf(cell), cell);
    for (const whole of against)
      for (const part of own)
        if (part.dataset === whole.dataset)
          wholes.set(idOf(whole), (wholes.get(idOf(whole)) ?? new Set()).add(idOf(part)));
  }
  const figure = (id: string, geo: string, year: number): number => {
    const inside = wholes.get(id);
    if (inside === undefined) return 1 + (hash(`${id} ${geo}`) % 80) / 10 + (year % 10) / 10;
    // A little more than its parts: shares never add to all.
    return [...inside].reduce((sum, part) => sum + figure(part, geo, year), 0) * 1.02;
  };
  const files: { [dataset: string]: string } = {};
  for (const [id, { dataset, keys }] of parts) {
    files[dataset] ??= `${[...Object.keys(keys), "geo"].join(",")}\\TIME_PERIOD\t${years.join("\t")}\n`;
    for (const geo of geos) {
      const cells = years.map((year) => figure(id, geo, year).toFixed(3));
      files[dataset] += `${[...Object.values(keys), geo].join(",")}\t${cells.join("\t")}\n`;
    }
  }
  return files;
}

/** Such files as a server of Eurostat's holds them. */
export function tablesOf(cubes: { readonly [dataset: string]: string }): {
  readonly [dataset: string]: ServedTable;
} {
  return Object.fromEntries(Object.entries(cubes).map(([dataset, tsv]) => [dataset, tableOf(tsv)]));
}

function tableOf(tsv: string): ServedTable {
  const [head, ...lines] = tsv
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"));
  const names = head![0]!.replace(/\\.*/, "").split(",");
  const years = head!.slice(1);
  const rows = new Map(lines.map(([key, ...cells]) => [key!, cells]));
  const codes = (at: number): string[] => [...new Set([...rows.keys()].map((key) => key.split(",")[at]!))];
  return {
    dimensions: { ...Object.fromEntries(names.map((name, at) => [name, codes(at)])), time: years },
    value: (cell) =>
      Number(rows.get(names.map((name) => cell[name]).join(","))?.[years.indexOf(cell.time!)] ?? Number.NaN),
  };
}

/** The cells of an indicator, and those that it is set against. */
export function cellsOf({ from }: Indicator): { readonly own: Cell[]; readonly against: Cell[] } {
  const { dataset, select, derive } = from!;
  const other =
    derive === undefined ? null : "share" in derive ? derive.share : "ratio" in derive ? derive.ratio : null;
  return {
    own: expand(dataset, select),
    against: other === null ? [] : expand(other.dataset ?? dataset, other.select),
  };
}

function expand(dataset: string, select: Select): Cell[] {
  const dimensions = Object.keys(select).sort();
  const keys = dimensions.reduce<{ [dimension: string]: string }[]>(
    (all, dimension) =>
      all.flatMap((one) => [select[dimension]!].flat().map((code) => ({ ...one, [dimension]: code }))),
    [{}],
  );
  return keys.map((one) => ({ dataset, keys: one }));
}

function idOf({ dataset, keys }: Cell): string {
  return `${dataset} ${JSON.stringify(keys)}`;
}

function hash(text: string): number {
  let sum = 17;
  for (const letter of text) sum = (sum * 31 + letter.codePointAt(0)!) % 1_000_003;
  return sum;
}
