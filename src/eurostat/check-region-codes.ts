import { type CodeBook, codeBook } from "./code-book.js";
import type { Correspondence } from "./correspondence.js";
import { dataError } from "./faults.js";
import { nutsForm, nutsVersions, versionsOf } from "./nuts-versions.js";
import { codeNotes } from "./region-code-notes.js";
import type { CodeCheck, RegionCode } from "./region-codes.js";

/**
 * Looks at region codes before anything is joined by them: of what level of NUTS they are, of which countries, of which version.
 *
 * Notes name the codes that begin with `GR` or `GB` (Eurostat writes `EL` and `UK`), levels and versions that are mixed, codes that are
 * there twice, and codes that are none of NUTS. With a correspondence (from `readCorrespondence`) versions are looked up there, retired
 * codes are named with their successors, and codes that no version knows with the nearest known one; without it the version is
 * told by the codes of levels 1 and 2 that came or went with a revision.
 *
 * @param ids The codes, e.g. `table.regions.map((region) => region.id)`.
 * @param correspondence How codes of one version are made of those of another.
 * @throws {DataError} Where the codes are no list of texts.
 *
 * @example
 * ```ts
 * const check = checkRegionCodes(["EL30", "FR10", "FR21", "GB"]);
 * check.codes[2]; // => { id: "FR21", country: "FR", level: 2, correction: null, versions: ["2003", "2006", "2010", "2013"], successors: [] }
 * check.version; // => "2013"
 * check.level; // => null
 * check.notes.map((note) => note.code); // => ["codes-written-otherwise", "mixed-levels"]
 * ```
 */
export function checkRegionCodes(ids: readonly string[], correspondence?: Correspondence): CodeCheck {
  if (!Array.isArray(ids) || ids.some((id) => typeof id !== "string"))
    throw dataError("not-codes", {}, "expected a list of region codes, got something else.");
  const book = correspondence === undefined ? null : codeBook(correspondence);
  const codes = ids.map((id) => describe(id, book));
  const dated = codes.filter(({ level, versions }) => level !== null && versions.length > 0);
  const versions = dated.length === 0 ? [] : common(dated.map((code) => code.versions));
  const levels = [...new Set(codes.flatMap(({ level }) => (level === null ? [] : [level])))];
  return {
    codes,
    level: levels.length === 1 ? levels[0]! : null,
    versions,
    version: versions.at(-1) ?? null,
    notes: codeNotes(codes, versions, book),
  };
}

function describe(id: string, book: CodeBook | null): RegionCode {
  const form = nutsForm(id);
  const known = book?.versions.get(id);
  return {
    id,
    country: form?.country ?? null,
    level: form?.level ?? null,
    correction: form?.correction ?? null,
    versions: known ?? (form === null ? [] : versionsOf(id)),
    successors: book?.successors.get(id) ?? [],
  };
}

/** The versions that all lists have, in their order. */
function common(lists: readonly (readonly string[])[]): string[] {
  const all = [...new Set([...nutsVersions, ...lists.flat()])].sort();
  return all.filter((version) => lists.every((list) => list.includes(version)));
}
