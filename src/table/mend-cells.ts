import { type Issue, issueAt, type Place } from "../shared/errors.js";
import { show } from "../shared/show.js";
import type { Mend } from "./assemble.js";
import { readNumber, readPlain, swapMarks } from "./cells.js";
import { findDecimal, type Written } from "./find-decimal.js";
import type { HeaderMap } from "./header.js";
import { type Change, ledgerNotes, ledgerOf, type RepairKind } from "./ledger.js";
import { readAs } from "./number-forms.js";
import type { ReadChoices } from "./read-options.js";
import { cellText, placeIn, rowText, type Sheet } from "./sheet.js";
import { takeApart } from "./take-apart.js";

/**
 * Makes figures and coordinates numbers and nulls where their texts can be read in one way only, and puts each change on record, after
 * those that were `found` on the way to the sheet. A text that is no number stays for the reader to report.
 */
export function mendCells(choices: ReadChoices, found: readonly Change[] = []): Mend {
  return (sheet, header, issues) => {
    const changes = [...found];
    const mended = mendSheet(sheet, header, choices, issues, changes);
    const ledger = ledgerOf(changes);
    return { sheet: mended, ledger, notes: ledgerNotes(ledger) };
  };
}

function mendSheet(
  sheet: Sheet,
  header: HeaderMap,
  choices: ReadChoices,
  issues: Issue[],
  changes: Change[],
): Sheet {
  const figures = [...header.indicators.values()].map((column) => writtenIn(sheet, column, choices));
  const placed = [header.latitude, header.longitude].filter((column) => column >= 0);
  const coordinates = placed.flatMap((column) => writtenIn(sheet, column, choices));
  const indicators = new Map([...header.indicators].map(([indicator, column]) => [column, { indicator }]));
  const placeOf = ({ row, column }: Written): Place => {
    const region = header.id < 0 ? "" : cellText(sheet.rows[row]![header.id]);
    return { ...placeIn(sheet.placeOf(row, column), region), ...indicators.get(column) };
  };
  const rows = sheet.rows.map((cells) => [...cells]);
  const mend = (cell: Written, value: number | null): void => {
    const { number, signed, text } = cell;
    if (value === null && number !== null) return;
    const record = (kind: RepairKind): void => {
      changes.push({ kind, ...placeOf(cell), from: text, to: value });
    };
    if (number === null) record("missing-signs-read");
    else if (readNumber(number, choices) !== value || !text.startsWith(number)) record("number-format-read");
    if (signed) record("signs-left-out");
    rows[cell.row]![cell.column] = value;
  };
  const decimal = choices.given.has("decimal")
    ? choices.decimal
    : findDecimal(figures.flat(), placeOf, issues);
  // No coordinate reaches a thousand: a mark in it is a decimal mark, whatever that of the figures.
  for (const cell of coordinates)
    mend(cell, cell.number === null ? null : (readPlain(cell.number) ?? readPlain(swapMarks(cell.number))));
  for (const cell of figures.flat()) mend(cell, cell.number === null ? null : readAs(cell.number, decimal));
  issues.push(...figures.flatMap((column) => percentProblem(column, placeOf)));
  return { ...sheet, rows };
}

/** The cells of a column that hold a text with a number or a sign for "no value" of an office's own. */
function writtenIn(sheet: Sheet, column: number, { missing }: ReadChoices): Written[] {
  return sheet.rows.flatMap((cells, row) => {
    const cell = cells[column];
    const text = typeof cell === "string" ? cell.trim() : "";
    const parts = missing.has(text) ? null : takeApart(text);
    if (parts === null) return [];
    return [{ row, column, text, ...parts, ...(missing.has(parts.number ?? "") && { number: null }) }];
  });
}

/** 12 % and 0.12 in one column may be the same share: a percent sign stands behind all its numbers but zeros, or behind none. */
function percentProblem(column: readonly Written[], placeOf: (cell: Written) => Place): Issue[] {
  const signed = column.find(({ percent }) => percent);
  const bare = column.find(({ percent, number }) => number !== null && !percent && /[1-9]/.test(number));
  if (signed === undefined || bare === undefined) return [];
  return [
    issueAt(
      "mixed-percent",
      placeOf(bare),
      `expected a percent sign as in ${rowText(placeOf(signed))} (${show(signed.text)}), got ${show(bare.text)}. Write it behind all numbers of the column or behind none.`,
    ),
  ];
}
