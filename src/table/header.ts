import { DataError, type Issue, issueAt } from "../shared/errors.js";
import { isReservedName, reservedNameSentence } from "../shared/ids.js";
import { didYouMean, nearestSpelling } from "../shared/nearest-spelling.js";
import { cut, show } from "../shared/show.js";
import { textIn } from "../shared/text.js";
import type { Framework } from "./framework.js";
import type { Layout, ReadChoices } from "./read-options.js";
import { cellText, type Sheet } from "./sheet.js";

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

/** Reports headers that are empty over cells, reserved, or double. */
export function checkHeaders(sheet: Sheet): Issue[] {
  const first = new Map<string, number>();
  return sheet.header.flatMap((raw, column) => {
    const name = raw.trim();
    if (name === "") {
      if (sheet.rows.every((row) => cellText(row[column]) === "")) return [];
      const sentence = `expected a name for column ${column + 1}, got an empty header. Name the column or remove it.`;
      return [issueAt("empty-header", sheet.placeOf(-1), sentence)];
    }
    const earlier = first.get(name);
    if (isReservedName(name)) {
      const sentence = reservedNameSentence(name, "a column header");
      return [issueAt("reserved-name", { ...sheet.placeOf(-1), column: name }, sentence)];
    }
    if (earlier !== undefined) {
      const sentence = `expected each header once, got ${show(name)} in columns ${earlier + 1} and ${column + 1}. Rename or remove one.`;
      return [issueAt("duplicate-header", { ...sheet.placeOf(-1), column: name }, sentence)];
    }
    first.set(name, column);
    return [];
  });
}

/** Finds each column of a wide sheet by its header, and reports indicators that are unknown or missing. */
export function readHeader(
  sheet: Sheet,
  framework: Framework,
  choices: ReadChoices,
  issues: Issue[],
): HeaderMap {
  const { columns, mapped } = choices;
  const positions = positionsByName(sheet);
  const find = (name: string, needed = mapped.has(name)): number => {
    const position = positions.get(name) ?? -1;
    if (position < 0 && needed) issues.push(missingColumn(sheet, name, choices.layout));
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
  if (indicators.size < framework.indicators.length) {
    const names = spare.map(([name]) => name);
    if (indicators.size === 0) checkLayout(sheet, choices, names);
    reportMissing(sheet, framework, indicators, names, choices.layout, issues);
  }
  return { ...map, attributes: spare.map(([name, column]) => ({ name, column })) };
}

/** The first column of each name; a header that is reported already says nothing more. */
function positionsByName(sheet: Sheet): Map<string, number> {
  const positions = new Map<string, number>();
  sheet.header.forEach((raw, column) => {
    const name = raw.trim();
    if (name !== "" && !isReservedName(name) && !positions.has(name)) positions.set(name, column);
  });
  return positions;
}

/** A column that the layout or the caller asks for and the input does not have. */
export function missingColumn(sheet: Sheet, name: string, layout: Layout): Issue {
  const names = sheet.header.map((one) => one.trim()).filter((one) => one !== "");
  const shown = names.slice(0, 12).map(cut).join(", ") + (names.length > 12 ? ", ..." : "");
  const purpose = layout === "long" ? " for the long layout" : "";
  return issueAt(
    "missing-column",
    sheet.placeOf(-1),
    `expected a column "${name}"${purpose}, got ${shown || "empty headers"}. Add it, or say in the option columns which column it is.${didYouMean(name, names)}`,
  );
}

/** A long table read as a wide one would be nothing but problems; the one that counts is said alone. */
function checkLayout(sheet: Sheet, { layout, columns }: ReadChoices, names: readonly string[]): void {
  if (layout === "long" || !names.includes(columns.indicator) || !names.includes(columns.value)) return;
  throw new DataError([
    issueAt(
      "wrong-layout",
      sheet.placeOf(-1),
      `expected a column for each indicator, got the columns "${columns.indicator}" and "${columns.value}" of a long table. Set layout to "long".`,
    ),
  ]);
}

/** An indicator without figures is either misspelt in the input (a spare header is near) or not there. */
function reportMissing(
  sheet: Sheet,
  framework: Framework,
  found: ReadonlyMap<string, number>,
  spare: readonly string[],
  layout: Layout,
  issues: Issue[],
): void {
  const place = sheet.placeOf(-1);
  const free = new Set(spare);
  const needed = layout === "long" ? "rows" : "a column";
  for (const { id, name } of framework.indicators) {
    if (found.has(id)) continue;
    const near = layout === "long" ? null : nearestSpelling(id, free);
    if (near === null) {
      const sentence = `expected ${needed} for "${id}" (${textIn(name)}), got none. Add ${layout === "long" ? "them" : "it"}, empty where there is no figure, or remove the indicator from the framework.`;
      issues.push(issueAt("missing-indicator", { ...place, indicator: id }, sentence));
    } else {
      free.delete(near);
      const sentence = `expected an indicator of the framework, got ${show(near)}. Did you mean "${id}"?`;
      issues.push(issueAt("unknown-indicator", { ...place, column: near }, sentence));
    }
  }
}
