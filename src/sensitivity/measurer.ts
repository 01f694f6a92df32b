import type { LongTask } from "../shared/long-task.js";
import { metricDefinitions } from "../space/metrics.js";
import type { StructuralSpace } from "../space/structural-space.js";
import type { Assumptions } from "./draw-assumptions.js";
import type { Measure } from "./drawn-weights.js";
import type { Setting } from "./setting.js";
import type { World } from "./world.js";

/** The distances from a target by the plan itself, as its list has them. */
export function rowOf(space: StructuralSpace, target: number): Float64Array {
  const distances = new Float64Array(space.n);
  metricDefinitions[space.metric].row(space, target, 0, space.n, distances, 0);
  return distances;
}

/** Gives the distances from one target under any set of assumptions, but for the plan's always in the same array. */
export function measurer(
  { space, worldOf, isPlan }: Setting,
  target: number,
): (assumptions: Assumptions) => LongTask<Float64Array> {
  const atPlan = rowOf(space, target);
  const distances = new Float64Array(space.n);
  const seen = new Map<World, Measure>();
  return function* (assumptions) {
    if (isPlan(assumptions)) return atPlan;
    const world = yield* worldOf(assumptions);
    const measure = seen.get(world) ?? world.from(target);
    seen.set(world, measure);
    measure([world.weigh(assumptions)], distances);
    return distances;
  };
}
