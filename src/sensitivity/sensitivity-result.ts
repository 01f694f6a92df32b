import type { Plan } from "../plan.js";
import type { Note } from "../shared/note.js";
import { quantileSorted } from "../shared/statistics.js";
import type { StructuralSpace } from "../space/structural-space.js";
import type { RegionSensitivity } from "./sensitivity.js";

/** A region outside the list that is in so many variants is worth a word. */
const OFTEN = 0.25;

/** What is known of the list before anything varies. */
interface Listed {
  readonly eligible: readonly number[];
  readonly pinned: readonly number[];
  readonly listed: Uint8Array;
}

/** Every region that is in the list of some variant, with its inclusion and the range of its ranks. `ranks` is region-major, 0 for none. */
export function describeRegions(
  { regions, n }: StructuralSpace,
  { eligible, pinned, listed }: Listed,
  planRanks: Uint32Array,
  ranks: Uint32Array,
  included: Uint32Array,
  draws: number,
): RegionSensitivity[] {
  const found = [...pinned, ...eligible].filter((j) => included[j]! > 0 || listed[j] === 1);
  const described = found.map((j): RegionSensitivity => {
    const { id, name, country } = regions[j]!;
    const known = Float64Array.from(ranks.subarray(j * draws, (j + 1) * draws))
      .filter((rank) => rank > 0)
      .sort();
    const at = (p: number, round: (x: number) => number): number | null =>
      known.length === 0 ? null : round(quantileSorted(known, p));
    return {
      id,
      name,
      country,
      rank: planRanks[j]! || null,
      listed: listed[j] === 1 || pinned.includes(j),
      inclusion: included[j]! / draws,
      rankLow: at(0.05, Math.floor),
      rankMedian: at(0.5, Math.round),
      rankHigh: at(0.95, Math.ceil),
      words: `in ${Math.round((100 * included[j]!) / draws)} % of ${draws.toLocaleString("en")} variants`,
    };
  });
  return described.sort(
    (a, b) =>
      Number(b.listed) - Number(a.listed) ||
      (a.listed ? (a.rank ?? n) - (b.rank ?? n) : b.inclusion - a.inclusion) ||
      (a.id < b.id ? -1 : 1),
  );
}

/** What a reader must know: who is not sure, who stands before the door, and what was not asked. */
export function sensitivityNotes(
  regions: readonly RegionSensitivity[],
  { reference, space }: Plan,
  draws: number,
): Note[] {
  const notes: Note[] = [];
  const unsure = regions.filter(({ listed, inclusion }) => listed && inclusion < 0.5).map(({ id }) => id);
  if (unsure.length > 0) {
    notes.push({
      code: "unsure-regions",
      regions: unsure,
      message: `${unsure.length} of the listed regions are in fewer than half of the ${draws.toLocaleString("en")} variants: ${unsure.join(", ")}.`,
    });
  }
  const outside = regions.filter(({ listed, inclusion }) => !listed && inclusion >= OFTEN);
  if (outside.length > 0) {
    notes.push({
      code: "often-enters",
      regions: outside.map(({ id }) => id),
      message: `Not listed, but often in the list of a variant: ${outside.map(({ id, inclusion }) => `${id} (${Math.round(100 * inclusion)} %)`).join(", ")}.`,
    });
  }
  if (reference.maxDistance !== undefined || reference.mutual) {
    notes.push({
      code: "length-of-the-list",
      message: "Variants list as many regions as the plan does; maxDistance and mutual are not asked again.",
    });
  }
  if (space.metric === "mahalanobis") {
    notes.push({
      code: "drop-not-varied",
      message: "Under mahalanobis no indicator is left out: every one changes the shape of the whole cloud.",
    });
  }
  return notes;
}
