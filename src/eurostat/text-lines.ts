import { show } from "../shared/show.js";
import { dataError } from "./faults.js";

/** The text without a byte order mark; whatever is no text is refused. */
export function checkText(text: unknown, what: string): string {
  if (typeof text !== "string")
    throw dataError(
      "not-text",
      {},
      `expected the text of ${what}, got ${show(text)}. Decode bytes first: await decode(bytes).`,
    );
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

/** Goes through the lines of a text that are not blank, one after another. */
export interface LineReader {
  /** The next line, or null at the end. */
  next(): string | null;
  /** The number of the line that came last, from 1. */
  line(): number;
}

/** Lines end with `\n`, `\r\n`, or, in a text that has no `\n`, with `\r`. */
export function lineReader(text: string): LineReader {
  const mark = text.includes("\n") || !text.includes("\r") ? "\n" : "\r";
  let at = 0;
  let line = 0;
  return {
    line: () => line,
    next() {
      while (at < text.length) {
        const found = text.indexOf(mark, at);
        const end = found < 0 ? text.length : found;
        const row = text.slice(at, text[end - 1] === "\r" && end > at ? end - 1 : end);
        at = end + 1;
        line += 1;
        if (row.trim() !== "") return row;
      }
      return null;
    },
  };
}
