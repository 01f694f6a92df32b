import type { LongTask } from "../shared/long-task.js";
import type { Assumptions } from "./draw-assumptions.js";
import type { Measure } from "./drawn-weights.js";
import type { Judged } from "./judge-list.js";
import type { Setting } from "./setting.js";
import type { World } from "./world.js";

/** Gives the distances from one target to the others under any set of assumptions, but for the plan's always in the same array. */
export function measurer(
  { worldOf, isPlan }: Setting,
  { target, others, atPlan }: Judged,
): (assumptions: Assumptions) => LongTask<Float64Array> {
  const distances = new Float64Array(others.length);
  const seen = new Map<World, Measure>();
  return function* (assumptions) {
    if (isPlan(assumptions)) return atPlan;
    const world = yield* worldOf(assumptions);
    const measure = seen.get(world) ?? world.from(target, others);
    seen.set(world, measure);
    measure([world.weigh(assumptions)], distances);
    return distances;
  };
}
