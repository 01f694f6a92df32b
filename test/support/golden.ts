import { readFileSync } from "node:fs";
import { parseFramework, type RegionTable, readRegionRows } from "reference-regions";
import { expect } from "vitest";

/** The values of one indicator, in the order of the regions; null = missing. */
export type Column = readonly (number | null)[];

/** A data set of test/golden/data. */
export interface GoldenData {
  readonly codes: readonly string[];
  readonly countries: readonly string[];
  readonly columns: Readonly<Record<string, Column>>;
}

const folder = new URL("../golden/", import.meta.url);

/** Reads test/golden/<name>.json, written by the script that its `made` field and its make-* file name. */
export function readGolden<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8")) as T;
}

/** Reads test/golden/data/<name>.csv without the library's own reader: plain commas, no quotes, empty = missing. */
export function readData(name: string): GoldenData {
  const [header, ...rows] = readFileSync(new URL(`data/${name}.csv`, folder), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
  const indicators = header!.slice(2);
  return {
    codes: rows.map((row) => row[0]!),
    countries: rows.map((row) => row[1]!),
    columns: Object.fromEntries(
      indicators.map((id, k) => [id, rows.map((row) => (row[k + 2] === "" ? null : Number(row[k + 2])))]),
    ),
  };
}

/** The present values of a column. */
export function present(column: Column): number[] {
  return column.filter((value) => value !== null);
}

/** A data set as the library's table, all indicators structural and in one dimension. */
export function tableOf({ codes, countries, columns }: GoldenData): RegionTable {
  const indicators = Object.keys(columns);
  const framework = parseFramework({
    schemaVersion: 1,
    id: "golden",
    name: "Golden numbers",
    dimensions: [{ id: "all", name: "All" }],
    indicators: indicators.map((id) => ({ id, name: id, dimension: "all", role: "structural" })),
  });
  const rows = codes.map((code, i) => ({
    code,
    name: code,
    country: countries[i]!,
    ...Object.fromEntries(indicators.map((id) => [id, columns[id]![i]!])),
  }));
  return readRegionRows(rows, framework);
}

export interface Tolerance {
  /** Largest allowed difference relative to the expected value; default 1e-12. */
  readonly relative?: number;
  /** Expected values smaller than this are measured against it instead: for numbers that cancel to near 0. Default 0. */
  readonly floor?: number;
}

/** Fails unless `actual` is within the relative tolerance of `expected`; null matches null alone. */
export function expectClose(
  actual: number | null | undefined,
  expected: number | null,
  label: string,
  { relative = 1e-12, floor = 0 }: Tolerance = {},
): void {
  const where = `${label}: expected ${expected}, got ${actual}`;
  if (expected === null || actual === null || actual === undefined || !Number.isFinite(actual)) {
    expect(actual, where).toBe(expected);
    return;
  }
  const allowed = relative * Math.max(Math.abs(expected), floor);
  expect(Math.abs(actual - expected) <= allowed, `${where}, allowed difference ${allowed}`).toBe(true);
}

/** `expectClose` cell by cell. */
export function expectColumn(
  actual: ArrayLike<number | null> | undefined,
  expected: Column,
  label: string,
  tolerance?: Tolerance,
): void {
  expect(actual, label).toBeDefined();
  expect(actual!.length, `${label}: length`).toBe(expected.length);
  expected.forEach((value, i) => {
    expectClose(actual![i], value, `${label}, cell ${i + 1}`, tolerance);
  });
}
