import { takeApart } from "./take-apart.js";
import type { WantedColumns } from "./wanted-columns.js";

/** How a note below a table begins: a word for it, or the mark of a footnote. */
const WORD =
  /^(?:sources?|notes?|quellen?|anmerkung(?:en)?|stand|fuentes?|notas?|źródło|источники?|примечани[ея])\s*:|^©/i;
const MARK = /^(?:\(?\d\d?\)|\*|[†‡§¹²³⁰⁴-⁹]|[:.…–-]+ ?=|[a-z]\))/;
const YEAR = /^(?:19|20)\d\d$/;

/**
 * The records below the header that are no regions: a second line of the header (units, years), titles of sections, notes at the end.
 * All are rows that name no region. One that looks like the id of a region stays, for figures may have been lost there.
 */
export function findRowsLeftOut(
  records: readonly (readonly string[])[],
  header: readonly string[],
  at: number,
  { figures, needed: [id], naming }: WantedColumns,
): number[] {
  const names = header.map((name) => name.trim());
  const idColumn = names.indexOf(id!);
  const holds = (
    record: readonly string[],
    wanted: readonly string[],
    test: (cell: string) => boolean,
  ): boolean => record.some((cell, i) => wanted.includes(names[i]!) && test(cell));
  const isRegion = (record: readonly string[]): boolean =>
    record.length === names.length && holds(record, [id!], isFilled) && holds(record, figures, isNumber);
  const rows = records.slice(at + 1);
  const shapes = new Set(rows.filter(isRegion).map((record) => shape(record[idColumn]!)));
  const last = rows.findLastIndex(isRegion);
  return rows.flatMap((record, row) => {
    const [first, ...others] = [record[0]?.trim() ?? "", ...record.slice(1)];
    const isUnits =
      row === 0 &&
      record.length === names.length &&
      !holds(record, naming, isFilled) &&
      record.some(isFilled) &&
      record.every((cell) => !isFilled(cell) || YEAR.test(cell.trim()) || takeApart(cell.trim()) === null);
    const isNote =
      !others.some(isFilled) ||
      (row > last && (WORD.test(first) || (MARK.test(first) && !others.some(isNumber))));
    const mayBeRegion = !isFilled(first) || isNumber(first) || (idColumn === 0 && shapes.has(shape(first)));
    return isUnits || (isNote && !mayBeRegion) ? [at + 1 + row] : [];
  });
}

function isFilled(cell: string): boolean {
  return cell.trim() !== "";
}

function isNumber(cell: string): boolean {
  return isFilled(cell) && takeApart(cell.trim())?.number != null;
}

/** A text with its words and numbers as single signs: `AT11` and `ES21` are alike, `Source: Eurostat` is not. */
function shape(text: string): string {
  return text
    .trim()
    .replace(/\p{L}+/gu, "a")
    .replace(/\d+/g, "9");
}
