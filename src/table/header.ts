import { type Issue, issueAt } from "../shared/errors.js";
import { isReservedName, reservedNameSentence } from "../shared/ids.js";
import { nearestSpelling } from "../shared/nearest-spelling.js";
import { textIn } from "../shared/text.js";
import type { Framework } from "./framework.js";
import type { ReadChoices } from "./read-options.js";
import type { Sheet } from "./sheet.js";

/** Which position of a row holds what; -1 where the input has no such column. */
export interface HeaderMap {
  readonly id: number;
  readonly name: number | readonly { readonly language: string; readonly column: number }[];
  readonly country: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly indicators: ReadonlyMap<string, number>;
  readonly attributes: readonly { readonly name: string; readonly column: number }[];
}

/** Finds each column by its header, and reports headers that are double, reserved, unknown or missing. */
export function readHeader(
  sheet: Sheet,
  framework: Framework,
  choices: ReadChoices,
  issues: Issue[],
): HeaderMap {
  const { columns, mapped } = choices;
  const positions = checkNames(sheet, issues);
  const find = (name: string, needed = mapped.has(name)): number => {
    const position = positions.get(name) ?? -1;
    if (position < 0 && needed) issues.push(missingColumn(sheet, name));
    return position;
  };
  const indicators = new Map<string, number>();
  for (const { id } of framework.indicators) {
    const position = positions.get(id);
    if (position !== undefined) indicators.set(id, position);
  }
  const map = {
    id: find(columns.id, true),
    name:
      typeof columns.name === "string"
        ? find(columns.name)
        : Object.entries(columns.name).map(([language, name]) => ({ language, column: find(name) })),
    country: find(columns.country),
    latitude: find(columns.latitude),
    longitude: find(columns.longitude),
    indicators,
  };
  const names = typeof map.name === "number" ? [map.name] : map.name.map(({ column }) => column);
  const used = new Set([map.id, map.country, map.latitude, map.longitude, ...names, ...indicators.values()]);
  const spare = [...positions].filter(([, column]) => !used.has(column));
  reportMissing(
    sheet,
    framework,
    indicators,
    spare.map(([name]) => name),
    issues,
  );
  return { ...map, attributes: spare.map(([name, column]) => ({ name, column })) };
}

function checkNames(sheet: Sheet, issues: Issue[]): Map<string, number> {
  const positions = new Map<string, number>();
  sheet.header.forEach((raw, column) => {
    const name = raw.trim();
    const place = { ...sheet.placeOf(-1), column: name };
    if (name === "") {
      const empty = sheet.rows.every(
        (row) => row[column] === "" || row[column] === undefined || row[column] === null,
      );
      if (!empty)
        issues.push(
          issueAt(
            "empty-header",
            sheet.placeOf(-1),
            `expected a name for column ${column + 1}, got an empty header. Name the column or remove it.`,
          ),
        );
    } else if (isReservedName(name)) {
      issues.push(issueAt("reserved-name", place, reservedNameSentence(name, "a column header")));
    } else if (positions.has(name)) {
      issues.push(
        issueAt(
          "duplicate-header",
          place,
          `expected each header once, got "${name}" in columns ${positions.get(name)! + 1} and ${column + 1}. Rename or remove one.`,
        ),
      );
    } else positions.set(name, column);
  });
  return positions;
}

function missingColumn(sheet: Sheet, name: string): Issue {
  const shown = sheet.header.slice(0, 12).join(", ") + (sheet.header.length > 12 ? ", ..." : "");
  return issueAt(
    "missing-column",
    sheet.placeOf(-1),
    `expected a column "${name}", got ${shown}. Add it, or say in the option columns which column it is.`,
  );
}

/** An indicator without figures is either misspelt in the input (a spare header is near) or not there. */
function reportMissing(
  sheet: Sheet,
  framework: Framework,
  found: ReadonlyMap<string, number>,
  spare: readonly string[],
  issues: Issue[],
): void {
  const free = new Set(spare);
  for (const { id, name } of framework.indicators) {
    if (found.has(id)) continue;
    const near = nearestSpelling(id, free);
    if (near === null) {
      issues.push(
        issueAt(
          "missing-indicator",
          { ...sheet.placeOf(-1), indicator: id },
          `expected figures for "${id}" (${textIn(name)}), got none. Add them, empty where there is no figure, or remove the indicator from the framework.`,
        ),
      );
    } else {
      free.delete(near);
      issues.push(
        issueAt(
          "unknown-indicator",
          { ...sheet.placeOf(-1), column: near },
          `expected an indicator of the framework, got "${near}". Did you mean "${id}"?`,
        ),
      );
    }
  }
}
