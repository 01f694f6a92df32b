import { LARGEST_VALUE } from "./limits.js";

/** A number or the mark of a missing one, and the flags behind: letters, then a status of confidentiality behind an `@`. */
const CELL = /^(:|[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?) *([A-Za-z]{0,6}(?:@[A-Za-z]{1,3})?)$/;

const FLAG = /^[A-Za-z]{1,6}$/;

/** What a cell says; `undefined` where that cannot be told. */
export type FlaggedCell = { readonly value: number | null; readonly flag: string | null } | undefined;

/** Reads a cell of a TSV file: `12.3`, `12.3 e`, `:`, `: c`, `:u`, `: @C`. */
export function readFlaggedCell(cell: string): FlaggedCell {
  const parts = CELL.exec(cell);
  if (parts === null) return undefined;
  const value = parts[1] === ":" ? null : Number(parts[1]) + 0;
  if (value !== null && Math.abs(value) > LARGEST_VALUE) return undefined;
  return { value, flag: parts[2] === "" ? null : parts[2]! };
}

/** The two statuses of a cell as one flag, written as TSV files write it: `"p"`, `"@C"`, `"p@C"`; `undefined` for what is no flag. */
export function joinFlags(status: string, confidentiality: string): string | null | undefined {
  for (const flag of [status, confidentiality]) if (flag !== "" && !FLAG.test(flag)) return undefined;
  const text = confidentiality === "" ? status : `${status}@${confidentiality}`;
  return text === "" ? null : text;
}
