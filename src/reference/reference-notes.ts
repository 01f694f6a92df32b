import type { Note } from "../shared/note.js";
import type { Exclusion } from "./eligibility.js";
import type { ReferenceChoices } from "./reference-options.js";
import type { ReferenceRegion } from "./reference-regions.js";

/**
 * What a reader must know of a list: who could not be compared, why it is short, and whether anyone in it is near. `regions` are those
 * that fit in, also where they are left out for not being mutual.
 */
export function referenceNotes(
  regions: readonly Pick<ReferenceRegion, "distance" | "closeness">[],
  excluded: readonly Exclusion[],
  choices: ReferenceChoices,
  found: number,
): Note[] {
  const notes: Note[] = [];
  const uncovered = excluded.filter((one) => one.reason === "low-coverage").map(({ id }) => id);
  if (uncovered.length > 0) {
    notes.push({
      code: "low-coverage",
      regions: uncovered,
      message: `${count(uncovered.length, "region has", "regions have")} too few figures in common with the target to be compared, and ${uncovered.length === 1 ? "is" : "are"} not ranked.`,
    });
  }
  if (found < choices.count) {
    notes.push({
      code: "fewer-than-asked",
      found,
      asked: choices.count,
      message: `Only ${count(found, "region is", "regions are")} eligible and comparable; ${choices.count} were asked for.`,
    });
  }
  const near = regions.filter(({ distance }) => distance <= (choices.maxDistance ?? Infinity));
  if (near.length < Math.min(choices.count, found)) {
    notes.push({
      code: "beyond-max-distance",
      listed: near.length,
      asked: choices.count,
      maxDistance: choices.maxDistance,
      message: `${near.length} of ${choices.count} regions are near enough: the others are further away than ${choices.maxDistance}.`,
    });
  }
  if (regions.length > 0 && regions.every((one) => one.closeness === "distant")) {
    notes.push({
      code: "no-close-peer",
      message:
        "The target has no close peer: more than a fifth of all pairs of regions are nearer to each other than the target is to its nearest eligible region.",
    });
  }
  return notes;
}

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
