import { DataError, FrameworkError, type Issue, issueAt } from "../shared/errors.js";
import { byKey } from "../shared/ids.js";
import type { Note } from "../shared/note.js";
import { schemaVersion } from "../shared/schema-version.js";
import { show } from "../shared/show.js";
import { checkCompositions } from "./compositions.js";
import { readFigures } from "./figures.js";
import type { Framework } from "./framework.js";
import { checkHeaders, readHeader } from "./header.js";
import { layOutWide } from "./long.js";
import type { ReadChoices } from "./read-options.js";
import type { Region, RegionTable } from "./region-table.js";
import { readRegions } from "./regions.js";
import { type Sheet, withoutBlankRows } from "./sheet.js";

/**
 * Turns a sheet of either layout into a checked table, or throws one `DataError` with every problem of header, regions and cells.
 * `unread` are the problems of rows that came, but could not be laid out in cells.
 */
export function tableFromSheet(
  input: Sheet,
  framework: Framework,
  choices: ReadChoices,
  unread: readonly Issue[] = [],
): RegionTable {
  checkFrameworkGiven(framework);
  const filled = withoutBlankRows(input);
  const issues = [...unread, ...checkHeaders(filled)];
  const sheet = choices.layout === "long" ? layOutWide(filled, framework, choices, issues) : filled;
  const unplaced = issues.some(({ code }) => code === "ragged-row" || code === "empty-region-id");
  const header = readHeader(sheet, framework, choices, issues);
  const regions = readRegions(sheet, header, choices, issues);
  const columns = byKey(
    framework.indicators,
    (indicator) => indicator.id,
    (indicator) => readFigures(sheet, header, indicator, choices, issues),
  );
  if (regions.length < choices.leastRegions && !unplaced) issues.push(tooFewRegions(regions));
  if (header.indicators.size === framework.indicators.length)
    issues.push(...emptyRegions(sheet, regions, columns, issues));
  if (issues.length > 0) throw new DataError(issues.sort((a, b) => lineOf(a) - lineOf(b)));
  const notes = [
    ...emptyIndicators(framework, columns),
    ...numericAttributes(regions),
    ...checkCompositions(framework, regions, columns),
  ];
  return { schemaVersion, framework, regions, columns, notes };
}

function checkFrameworkGiven(framework: unknown): void {
  const given = framework as Partial<Framework> | null | undefined;
  if (Array.isArray(given?.indicators) && Array.isArray(given.dimensions)) return;
  throw new FrameworkError([
    issueAt(
      "not-a-framework",
      { path: "framework" },
      `expected a framework, got ${show(framework)}. Make it with parseFramework(JSON.parse(text)).`,
    ),
  ]);
}

function lineOf({ line, row }: Issue): number {
  return line ?? row ?? 0;
}

function tooFewRegions([only]: readonly Region[]): Issue {
  const came = only === undefined ? "a header and no region" : `one region${only.id && ` (${only.id})`}`;
  return issueAt(
    "too-few-regions",
    {},
    `expected at least two regions, got ${came}. A region is compared with others.`,
  );
}

/** The codes of figures that came, but cannot be taken; a region that has one is not called empty as well. */
const REFUSALS = new Set(["not-a-number", "out-of-range", "unknown-indicator"]);

function emptyRegions(
  sheet: Sheet,
  regions: readonly Region[],
  columns: RegionTable["columns"],
  issues: readonly Issue[],
): Issue[] {
  const refused = new Set(issues.filter(({ code }) => REFUSALS.has(code)).map(({ region }) => region));
  const values = Object.values(columns);
  return regions.flatMap(({ id }, row) => {
    if (id === "" || refused.has(id) || values.some((column) => column[row] !== null)) return [];
    return [
      issueAt(
        "empty-region",
        { ...sheet.placeOf(row), region: id },
        "expected a value in at least one indicator, got none. Remove the region or give its figures.",
      ),
    ];
  });
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
