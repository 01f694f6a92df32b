import { readPlain, swapMarks } from "./cells.js";

/** A decimal mark. */
export type Mark = "." | ",";

/** Thousands: groups of three digits behind one to three, all parted by the same space, apostrophe or comma. */
const GROUPED = /^[+-]?[1-9]\d{0,2}([ \u00a0\u2007\u2009\u202f'’,])\d{3}(?:\1\d{3})*(?:\.\d+)?$/;

/** The number that a text is under this decimal mark, plain or with separated thousands; null where it is none. */
export function readAs(text: string, decimal: Mark): number | null {
  const pointed = decimal === "." ? text : swapMarks(text);
  return readPlain(GROUPED.test(pointed) ? pointed.replace(/[^\d.+-]/g, "") : pointed);
}
