import { show } from "../shared/show.js";

/** How numbers are written in the input. */
export interface NumberFormat {
  readonly decimal: "." | ",";
  readonly missing: ReadonlySet<string>;
}

/** What a cell holds: a number, nothing (null), or a sentence that says what is wrong with it. */
export type Cell = number | null | { readonly problem: string };

const PLAIN = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const GROUPED = /^[+-]?\d{1,3}(?:([ \u00a0\u2009\u202f'’.,])\d{3})(?:\1\d{3})*(?:([.,])\d+)?$/;
const DASHED = /^[\u2010-\u2015\u2212]\d*[.,]?\d+$/;
const INFINITE = /^[+-]?(?:inf(?:inity)?|∞)$/i;

/** Reads a cell as a number. Nothing is guessed: a text that is not plainly a number is a problem. */
export function readNumber(value: unknown, format: NumberFormat): Cell {
  if (typeof value === "string") return readText(value.trim(), format);
  if (value === null || value === undefined) return null;
  if (typeof value === "number" && !Number.isNaN(value)) return finite(value, value);
  const todo = typeof value === "number" ? "Write null for a missing value." : "Mend the cell.";
  return { problem: `expected a number or null, got ${show(value)}. ${todo}` };
}

function readText(text: string, { decimal, missing }: NumberFormat): Cell {
  if (missing.has(text)) return null;
  const value = readPlain(decimal === "." ? text : swapMarks(text));
  return value === null ? { problem: problemOf(text, decimal) } : finite(value, text);
}

/** The number that a text with a decimal point is; null where it is none. */
export function readPlain(text: string): number | null {
  return PLAIN.test(text) ? Number(text) : null;
}

/** A text with its points and commas exchanged: `1.234,5` and `1,234.5`. */
export function swapMarks(text: string): string {
  return text.replace(/[.,]/g, (mark) => (mark === "." ? "," : "."));
}

/** Beyond this the squares of gaps overflow. */
const LARGEST = 1e150;

function finite(value: number, given: unknown): Cell {
  if (Math.abs(value) <= LARGEST) return value;
  const expected = Number.isFinite(value) ? `a number of at most ${LARGEST} in size` : "a finite number";
  return { problem: `expected ${expected}, got ${show(given)}. Mend the cell.` };
}

function problemOf(text: string, decimal: "." | ","): string {
  if (INFINITE.test(text)) return `expected a finite number, got ${show(text)}. Mend the cell.`;
  return `expected a number, got ${show(text)}. ${adviceOn(text, decimal)}`;
}

function adviceOn(text: string, decimal: "." | ","): string {
  const other = decimal === "." ? "," : ".";
  const grouped = GROUPED.exec(text);
  if (new RegExp(`^[+-]?\\d*\\${other}\\d+$`).test(text)) {
    return grouped === null
      ? `Set decimal to "${other}" or mend the cell.`
      : `Set decimal to "${other}" if that is the decimal mark; if it separates thousands, remove it.`;
  }
  if (grouped !== null) {
    const mark = grouped[2];
    const setting = mark === other ? `, and set decimal to "${other}"` : "";
    return `Thousands separators are not read: remove them${setting}.`;
  }
  if (DASHED.test(text)) return 'Write the minus sign as "-".';
  return "Mend the cell, or add the text to missing if it stands for a missing value.";
}
