import { optionsError } from "../shared/errors.js";
import { byId } from "../shared/ids.js";
import type { LongTask } from "../shared/long-task.js";
import { pairAt } from "../space/pair-index.js";
import { isCovered, type Points, sharedWeight, takePoints } from "../space/points.js";
import type { StructuralSpace } from "../space/structural-space.js";
import type { Region } from "../table/region-table.js";
import { type Cloud, makeCloud, takeCloud } from "./cloud.js";

/** A region that no type can be given to, and why. */
export interface UnassignedRegion {
  readonly id: string;
  readonly reason: "low-coverage";
  readonly message: string;
}

/** The regions of a space that can be divided into types. */
export interface ComparableRegions {
  /** By id; the points of the cloud. */
  readonly regions: readonly Region[];
  /** By region, its position in the space. */
  readonly positions: readonly number[];
  readonly cloud: Cloud;
  readonly unassigned: readonly UnassignedRegion[];
  /** How many different places they stand at. */
  readonly distinct: number;
  /** How many of their pairs share less weight than the space asks of a distance. */
  readonly thinPairs: number;
}

/** The distances of more regions would take more than 800 MB, in the condensed form and as the square that linkages work on. */
const LARGEST = 8_000;

/**
 * Takes the regions that can be compared: those that have figures for the space's `minCoverage` of the weight. Two of them may share
 * less than that; a hierarchy needs their distance all the same, and gets it from what they share. Where a pair still has none (it
 * shares nothing, or the metric gives it none), the region that lacks the most distances is left out, of several the last by id.
 *
 * @throws {OptionsError} When fewer than three are left, or there are more than 8,000.
 */
export function* takeComparable(space: StructuralSpace, where: string): LongTask<ComparableRegions> {
  if (space.n > LARGEST) throw tooMany(space.n, where);
  const isThin = (i: number): boolean => !isCovered(sharedWeight(space, i, i), space.minCoverage);
  const order = space.regions
    .map(({ id }, position) => ({ id, position }))
    .sort(byId)
    .map(({ position }) => position);
  const thin = order.filter(isThin);
  const covered = order.filter((position) => !isThin(position));
  const all = yield* makeCloud({ ...takePoints(space, covered), minCoverage: 0 }, space.metric);
  yield;
  const lonely = leaveOut(all);
  const kept = covered.flatMap((_, at) => (lonely.includes(at) ? [] : [at]));
  if (kept.length < 3) throw tooFew(kept.length, space.n, where);
  const cloud = lonely.length === 0 ? all : takeCloud(all, kept);
  const least = percent(space.minCoverage);
  const unassigned = [
    ...thin.map((i) =>
      lacking(
        space.regions[i]!,
        `has ${percent(sharedWeight(space, i, i))} of the weight, less than ${least}`,
      ),
    ),
    ...lonely.map((at) =>
      lacking(space.regions[covered[at]!]!, "has no distance to some of the other regions"),
    ),
  ];
  const positions = kept.map((at) => covered[at]!);
  return {
    regions: positions.map((position) => space.regions[position]!),
    positions,
    cloud,
    unassigned: unassigned.sort(byId),
    distinct: countDistinct(cloud),
    thinPairs: countThinPairs(cloud.points, space.minCoverage),
  };
}

function lacking({ id }: Region, message: string): UnassignedRegion {
  return { id, reason: "low-coverage", message };
}

/** Rounded down: what falls short must not look as if it did not. */
function percent(share: number): string {
  return `${Math.floor(100 * share + 1e-9)} %`;
}

function countThinPairs(points: Points, minCoverage: number): number {
  if (points.present === null) return 0;
  let thin = 0;
  for (let i = 0; i < points.n; i++)
    for (let j = i + 1; j < points.n; j++) if (!isCovered(sharedWeight(points, i, j), minCoverage)) thin++;
  return thin;
}

/** The positions to leave out, so that every pair that is left has a distance. */
function leaveOut({ n, distances }: Cloud): number[] {
  if (!distances.includes(NaN)) return [];
  let open: [number, number][] = [];
  for (let i = 0, o = 0; i < n; i++)
    for (let j = i + 1; j < n; j++, o++) if (Number.isNaN(distances[o]!)) open.push([i, j]);
  const out: number[] = [];
  while (open.length > 0) {
    const lacks = new Uint32Array(n);
    for (const pair of open) for (const i of pair) lacks[i]!++;
    let worst = 0;
    for (let i = 1; i < n; i++) if (lacks[i]! >= lacks[worst]!) worst = i;
    out.push(worst);
    open = open.filter((pair) => !pair.includes(worst));
  }
  return out;
}

/** Points at distance 0 of each other, also by way of others, count once. */
function countDistinct({ n, distances }: Cloud): number {
  if (!distances.includes(0)) return n;
  const seen = new Uint8Array(n);
  let distinct = 0;
  for (let start = 0; start < n; start++) {
    if (seen[start]) continue;
    distinct++;
    seen[start] = 1;
    for (const open = [start]; open.length > 0; ) {
      const i = open.pop()!;
      for (let j = start + 1; j < n; j++) {
        if (seen[j] || distances[i < j ? pairAt(i, j, n) : pairAt(j, i, n)]! > 0) continue;
        seen[j] = 1;
        open.push(j);
      }
    }
  }
  return distinct;
}

function tooFew(kept: number, n: number, where: string): Error {
  const lost = kept < n ? ` (of ${n}; the others have too few figures in common)` : "";
  return optionsError(
    "too-few-regions",
    { path: where },
    `expected at least 3 regions that can be compared with each other, got ${kept}${lost}. ${kept < n ? "Impute, screen thin indicators, or lower the space's minCoverage." : "Read a table with more regions."}`,
  );
}

function tooMany(n: number, where: string): Error {
  return optionsError(
    "too-many-regions",
    { path: where },
    `expected at most ${LARGEST.toLocaleString("en")} regions, got ${n.toLocaleString("en")}: the distances of all pairs would not fit into memory. Take a part of them, e.g. one country or a coarser level.`,
  );
}
