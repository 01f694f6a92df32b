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

/** A checked table: regions in rows, indicators in columns, with the framework that says what they mean. */
export interface RegionTable {
  /** What readers write; a table made by hand may go without. */
  readonly schemaVersion?: 1;
  readonly framework: Framework;
  readonly regions: readonly Region[];
  readonly columns: { readonly [indicator: string]: Column };
  readonly notes: readonly Note[];
}
