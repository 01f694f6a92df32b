import type { Note } from "../shared/note.js";
import type { Text } from "../shared/text.js";
import type { Framework } from "./framework.js";

/** A value of a column that is no indicator: kept as it came. */
export type Attribute = string | number | boolean | null;

/** One region: who it is and where. Everything measured stands in the columns of its table. */
export interface Region {
  readonly id: string;
  readonly name: Text;
  readonly country: string | null;
  /** Degrees north. */
  readonly latitude: number | null;
  /** Degrees east. */
  readonly longitude: number | null;
  readonly attributes: { readonly [name: string]: Attribute };
}

/** One column of numbers, in the order of the regions; `null` is missing. */
export type Column = readonly (number | null)[];

/** A cell, a header or a row that a forgiving reading did not take as it stands. */
export interface RepairedCell {
  /** Line of the input text, from 1. */
  readonly line?: number;
  /** Row of an array of rows, from 1. */
  readonly row?: number;
  /** Column header. */
  readonly column?: string;
  /** Region id. */
  readonly region?: string;
  /** Indicator id. */
  readonly indicator?: string;
  /** What was written. */
  readonly from: string;
  /** What it was read as; `null` for a missing value, and for what is none (rows left out, a delimiter). */
  readonly to: number | string | null;
}

/** All changes of one kind that a forgiving reading made. */
export interface Repair {
  /** From 1; the note that tells of it has the same number. */
  readonly number: number;
  /** The kind, as in the note. */
  readonly code: string;
  /** Every single one, in the order of the file's columns and rows. */
  readonly cells: readonly RepairedCell[];
}

/** A checked table: regions in rows, indicators in columns, with the framework that says what they mean. */
export interface RegionTable {
  /** What readers write; a table made by hand may go without. */
  readonly schemaVersion?: 1;
  readonly framework: Framework;
  readonly regions: readonly Region[];
  readonly columns: { readonly [indicator: string]: Column };
  readonly notes: readonly Note[];
  /** What `forgive: true` changed, cell by cell; absent where it changed nothing. */
  readonly ledger?: readonly Repair[] | undefined;
}
