import type { Plan } from "../plan.js";
import { byId } from "../shared/ids.js";
import type { Note } from "../shared/note.js";
import { quantileSorted } from "../shared/order-statistics.js";
import type { StructuralSpace } from "../space/structural-space.js";
import type { Judged } from "./judge-list.js";
import type { RegionSensitivity } from "./sensitivity.js";

/** A region outside the list that is in so many variants is worth a word. */
const OFTEN = 0.25;

/** What the variants counted. */
interface Counted {
  /** Places of the regions that are in the list of the plan or of some variant. */
  readonly found: readonly number[];
  /** By place in `found`: the rank by the plan; 0 for none. */
  readonly planRanks: Uint32Array;
  /** By place in `found`, then by variant. */
  readonly ranks: Uint32Array;
  /** By place: how many variants list it. */
  readonly included: Uint32Array;
  readonly draws: number;
}

/** Every region that is in the list of the plan or of some variant, with its inclusion and the range of its ranks. */
export function describeRegions(
  { regions, n }: StructuralSpace,
  { others, eligible, ranked }: Judged,
  { found, planRanks, ranks, included, draws }: Counted,
): RegionSensitivity[] {
  const described = found.map((j, s): RegionSensitivity => {
    const { id, name, country } = regions[others[j]!]!;
    const known = Float64Array.from(ranks.subarray(s * draws, (s + 1) * draws))
      .filter((rank) => rank > 0)
      .sort();
    const at = (p: number, round: (x: number) => number): number | null =>
      known.length === 0 ? null : round(quantileSorted(known, p));
    return {
      id,
      name,
      country,
      rank: planRanks[s]! || null,
      listed: j >= eligible || ranked.includes(j),
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
      byId(a, b),
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
      draws,
      message: `${unsure.length} of the listed regions are in fewer than half of the ${draws.toLocaleString("en")} variants: ${unsure.join(", ")}.`,
    });
  }
  const outside = regions.filter(({ listed, inclusion }) => !listed && inclusion >= OFTEN);
  if (outside.length > 0) {
    notes.push({
      code: "often-enters",
      regions: outside.map(({ id }) => id),
      inclusions: outside.map(({ inclusion }) => inclusion),
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
