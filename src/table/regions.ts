import { type Issue, issueAt, type Place } from "../shared/errors.js";
import { byKey, isReservedName, reservedNameSentence } from "../shared/ids.js";
import { show } from "../shared/show.js";
import type { Text } from "../shared/text.js";
import { readNumber } from "./cells.js";
import type { HeaderMap } from "./header.js";
import type { ReadChoices } from "./read-options.js";
import type { Attribute, Region } from "./region-table.js";
import { cellText, placeIn, rowText, type Sheet } from "./sheet.js";

/** Reads who and where each region is, and reports ids that are empty, double or reserved and places that are none. */
export function readRegions(
  sheet: Sheet,
  header: HeaderMap,
  choices: ReadChoices,
  issues: Issue[],
): readonly Region[] {
  const seen = new Map<string, number>();
  return sheet.rows.map((cells, row) => {
    const at = (column: number): string => (column < 0 ? "" : cellText(cells[column]));
    const id = at(header.id);
    if (header.id >= 0) issues.push(...checkId(id, row, header.id, sheet, seen));
    const coordinate = (column: number, limit: number, what: string): number | null => {
      const value = column < 0 ? null : readNumber(cells[column], choices);
      const problem = coordinateProblem(value, limit, what);
      if (problem === null) return value as number | null;
      issues.push(issueAt("not-a-coordinate", placeIn(sheet.placeOf(row, column), id), problem));
      return null;
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

/** A row that says of no region what it says. */
export function emptyRegionId(place: Place): Issue {
  return issueAt(
    "empty-region-id",
    place,
    "expected a region id, got an empty cell. Give each region an id.",
  );
}

function checkId(id: string, row: number, column: number, sheet: Sheet, seen: Map<string, number>): Issue[] {
  const first = seen.get(id);
  if (id !== "" && first === undefined && !isReservedName(id)) {
    seen.set(id, row);
    return [];
  }
  // Looked up only for a problem: the place of a CSV cell costs a second reading of the text.
  const place = sheet.placeOf(row, column);
  if (id === "") return [emptyRegionId(place)];
  if (isReservedName(id))
    return [issueAt("reserved-name", placeIn(place, id), reservedNameSentence(id, "a region id"))];
  const sentence = `expected each region once, got ${show(id)} again (first in ${rowText(sheet.placeOf(first!))}). Remove one of the two.`;
  return [issueAt("duplicate-region", placeIn(place, id), sentence)];
}

function coordinateProblem(value: ReturnType<typeof readNumber>, limit: number, what: string): string | null {
  if (value === null) return null;
  if (typeof value === "object") return value.problem;
  return Math.abs(value) > limit
    ? `expected ${what} of -${limit} to ${limit} degrees, got ${value}. Mend the cell.`
    : null;
}

/** The name, in one language or several; the id where there is none. */
function nameOf(header: HeaderMap, at: (column: number) => string, id: string): Text {
  if (typeof header.name === "number") return at(header.name) || id;
  if (header.name.length === 0) return id;
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
