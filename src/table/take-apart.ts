import { readAs } from "./number-forms.js";

/** What an office writes around a number, taken from it. */
export interface Parts {
  /** The digits with their marks; null where the cell is a sign for "no value". */
  readonly number: string | null;
  /** Letters, footnote marks or a percent sign stood behind it. */
  readonly signed: boolean;
  /** The percent sign was one of them, or the only one. */
  readonly percent: boolean;
}

/** Signs for "no value" that may have a flag behind them, and words that may not. */
const SIGN = /^(?:[:/•…–—\u2212-]|\.{1,3})$/;
const WORD = /^(?:#?n\/a|na|nan|null|n\.a\.?|n\.?d\.?|n\/d|k\.a\.|[xх]|н[/.]д\.?)$/i;

/** Flags as Eurostat writes them: in the order of the alphabet, `n` alone. So `bn`, `eur` and `cm` are none. */
const LETTERS = "(?=[a-z]{1,3}(?![a-z]))(?:n|b?c?d?e?f?i?p?r?s?u?z?)(?![a-z])";

/** All flags at the end of a cell. The digits of `12 1)` need the blank: in `121)` they cannot be told from the number. */
const FLAGS: RegExp = /* @__PURE__ */ new RegExp(
  `(?:\\s*(?:${LETTERS}|\\(${LETTERS}\\)|\\(\\d\\d?\\)|[a-z]\\)|\\*{1,3}|[†‡§]|[¹²³⁰⁴-⁹]{1,2}⁾?)|\\s+\\d\\d?\\))+$`,
);
/** May be a power of ten as well as a ten with a footnote. */
const POWER = /^10\s*[¹²³⁰⁴-⁹]/;

/** No number and its flags are longer. */
const LONGEST = 60;

/**
 * Takes a trimmed cell apart in number and what stands around it; null where it is neither a number nor a sign for "no value".
 * What is not plainly a flag makes the cell no number: ranges, limits ("<5"), units and dates are refused.
 */
export function takeApart(text: string): Parts | null {
  if (isNumber(text)) return { number: text, signed: false, percent: false };
  if (text.length > LONGEST) return null;
  const bare = text.replace(FLAGS, "");
  if (SIGN.test(bare) || WORD.test(text)) return { number: null, signed: false, percent: false };
  const digits = bare.replace(/\s*%$/, "");
  const number = digits.replace(/^[\u2010-\u2013\u2212]/, "-");
  if (!isNumber(number) || POWER.test(text)) return null;
  return { number, signed: digits !== text, percent: digits !== bare };
}

function isNumber(text: string): boolean {
  return readAs(text, ".") !== null || readAs(text, ",") !== null;
}
