import { type Issue, issueAt } from "../shared/errors.js";
import { readNumber } from "./cells.js";
import type { Indicator } from "./framework.js";
import type { HeaderMap } from "./header.js";
import type { ReadChoices } from "./read-options.js";
import type { Column } from "./region-table.js";
import { cellText, placeIn, type Sheet } from "./sheet.js";

/** Reads the column of one indicator, and reports each cell that is no number or outside the indicator's range. */
export function readFigures(
  sheet: Sheet,
  header: HeaderMap,
  indicator: Indicator,
  choices: ReadChoices,
  issues: Issue[],
): Column {
  const column = header.indicators.get(indicator.id);
  if (column === undefined) return sheet.rows.map(() => null);
  const { min = -Infinity, max = Infinity } = indicator.range ?? {};
  const isBinary = indicator.kind === "binary" || indicator.kind === "asymmetric-binary";
  return sheet.rows.map((cells, row) => {
    const value = readNumber(cells[column], choices);
    const fits = typeof value === "number" && value >= min && value <= max;
    if (value === null || (fits && (!isBinary || value === 0 || value === 1))) return value;
    const region = header.id < 0 ? "" : cellText(cells[header.id]);
    const place = { ...placeIn(sheet.placeOf(row, column), region), indicator: indicator.id };
    issues.push(
      typeof value === "number"
        ? issueAt(
            "out-of-range",
            place,
            `expected ${fits ? `0 or 1 (${indicator.kind})` : `a number ${rangeText(min, max)}`}, got ${value}. Mend the cell, or the ${fits ? "kind" : "range"} in the framework.`,
          )
        : issueAt("not-a-number", place, value.problem),
    );
    return null;
  });
}

function rangeText(min: number, max: number): string {
  if (min === -Infinity) return `of at most ${max}`;
  return max === Infinity ? `of at least ${min}` : `from ${min} to ${max}`;
}
