import { DataError, type Issue, issueAt, type Place } from "../shared/errors.js";
import { didYouMean } from "../shared/nearest-spelling.js";
import type { Framework } from "./framework.js";
import type { ReadChoices } from "./read-options.js";
import { cellText, type Sheet } from "./sheet.js";

/**
 * Lays a long sheet (one row a region and indicator) out wide. The columns that describe a region must say the same in each
 * of its rows; each number keeps the place it came from.
 */
export function layOutWide(sheet: Sheet, framework: Framework, choices: ReadChoices, issues: Issue[]): Sheet {
  const header = sheet.header.map((name) => name.trim());
  const position = (name: string): number => {
    const column = header.indexOf(name);
    if (column < 0)
      issues.push(
        issueAt(
          "missing-column",
          sheet.placeOf(-1),
          `the long layout expects a column "${name}", got ${header.join(", ")}. Add it, or say in the option columns which column it is.`,
        ),
      );
    return column;
  };
  const [id, indicator, value] = [
    position(choices.columns.id),
    position(choices.columns.indicator),
    position(choices.columns.value),
  ];
  if (id < 0 || indicator < 0 || value < 0) throw new DataError(issues);

  const known = new Set(framework.indicators.map((one) => one.id));
  const present = new Set<string>();
  const regions = new Map<string, { row: number; figures: Map<string, number> }>();
  const described = header
    .map((_, column) => column)
    .filter((column) => column !== indicator && column !== value);
  sheet.rows.forEach((cells, row) => {
    const regionId = cellText(cells[id]);
    const indicatorId = cellText(cells[indicator]);
    const region = regions.get(regionId) ?? { row, figures: new Map<string, number>() };
    regions.set(regionId, region);
    const place = { ...sheet.placeOf(row, indicator), region: regionId };
    const earlier = region.figures.get(indicatorId);
    if (!known.has(indicatorId)) {
      issues.push(
        issueAt(
          "unknown-indicator",
          place,
          `expected an indicator of the framework, got "${indicatorId}".${didYouMean(indicatorId, known)}`,
        ),
      );
    } else if (earlier !== undefined) {
      const { line, row: number } = sheet.placeOf(earlier);
      issues.push(
        issueAt(
          "duplicate-figure",
          place,
          `expected one figure, got "${indicatorId}" again (first in ${line === undefined ? `row ${number}` : `line ${line}`}). Remove one of the two.`,
        ),
      );
    } else {
      region.figures.set(indicatorId, row);
      present.add(indicatorId);
    }
    for (const column of described) {
      const first = cellText(sheet.rows[region.row]![column]);
      if (cellText(cells[column]) !== first) {
        issues.push(
          issueAt(
            "contradiction",
            { ...sheet.placeOf(row, column), region: regionId },
            `expected "${first}" as in the region's first row, got "${cellText(cells[column])}". Make its rows agree.`,
          ),
        );
      }
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
