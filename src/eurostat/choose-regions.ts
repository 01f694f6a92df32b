import type { Note } from "../shared/note.js";
import type { Cut } from "./cut.js";
import { nutsForm } from "./nuts-versions.js";

/** So many codes stand in the sentence of a note; its field holds all. */
const SHOWN = 10;

/**
 * The regions of the levels asked for, in order of their codes, and a note on what else had figures: codes that are no regions of NUTS
 * (those that end in Z are what belongs to none), and how many regions are of other levels.
 */
export function chooseRegions(
  cuts: readonly Cut[],
  { levels }: { readonly levels: readonly number[] },
): { readonly geos: string[]; readonly notes: readonly Note[] } {
  const known = new Set(
    cuts.flatMap((cut) => [...cut].flatMap(([geo, { size }]) => (size > 0 ? [geo] : []))),
  );
  const geos: string[] = [];
  const codes: string[] = [];
  let otherLevels = 0;
  for (const geo of [...known].sort()) {
    const form = nutsForm(geo);
    if (form === null || /^..Z/.test(geo)) codes.push(geo);
    else if (levels.includes(form.level)) geos.push(geo);
    else otherLevels += 1;
  }
  return { geos, notes: leftOut(codes, otherLevels) };
}

function leftOut(codes: readonly string[], otherLevels: number): Note[] {
  const sentences: string[] = [];
  if (codes.length > 0) {
    const more = codes.length > SHOWN ? `, and ${codes.length - SHOWN} more` : "";
    const list = `${codes.slice(0, SHOWN).join(", ")}${more}`;
    sentences.push(
      `Codes with figures that are no regions of NUTS, and were left out (${codes.length}): ${list}.`,
    );
  }
  if (otherLevels > 0)
    sentences.push(`Regions with figures that are of other levels than asked for: ${otherLevels}.`);
  return sentences.length === 0
    ? []
    : [{ code: "codes-left-out", codes, otherLevels, message: sentences.join(" ") }];
}
