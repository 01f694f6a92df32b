import { byId } from "../shared/ids.js";
import { metricDefinitions } from "../space/metrics.js";
import type { StructuralSpace } from "../space/structural-space.js";
import { earlier, later } from "./pool-vintages.js";
import type { MovedIndicator, MovedRegion, Mover } from "./vintage-comparison.js";

/** The smaller part must be this much of the larger for both to have moved. */
const BOTH = 0.5;

/** Distances of target and region: in each vintage of the one and of the other; NaN for none. */
export interface Gaps {
  readonly start: number;
  readonly targetMoved: number;
  readonly regionMoved: number;
  readonly end: number;
}

/** Gives the distances of the target and another region in a pooled space. */
export function measureGaps(space: StructuralSpace, target: string): (id: string) => Gaps {
  const at = new Map(space.regions.map(({ id }, i) => [id, i]));
  const rowOf = (i: number | undefined): Float64Array => {
    const out = new Float64Array(space.n).fill(NaN);
    if (i !== undefined) metricDefinitions[space.metric].row(space, i, 0, space.n, out, 0);
    return out;
  };
  const [was, is] = [rowOf(at.get(earlier(target))), rowOf(at.get(later(target)))] as const;
  return (id) => {
    const [old, now] = [at.get(earlier(id)) ?? -1, at.get(later(id)) ?? -1] as const;
    return {
      start: was[old] ?? NaN,
      targetMoved: is[old] ?? NaN,
      regionMoved: was[now] ?? NaN,
      end: is[now] ?? NaN,
    };
  };
}

/** The change of a distance and who made it. `direction` is where the list says that it went; 0 where it says nothing. */
export function explainGaps(
  { start, targetMoved, regionMoved, end }: Gaps,
  direction: -1 | 0 | 1,
): Pick<MovedRegion, "distanceBefore" | "distanceAfter" | "change" | "byTarget" | "byRegion" | "mover"> {
  const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);
  const change = end - start;
  const byTarget = (targetMoved - start + end - regionMoved) / 2;
  const byRegion = (regionMoved - start + end - targetMoved) / 2;
  return {
    distanceBefore: orNull(start),
    distanceAfter: orNull(end),
    change: orNull(change),
    byTarget: orNull(byTarget),
    byRegion: orNull(byRegion),
    mover: Number.isNaN(byTarget) ? null : moverOf(byTarget, byRegion, direction || Math.sign(change)),
  };
}

function moverOf(byTarget: number, byRegion: number, direction: number): Mover {
  const [target, region] = [direction * byTarget, direction * byRegion];
  if (!(target + region > 0)) return "others";
  if (Math.min(target, region) >= BOTH * Math.max(target, region)) return "both";
  return target > region ? "target" : "region";
}

/** How far a region moved from vintage to vintage, by indicator, the most first. */
export function shiftsOf(
  { regions, prepared, indicators }: StructuralSpace,
  target: string,
): MovedIndicator[] {
  const [was, is] = [earlier(target), later(target)].map((id) =>
    regions.findIndex((one) => one.id === id),
  ) as [number, number];
  const at = (column: readonly (number | null)[], i: number): number | null => column[i] ?? null;
  const shiftOf = (id: string): number | null => {
    const [start, end] = [at(prepared.columns[id]!, was), at(prepared.columns[id]!, is)];
    return start === null || end === null ? null : end - start;
  };
  return indicators
    .map(({ id, name, unit = null }) => ({
      id,
      name,
      unit,
      before: at(prepared.raw[id]!, was),
      after: at(prepared.raw[id]!, is),
      shift: shiftOf(id),
    }))
    .sort((a, b) => Math.abs(b.shift ?? 0) - Math.abs(a.shift ?? 0) || byId(a, b));
}
