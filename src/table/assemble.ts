import { DataError, type Issue, issueAt, type Place } from "../shared/errors.js";
import { byKey, isReservedName, reservedNameSentence } from "../shared/ids.js";
import type { Note } from "../shared/note.js";
import type { Text } from "../shared/text.js";
import { readNumber } from "./cells.js";
import { checkCompositions } from "./compositions.js";
import type { Framework, Indicator } from "./framework.js";
import { type HeaderMap, readHeader } from "./header.js";
import { layOutWide } from "./long.js";
import type { ReadChoices } from "./read-options.js";
import type { Attribute, Column, Region, RegionTable } from "./region-table.js";
import { cellText, type Sheet } from "./sheet.js";

/** Turns a sheet of either layout into a checked table, or throws one `DataError` with every problem of header, regions and cells. */
export function tableFromSheet(input: Sheet, framework: Framework, choices: ReadChoices): RegionTable {
  const issues: Issue[] = [];
  const sheet = choices.layout === "long" ? layOutWide(input, framework, choices, issues) : input;
  const header = readHeader(sheet, framework, choices, issues);
  const rows = sheet.rows.map((_, row) => row).filter((row) => !isBlank(sheet.rows[row]!));
  const regions = readRegions(sheet, rows, header, choices, issues);
  const columns = byKey(
    framework.indicators,
    (indicator) => indicator.id,
    (indicator) => readColumn(sheet, rows, header, indicator, choices, issues),
  );
  if (issues.length === 0) {
    issues.push(
      ...tooFewRegions(regions),
      ...emptyRegions(regions, columns, (row) => sheet.placeOf(rows[row]!)),
    );
  }
  if (issues.length > 0) throw new DataError(issues);
  const notes = [
    ...emptyIndicators(framework, columns),
    ...numericAttributes(regions),
    ...checkCompositions(framework, regions, columns),
  ];
  return { framework, regions, columns, notes };
}

function isBlank(row: readonly unknown[]): boolean {
  return row.every((cell) => cell === null || cell === undefined || cell === "");
}

function readRegions(
  sheet: Sheet,
  rows: readonly number[],
  header: HeaderMap,
  choices: ReadChoices,
  issues: Issue[],
): Region[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const cells = sheet.rows[row]!;
    const at = (column: number): string => (column < 0 ? "" : cellText(cells[column]));
    const id = at(header.id);
    const report = (code: string, place: Place, sentence: string): void => {
      issues.push(issueAt(code, { ...sheet.placeOf(row, header.id), ...place }, sentence));
    };
    const first = seen.get(id);
    if (header.id >= 0 && id === "")
      report("empty-region-id", {}, "expected a region id, got an empty cell. Give each region an id.");
    else if (isReservedName(id)) report("reserved-name", {}, reservedNameSentence(id, "a region id"));
    else if (first !== undefined && header.id >= 0) {
      const place = sheet.placeOf(first);
      report(
        "duplicate-region",
        {},
        `expected each region once, got "${id}" again (first in ${place.line === undefined ? `row ${place.row}` : `line ${place.line}`}). Remove one of the two.`,
      );
    } else seen.set(id, row);
    const coordinate = (column: number, limit: number, what: string): number | null => {
      if (column < 0) return null;
      const value = readNumber(cells[column], choices);
      const off =
        value !== null &&
        (typeof value === "object"
          ? value.problem
          : Math.abs(value) > limit &&
            `expected ${what} of -${limit} to ${limit} degrees, got ${value}. Mend the cell.`);
      if (off) issues.push(issueAt("not-a-coordinate", { ...sheet.placeOf(row, column), region: id }, off));
      return typeof value === "number" ? value : null;
    };
    return {
      id,
      name: nameOf(header, at, id),
      country: at(header.country) || null,
      latitude: coordinate(header.latitude, 90, "a latitude"),
      longitude: coordinate(header.longitude, 180, "a longitude"),
      attributes: byKey(
        header.attributes,
        ({ name }) => name,
        ({ column }) => attribute(cells[column]),
      ),
    };
  });
}

function nameOf(header: HeaderMap, at: (column: number) => string, id: string): Text {
  if (typeof header.name === "number") return at(header.name) || id;
  return byKey(
    header.name,
    ({ language }) => language,
    ({ column }) => at(column) || id,
  );
}

function attribute(value: unknown): Attribute {
  if (typeof value === "string") return value.trim() === "" ? null : value.trim();
  return typeof value === "number" || typeof value === "boolean" ? value : null;
}

function readColumn(
  sheet: Sheet,
  rows: readonly number[],
  header: HeaderMap,
  indicator: Indicator,
  choices: ReadChoices,
  issues: Issue[],
): Column {
  const column = header.indicators.get(indicator.id);
  if (column === undefined) return rows.map(() => null);
  const { min = -Infinity, max = Infinity } = indicator.range ?? {};
  return rows.map((row) => {
    const value = readNumber(sheet.rows[row]![column], choices);
    if (value === null || (typeof value === "number" && value >= min && value <= max)) return value;
    const region = header.id < 0 ? undefined : cellText(sheet.rows[row]![header.id]);
    const place = { ...sheet.placeOf(row, column), ...(region ? { region } : {}), indicator: indicator.id };
    issues.push(
      typeof value === "number"
        ? issueAt(
            "out-of-range",
            place,
            `expected a number from ${min} to ${max}, got ${value}. Mend the cell, or the range in the framework.`,
          )
        : issueAt("not-a-number", place, value.problem),
    );
    return null;
  });
}

function tooFewRegions(regions: readonly Region[]): Issue[] {
  if (regions.length >= 2) return [];
  const came = regions.length === 0 ? "a header and no region" : `one region (${regions[0]!.id})`;
  return [
    issueAt(
      "too-few-regions",
      {},
      `expected at least two regions, got ${came}. A region is compared with others.`,
    ),
  ];
}

function emptyRegions(
  regions: readonly Region[],
  columns: RegionTable["columns"],
  placeOf: (row: number) => Place,
): Issue[] {
  const values = Object.values(columns);
  return regions.flatMap(({ id }, row) =>
    values.some((column) => column[row] !== null)
      ? []
      : [
          issueAt(
            "empty-region",
            { ...placeOf(row), region: id },
            "expected a value in at least one indicator, got none. Remove the region or give its figures.",
          ),
        ],
  );
}

function emptyIndicators(framework: Framework, columns: RegionTable["columns"]): Note[] {
  return framework.indicators
    .filter(({ id }) => columns[id]!.every((value) => value === null))
    .map(({ id }) => ({
      code: "empty-indicator",
      indicator: id,
      message: `Indicator ${id} has no value for any region; it gets weight 0.`,
    }));
}

function numericAttributes(regions: readonly Region[]): Note[] {
  const columns = Object.keys(regions[0]!.attributes).filter((name) => {
    const values = regions.map(({ attributes }) => attributes[name]).filter((value) => value !== null);
    return values.length > 0 && values.every((value) => Number.isFinite(Number(value)));
  });
  if (columns.length === 0) return [];
  return [
    {
      code: "numbers-kept-as-attributes",
      columns,
      message: `Numbers that are no indicators of the framework were kept as attributes: ${columns.join(", ")}.`,
    },
  ];
}
