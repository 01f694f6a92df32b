import { placeText } from "../shared/errors.js";
import type { Note } from "../shared/note.js";
import { show } from "../shared/show.js";
import type { Repair, RepairedCell } from "./region-table.js";

/** A kind of repair: the code of its note. */
export type RepairKind =
  | "delimiter-found"
  | "header-rows-joined"
  | "rows-left-out"
  | "number-format-read"
  | "signs-left-out"
  | "missing-signs-read";

/** The kinds in the order of the ledger, and what their notes say of so many cells. */
const KINDS: readonly { readonly code: RepairKind; readonly says: string }[] = [
  { code: "delimiter-found", says: "delimiter found by the header" },
  { code: "header-rows-joined", says: "headers taken from two rows" },
  { code: "rows-left-out", says: "rows left out that are no regions" },
  {
    code: "number-format-read",
    says: "figures with another decimal mark or minus sign, or separated thousands",
  },
  { code: "signs-left-out", says: "figures without the flags, footnote marks or percent signs behind them" },
  { code: "missing-signs-read", says: "cells with a sign for no value (some offices write a dash for zero)" },
];

/** One change of one kind. */
export interface Change extends RepairedCell {
  readonly kind: RepairKind;
}

/** The changes by kind, numbered. */
export function ledgerOf(changes: readonly Change[]): readonly Repair[] {
  return KINDS.map(({ code }) => ({
    code,
    cells: changes.filter(({ kind }) => kind === code).map(({ kind: _, ...cell }) => cell),
  }))
    .filter(({ cells }) => cells.length > 0)
    .map((repair, i) => ({ number: i + 1, ...repair }));
}

/** How many cells a note shows; the ledger of the table has all. */
const SHOWN = 5;

/** A numbered note for each repair, with its first cells. */
export function ledgerNotes(ledger: readonly Repair[]): Note[] {
  return ledger.map(({ number, code, cells }) => {
    const { says } = KINDS.find((kind) => kind.code === code)!;
    const { from, to, ...place } = cells[0]!;
    return {
      code,
      number,
      count: cells.length,
      examples: cells.slice(0, SHOWN),
      message: `Repair ${number}, ${says}: ${cells.length}, the first in ${placeText(place)}: ${show(from)}${to === null ? "" : ` as ${to}`}.`,
    };
  });
}
