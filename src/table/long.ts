import { DataError, type Issue, issueAt, type Place } from "../shared/errors.js";
import { nearestSpelling } from "../shared/nearest-spelling.js";
import { show } from "../shared/show.js";
import type { Framework } from "./framework.js";
import { missingColumn } from "./header.js";
import type { ReadChoices } from "./read-options.js";
import { emptyRegionId } from "./regions.js";
import { cellText, rowText, type Sheet } from "./sheet.js";

/**
 * Lays a long sheet (one row a region and indicator) out wide. The columns that describe a region must say the same in each
 * of its rows; each number keeps the place it came from.
 */
export function layOutWide(sheet: Sheet, framework: Framework, choices: ReadChoices, issues: Issue[]): Sheet {
  const header = sheet.header.map((name) => name.trim());
  const { columns } = choices;
  const [id, indicator, value] = [columns.id, columns.indicator, columns.value].map((name) =>
    header.indexOf(name),
  ) as [number, number, number];
  const known = new Set(framework.indicators.map((one) => one.id));
  issues.push(...checkColumns(sheet, header, known, choices));
  if (id < 0 || indicator < 0 || value < 0) throw new DataError(issues);

  // Without any row the missing rows are the problem, not each indicator.
  const present = new Set(sheet.rows.length === 0 ? known : []);
  const regions = new Map<string, { row: number; figures: Map<string, number> }>();
  const described = header
    .map((_, column) => column)
    .filter((column) => column !== indicator && column !== value && !known.has(header[column]!));
  sheet.rows.forEach((cells, row) => {
    const regionId = cellText(cells[id]);
    const indicatorId = cellText(cells[indicator]);
    if (known.has(indicatorId)) present.add(indicatorId);
    if (regionId === "") {
      issues.push(emptyRegionId(sheet.placeOf(row, id)));
      return;
    }
    const region = regions.get(regionId) ?? { row, figures: new Map<string, number>() };
    regions.set(regionId, region);
    const report = (code: string, column: number, sentence: string): void => {
      issues.push(issueAt(code, { ...sheet.placeOf(row, column), region: regionId }, sentence));
    };
    const earlier = region.figures.get(indicatorId);
    if (!known.has(indicatorId)) {
      const near = nearestSpelling(indicatorId, known);
      // A misspelt indicator is not missing as well.
      if (near !== null) present.add(near);
      const came = indicatorId === "" ? "an empty cell" : show(indicatorId);
      const todo = near === null ? "Remove the row, or add it to the framework." : `Did you mean "${near}"?`;
      report("unknown-indicator", indicator, `expected an indicator of the framework, got ${came}. ${todo}`);
    } else if (earlier !== undefined) {
      report(
        "duplicate-figure",
        indicator,
        `expected one figure, got "${indicatorId}" again (first in ${rowText(sheet.placeOf(earlier))}). Remove one of the two.`,
      );
    } else region.figures.set(indicatorId, row);
    for (const column of described) {
      const first = cellText(sheet.rows[region.row]![column]);
      const came = cellText(cells[column]);
      if (came === first) continue;
      report(
        "contradiction",
        column,
        `expected ${show(first)} as in the region's first row, got ${show(came)}. Make its rows agree, or remove the column.`,
      );
    }
  });

  const indicators = [...present];
  const list = [...regions.values()];
  return {
    header: [...described.map((column) => header[column]!), ...indicators],
    rows: list.map(({ row, figures }) => [
      ...described.map((column) => sheet.rows[row]![column]),
      ...indicators.map((one) => (figures.has(one) ? sheet.rows[figures.get(one)!]![value] : null)),
    ]),
    placeOf(row: number, column?: number): Place {
      if (row < 0) return sheet.placeOf(-1);
      const region = list[row]!;
      if (column === undefined) return sheet.placeOf(region.row);
      if (column < described.length) return sheet.placeOf(region.row, described[column]);
      return sheet.placeOf(region.figures.get(indicators[column - described.length]!) ?? region.row, value);
    },
  };
}

/** The long layout has one column for the indicator and one for its figure, and none for an indicator by itself. */
function checkColumns(
  sheet: Sheet,
  header: readonly string[],
  known: ReadonlySet<string>,
  { columns }: ReadChoices,
): Issue[] {
  const needed = [columns.id, columns.indicator, columns.value];
  return [
    ...needed.filter((name) => !header.includes(name)).map((name) => missingColumn(sheet, name, "long")),
    ...header
      .filter((name) => known.has(name) && !needed.includes(name))
      .map((name) =>
        issueAt(
          "indicator-as-column",
          { ...sheet.placeOf(-1), column: name },
          `expected the figures of "${name}" in the column "${columns.value}", got a column of their own. Remove the column, or set layout to "wide".`,
        ),
      ),
  ];
}
