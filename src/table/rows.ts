import { DataError, issueAt } from "../shared/errors.js";
import { show } from "../shared/show.js";
import { tableFromSheet } from "./assemble.js";
import type { Framework } from "./framework.js";
import { mendCells } from "./mend-cells.js";
import { type ReadRowsOptions, readChoices } from "./read-options.js";
import type { Region, RegionTable } from "./region-table.js";
import type { Sheet } from "./sheet.js";

/** A row as data frames, JSON files and databases give it: values by column name. */
export type Row = { readonly [column: string]: unknown };

/**
 * Reads a table of regions from an array of objects and checks every cell; the same as `readRegionsCsv` once the text is parsed.
 *
 * Numbers may be numbers or texts; `null`, `undefined` and an absent key are missing values. `NaN` and infinite numbers are
 * refused: write `null`. A column that any row has is a column of the table. `forgive: true` reads texts as `readRegionsCsv` does.
 *
 * @param rows One object a region (`layout: "wide"`), or one a region and indicator (`"long"`).
 * @param framework From `parseFramework`; every indicator needs its column.
 * @param options Layout, column names, and how texts are read as numbers.
 * @throws {DataError} With every problem at once: row, column and region of each.
 * @throws {OptionsError} For unknown or impossible options.
 *
 * @example
 * ```ts
 * const ages = parseFramework({
 *   schemaVersion: 1,
 *   id: "ages",
 *   name: "Ages",
 *   dimensions: [{ id: "social", name: "Social" }],
 *   indicators: [
 *     { id: "age", name: "Median age", dimension: "social", role: "structural" },
 *     { id: "births", name: "Births", dimension: "social", role: "structural" },
 *   ],
 * });
 * const read = readRegionRows([{ code: "A", age: 41.5, births: "9.2" }, { code: "B", age: 44 }], ages);
 * read.columns; // => { age: [41.5, 44], births: [9.2, null] }
 * ```
 */
export function readRegionRows(
  rows: readonly Row[],
  framework: Framework,
  options?: ReadRowsOptions,
): RegionTable {
  const choices = readChoices(options, "readRegionRows");
  return tableFromSheet(
    toSheet(rows),
    framework,
    choices,
    [],
    choices.forgive ? mendCells(choices) : undefined,
  );
}

/** Reads one row by itself: a region, and its figures in the order of the framework's indicators. */
export function readRow(
  row: Row,
  framework: Framework,
  options: ReadRowsOptions | undefined,
  where: string,
): { region: Region; values: readonly (number | null)[] } {
  const choices = { ...readChoices(options, where), leastRegions: 1 };
  const { regions, columns } = tableFromSheet(toSheet([row]), framework, choices);
  return { region: regions[0]!, values: framework.indicators.map(({ id }) => columns[id]![0]!) };
}

/** Rows as a sheet: a column for each key that any of them has. */
export function toSheet(rows: unknown): Sheet {
  if (!Array.isArray(rows))
    throw new DataError([
      issueAt("not-rows", {}, `expected a list of rows, got ${show(rows)}. Give one object a row.`),
    ]);
  const issues = rows.flatMap((row: unknown, i) =>
    typeof row === "object" && row !== null && !Array.isArray(row)
      ? []
      : [
          issueAt(
            "not-a-row",
            { row: i + 1 },
            `expected an object of values by column, got ${show(row)}. Mend or remove the row.`,
          ),
        ],
  );
  if (issues.length > 0) throw new DataError(issues);
  const header = [...new Set((rows as Row[]).flatMap((row) => Object.keys(row)))];
  if (header.length === 0)
    throw new DataError([
      issueAt("no-rows", {}, "expected rows of regions, got none. Give one object a region."),
    ]);
  return {
    header,
    rows: (rows as Row[]).map((row) => header.map((name) => (Object.hasOwn(row, name) ? row[name] : null))),
    placeOf: (row, column) => ({
      ...(row < 0 ? {} : { row: row + 1 }),
      ...(column === undefined ? {} : { column: header[column]!.trim() }),
    }),
  };
}
