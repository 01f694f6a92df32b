import { DataError, type Issue, issueAt, OptionsError, optionsError } from "../shared/errors.js";
import { byKey, positionsOf } from "../shared/ids.js";
import { didYouMean } from "../shared/nearest-spelling.js";
import { schemaVersion } from "../shared/schema-version.js";
import type { Region, RegionTable } from "../table/region-table.js";
import { type Correspondence, overlapsBetween } from "./correspondence.js";
import { mergedRegion } from "./merged-region.js";
import { recodeNotes } from "./recode-notes.js";
import { type RecodeOptions, readRecodeChoices } from "./recode-options.js";
import { planRecoding, type Whole } from "./recode-plan.js";
import { recodeValue } from "./recode-values.js";

/**
 * Moves a table from one set of regions to another: between versions of NUTS, or to municipalities after a merger.
 *
 * A new region is made of parts of old ones. Totals (`extensive`) are shared out by population or area and added up, so that their sum
 * stays; all other indicators become means weighted by the parts' population or area, which stay within the range of the parts.
 * Regions that did not change keep every figure, their name and their place. A part without a value leaves its whole without one, and a
 * note names both: there is never a partial sum.
 *
 * @param table The table to be moved; it stays as it is.
 * @param correspondence From `readCorrespondence`, or made by hand. It serves in both directions.
 * @param options The two sets, the weights, and which indicators are totals.
 * @returns A table of the regions of `to` that have a part in `table`, in the order of their first parts there. Its notes say which
 * indicators were averaged, which regions were made anew, which cells stayed empty, which of the table's regions the correspondence does
 * not know and so were left out, and which codes mean another territory than before.
 * @throws {DataError} Where the correspondence has no weight that is needed, names an overlap twice, or knows none of the regions.
 * @throws {OptionsError} For unknown options, sets and indicators.
 *
 * @example
 * ```ts
 * const overlap = (from, to, population) => ({ fromVersion: "old", toVersion: "new", from, to, area: null, population });
 * const merger = [overlap("A", "AB", 3000), overlap("B", "AB", 1000), overlap("C", "C", 500)];
 * const towns = parseFramework({
 *   schemaVersion: 1,
 *   id: "towns",
 *   name: "Towns",
 *   dimensions: [{ id: "people", name: "People" }],
 *   indicators: [
 *     { id: "births", name: "Births", dimension: "people", role: "structural" },
 *     { id: "age", name: "Mean age", dimension: "people", role: "structural" },
 *   ],
 * });
 * const rows = [{ code: "A", births: 30, age: 40 }, { code: "B", births: 10, age: 44 }, { code: "C", births: 4, age: 50 }];
 * const before = readRegionRows(rows, towns);
 * const after = recodeRegions(before, merger, { from: "old", to: "new", extensive: ["births"] });
 * after.regions.map((region) => region.id); // => ["AB", "C"]
 * after.columns; // => { births: [40, 4], age: [41, 50] }
 * ```
 */
export function recodeRegions(
  table: RegionTable,
  correspondence: Correspondence,
  options: RecodeOptions,
): RegionTable {
  const { from, to, method, extensive } = readRecodeChoices(options);
  checkIndicators(table, extensive);
  const overlaps = overlapsBetween(correspondence, from, to);
  if (overlaps.length === 0) throw unknownSets(correspondence, from, to);
  const positions = positionsOf(table.regions);
  const wholes = inOrder(planRecoding(overlaps, method), positions);
  if (wholes.length === 0) throw noneKnown(table, overlaps, from);
  const totals = new Set(extensive);
  const gaps: { region: string; indicator: string; missing: readonly string[] }[] = [];
  const columns = byKey(
    table.framework.indicators,
    ({ id }) => id,
    ({ id }) =>
      wholes.map((whole) => {
        const figureOf = (part: string): number | null => {
          const at = positions.get(part);
          return at === undefined ? null : table.columns[id]![at]!;
        };
        const made = recodeValue(whole.parts, figureOf, totals.has(id));
        if ("value" in made) return made.value;
        if (!whole.unchanged) gaps.push({ region: whole.id, indicator: id, missing: made.missing });
        return null;
      }),
  );
  return {
    schemaVersion,
    framework: table.framework,
    regions: wholes.map((whole) => regionOf(whole, table, positions)),
    columns,
    notes: [...table.notes, ...recodeNotes({ table, overlaps, wholes, totals, gaps, from, to, method })],
  };
}

/** The new regions that have a part in the table, in the order in which the table first names one of their parts. */
function inOrder(wholes: readonly Whole[], positions: ReadonlyMap<string, number>): Whole[] {
  const firstOf = (whole: Whole): number =>
    Math.min(...whole.parts.map((part) => positions.get(part.from) ?? Infinity));
  return wholes
    .map((whole) => ({ whole, at: firstOf(whole) }))
    .filter(({ at }) => at < Infinity)
    .sort((a, b) => a.at - b.at)
    .map(({ whole }) => whole);
}

function regionOf(whole: Whole, table: RegionTable, positions: ReadonlyMap<string, number>): Region {
  const parts = whole.parts.flatMap((part) => {
    const at = positions.get(part.from);
    return at === undefined ? [] : [table.regions[at]!];
  });
  return whole.unchanged ? { ...parts[0]!, id: whole.id } : mergedRegion(whole.id, parts);
}

function checkIndicators(table: RegionTable, extensive: readonly string[]): void {
  const known = table.framework.indicators.map(({ id }) => id);
  const issues: Issue[] = extensive.flatMap((id, i) =>
    known.includes(id)
      ? []
      : [
          issueAt(
            "unknown-indicator",
            { path: `recodeRegions.extensive[${i}]` },
            `expected an indicator of the table, got "${id}".${didYouMean(id, known)}`,
          ),
        ],
  );
  if (issues.length > 0) throw new OptionsError(issues);
}

function unknownSets(correspondence: Correspondence, from: string, to: string): OptionsError {
  const pairs = [...new Set(correspondence.map((one) => `${one.fromVersion} to ${one.toVersion}`))];
  const known = pairs.length === 0 ? "none" : pairs.join(", ");
  return optionsError(
    "unknown-version",
    { path: "recodeRegions.from" },
    `expected two sets that the correspondence joins (${known}), got ${from} to ${to}.`,
  );
}

function noneKnown(table: RegionTable, overlaps: Correspondence, from: string): DataError {
  const ids = table.regions.slice(0, 3).map(({ id }) => id);
  const known = [...new Set(overlaps.map((one) => one.from))].slice(0, 3);
  const sentence = `expected regions of the set ${from} (${known.join(", ")}, ...), got ${ids.join(", ")}, ... Name the set that the table has.`;
  return new DataError([issueAt("no-known-region", {}, sentence)]);
}
