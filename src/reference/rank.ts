import type { Region } from "../table/region-table.js";

/** A region by its position, with its distance to the target and its rank among the eligible. */
export interface Ranked {
  readonly j: number;
  readonly distance: number;
  readonly rank: number;
}

/** Orders the eligible regions by distance, at equal distance by id; regions at the same distance share the lowest rank. */
export function rankByDistance(
  regions: readonly Region[],
  distances: Float64Array,
  isEligible: (j: number) => boolean,
): Ranked[] {
  const eligible: number[] = [];
  for (let j = 0; j < regions.length; j++)
    if (isEligible(j) && !Number.isNaN(distances[j]!)) eligible.push(j);
  eligible.sort((a, b) => distances[a]! - distances[b]! || (regions[a]!.id < regions[b]!.id ? -1 : 1));
  let rank = 0;
  return eligible.map((j, position) => {
    if (position === 0 || distances[j] !== distances[eligible[position - 1]!]) rank = position + 1;
    return { j, distance: distances[j]!, rank };
  });
}

/** The nearest `count` within `maxDistance`, the regions tied with the last of them, and every pinned region at its place. */
export function cutList(
  ranked: readonly Ranked[],
  count: number,
  maxDistance: number,
  isPinned: (j: number) => boolean,
): { shown: Ranked[]; tied: Ranked[] } {
  const near = ranked.filter((one) => one.distance <= maxDistance);
  const last = near[Math.min(count, near.length) - 1]?.distance;
  const shown = ranked.filter(
    (one, position) => (position < count && one.distance <= maxDistance) || isPinned(one.j),
  );
  const tied = near.filter((one, position) => position >= count && one.distance === last && !isPinned(one.j));
  return { shown, tied };
}
