import type { ReferenceRegions } from "../reference/reference-regions.js";
import { positionsOf } from "../shared/ids.js";
import { metricDefinitions } from "../space/metrics.js";
import type { StructuralSpace } from "../space/structural-space.js";

/** What the plan says of who may be in the list. A place is a position in `others`. */
export interface Judged {
  readonly target: number;
  /**
   * Positions in the space of those that may be listed: the eligible, in the order of the plan's distances, and last the pinned, which
   * are in every list.
   */
  readonly others: Int32Array;
  readonly eligible: number;
  /** By place: the distance by the plan, as its list has it. */
  readonly atPlan: Float64Array;
  /** By place: where the region stands in the order of ids, by which ties are cut. */
  readonly order: Uint32Array;
  /** Places of the plan's list, nearest first, but for the pinned. */
  readonly ranked: readonly number[];
}

/** Reads off a list who may be in it: the same in every variant. */
export function judgeList(space: StructuralSpace, { target, regions, excluded }: ReferenceRegions): Judged {
  const at = positionsOf(space.regions);
  const own = at.get(target.id)!;
  // Regions that lack too many figures stay out, though a variant may fill them: what is filled in is no evidence.
  const out = new Set(excluded.filter(({ reason }) => reason !== "not-mutual").map(({ id }) => id));
  const pinned = new Set(regions.filter((one) => one.pinned).map(({ id }) => id));
  const distances = new Float64Array(space.n);
  metricDefinitions[space.metric].row(space, own, 0, space.n, distances, 0);
  const far = (j: number): number => (Number.isNaN(distances[j]!) ? Infinity : distances[j]!);
  const ids = space.regions.map(({ id }) => id).sort();
  const place = new Map(ids.map((id, rank) => [at.get(id)!, rank]));
  const eligible = ids
    .filter((id) => id !== target.id && !out.has(id) && !pinned.has(id))
    .map((id) => at.get(id)!)
    .sort((a, b) => (far(a) === far(b) ? 0 : far(a) - far(b)));
  const others = Int32Array.from([...eligible, ...[...pinned].map((id) => at.get(id)!)]);
  const listed = regions.filter((one) => !one.pinned).map(({ id }) => at.get(id)!);
  return {
    target: own,
    others,
    eligible: eligible.length,
    atPlan: Float64Array.from(others, (j) => distances[j]!),
    order: Uint32Array.from(others, (j) => place.get(j)!),
    ranked: listed.map((j) => eligible.indexOf(j)),
  };
}
