/** How numbers are written in the input. */
export interface NumberFormat {
  readonly decimal: "." | ",";
  readonly missing: ReadonlySet<string>;
}

/** What a cell holds: a number, nothing (null), or a sentence that says what is wrong with it. */
export type Cell = number | null | { readonly problem: string };

const PLAIN = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const GROUPED = /^[+-]?\d{1,3}(?:([ \u00a0\u2009\u202f'’.,])\d{3})(?:\1\d{3})*(?:[.,]\d+)?$/;
const INFINITE = /^[+-]?(?:inf(?:inity)?|∞)$/i;

/** Reads a cell as a number. Nothing is guessed: a text that is not plainly a number is a problem. */
export function readNumber(value: unknown, format: NumberFormat): Cell {
  if (typeof value === "string") return readText(value.trim(), format);
  if (value === null || value === undefined) return null;
  if (typeof value !== "number")
    return {
      problem: `expected a number or null, got ${JSON.stringify(value) ?? typeof value}. Mend the cell.`,
    };
  if (Number.isNaN(value))
    return { problem: "expected a number or null, got NaN. Write null for a missing value." };
  return finite(value, String(value));
}

function readText(text: string, { decimal, missing }: NumberFormat): Cell {
  if (missing.has(text)) return null;
  const plain = decimal === "," ? text.replace(",", ".") : text;
  if (PLAIN.test(plain) && !(decimal === "," && text.includes("."))) return finite(Number(plain), text);
  return { problem: problemOf(text, decimal) };
}

function finite(value: number, shown: string): Cell {
  return Number.isFinite(value)
    ? value
    : { problem: `expected a finite number, got "${shown}". Mend the cell.` };
}

function problemOf(text: string, decimal: "." | ","): string {
  const shown = `expected a number, got ${JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}...` : text)}`;
  const other = decimal === "." ? "," : ".";
  const otherMark = new RegExp(`^[+-]?\\d*\\${other}\\d+$`).test(text);
  const grouped = GROUPED.exec(text);
  if (INFINITE.test(text)) return `${shown.replace("a number", "a finite number")}. Mend the cell.`;
  if (otherMark && grouped !== null) {
    return `${shown}. Set decimal to "${other}" if that is the decimal mark; if it separates thousands, remove it.`;
  }
  if (otherMark) return `${shown}. Set decimal to "${other}" or mend the cell.`;
  if (grouped !== null) return `${shown}. Thousands separators are not read: remove them.`;
  return `${shown}. Mend the cell, or add the text to missing if it stands for a missing value.`;
}
