import type { ReferenceRegions } from "../reference/reference-regions.js";
import { positionsOf } from "../shared/ids.js";
import type { StructuralSpace } from "../space/structural-space.js";

/** What the plan says of who may be in the list. */
export interface Judged {
  readonly n: number;
  readonly target: number;
  /** Positions of those that are ranked in every variant: eligible, not pinned; in the order of their ids. */
  readonly eligible: readonly number[];
  readonly pinned: readonly number[];
  /** Positions of the plan's list, but for the pinned. */
  readonly ranked: readonly number[];
  readonly listed: Uint8Array;
  readonly count: number;
}

/** Reads off a list who may be in it: the same in every variant. */
export function judgeList(space: StructuralSpace, { target, regions, excluded }: ReferenceRegions): Judged {
  const at = positionsOf(space.regions);
  // Regions that lack too many figures stay out, though a variant may fill them: what is filled in is no evidence.
  const out = new Set(excluded.filter(({ reason }) => reason !== "not-mutual").map(({ id }) => id));
  const pinned = regions.filter((one) => one.pinned).map(({ id }) => at.get(id)!);
  const ranked = regions.filter((one) => !one.pinned).map(({ id }) => at.get(id)!);
  const ids = space.regions.map(({ id }) => id).sort();
  const listed = new Uint8Array(space.n);
  for (const j of ranked) listed[j] = 1;
  return {
    n: space.n,
    target: at.get(target.id)!,
    eligible: ids
      .filter((id) => id !== target.id && !out.has(id))
      .map((id) => at.get(id)!)
      .filter((j) => !pinned.includes(j)),
    pinned,
    ranked,
    listed,
    count: ranked.length,
  };
}
