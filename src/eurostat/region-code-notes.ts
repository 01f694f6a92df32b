import { didYouMean } from "../shared/nearest-spelling.js";
import type { Note } from "../shared/note.js";
import type { CodeBook } from "./code-book.js";
import type { RegionCode } from "./region-codes.js";

/** What is odd about a list of codes. */
export function codeNotes(
  codes: readonly RegionCode[],
  versions: readonly string[],
  book: CodeBook | null,
): Note[] {
  return [
    ...writtenOtherwise(codes),
    ...noCodes(codes),
    ...doubled(codes),
    ...mixedLevels(codes),
    ...retired(codes),
    ...(book === null ? [] : unknown(codes, book)),
    ...mixedVersions(codes, versions),
  ];
}

function idsOf(codes: readonly RegionCode[]): string[] {
  return codes.map(({ id }) => id);
}

function writtenOtherwise(codes: readonly RegionCode[]): Note[] {
  const found = codes.filter(({ correction }) => correction !== null);
  if (found.length === 0) return [];
  const pairs = found.map(({ id, correction }) => `${id} (${correction})`).join(", ");
  const message = `Eurostat writes EL for Greece and UK for the United Kingdom; these codes are written otherwise: ${pairs}.`;
  return [{ code: "codes-written-otherwise", regions: idsOf(found), message }];
}

function noCodes(codes: readonly RegionCode[]): Note[] {
  const regions = idsOf(codes.filter(({ level }) => level === null));
  if (regions.length === 0) return [];
  return [{ code: "not-nuts", regions, message: `No codes of NUTS: ${regions.join(", ")}.` }];
}

function doubled(codes: readonly RegionCode[]): Note[] {
  const ids = idsOf(codes);
  const seen = new Set<string>();
  const regions = [...new Set(ids.filter((id) => seen.size === seen.add(id).size))];
  if (regions.length === 0) return [];
  return [{ code: "duplicate-codes", regions, message: `There more than once: ${regions.join(", ")}.` }];
}

function mixedLevels(codes: readonly RegionCode[]): Note[] {
  const levels = [0, 1, 2, 3].filter((level) => codes.some((code) => code.level === level));
  if (levels.length < 2) return [];
  const counts = levels.map(
    (level) => `${codes.filter((code) => code.level === level).length} of level ${level}`,
  );
  return [{ code: "mixed-levels", levels, message: `Codes of several levels: ${counts.join(", ")}.` }];
}

function retired(codes: readonly RegionCode[]): Note[] {
  const found = codes.filter(({ successors }) => successors.length > 0);
  if (found.length === 0) return [];
  const pairs = found.map(({ id, successors }) => `${id} (now ${successors.join(", ")})`).join("; ");
  const message = `Retired codes: ${pairs}. Move the table with recodeRegions.`;
  return [{ code: "retired-codes", regions: idsOf(found), message }];
}

function unknown(codes: readonly RegionCode[], book: CodeBook): Note[] {
  const found = codes.filter(({ id, level }) => level !== null && level > 0 && !book.versions.has(id));
  if (found.length === 0) return [];
  const names = found.map(({ id, correction }) =>
    correction === null ? `${id}.${didYouMean(id, book.versions.keys())}` : `${id}.`,
  );
  const message = `Not in the correspondence: ${names.join(" ")}`;
  return [{ code: "unknown-codes", regions: idsOf(found), message }];
}

function mixedVersions(codes: readonly RegionCode[], versions: readonly string[]): Note[] {
  const dated = codes.filter((code) => code.level !== null && code.versions.length > 0);
  if (dated.length === 0 || versions.length > 0) return [];
  const newest = dated
    .map((code) => code.versions[0]!)
    .sort()
    .at(-1)!;
  const oldest = dated.map((code) => code.versions.at(-1)!).sort()[0]!;
  const old = idsOf(dated.filter((code) => code.versions.at(-1) === oldest));
  const young = idsOf(dated.filter((code) => code.versions[0] === newest));
  const message = `Codes of several versions: ${old.join(", ")} went after ${oldest}, ${young.join(", ")} came with ${newest}.`;
  return [{ code: "mixed-versions", regions: [...old, ...young], message }];
}
