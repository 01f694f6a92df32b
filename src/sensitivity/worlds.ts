import type { Plan } from "../plan.js";
import { makePrepared } from "../prepare/prepare.js";
import type { PreparedTable } from "../prepare/prepared-table.js";
import type { LongTask } from "../shared/long-task.js";
import { placePoints } from "../space/place-points.js";
import type { RegionTable } from "../table/region-table.js";
import { type Weights, weigh } from "../weight/weigh.js";
import type { Assumptions, Menu } from "./draw-assumptions.js";
import { openWorld, type World } from "./world.js";

/** Gives the world of a set of assumptions: each way to prepare, and each metric, is made when it is first asked for. */
export function openWorlds(
  table: RegionTable,
  plan: Plan,
  menu: Menu,
  dimensions: readonly string[],
): (assumptions: Assumptions) => LongTask<World> {
  const prepareOnce = remember(function* (
    normalise: number,
    treat: number,
    impute: number,
  ): LongTask<{ readonly prepared: PreparedTable; readonly weights: Weights }> {
    const prepared = yield* makePrepared(table, {
      ...plan.prepare,
      normalise: menu.normalise[normalise]!,
      treat: menu.treat[treat]!,
      impute: menu.impute[impute]!,
    });
    return { prepared, weights: weigh(prepared, plan.weigh) };
  });
  const openOnce = remember(function* (
    normalise: number,
    treat: number,
    impute: number,
    metric: number,
  ): LongTask<World> {
    const { prepared, weights } = yield* prepareOnce(normalise, treat, impute);
    yield;
    const placed = placePoints(prepared, weights, menu.metric[metric]!);
    const points = { ...placed, minCoverage: plan.space.minCoverage };
    const of = prepared.indicators.map((one) => dimensions.indexOf(one.dimension));
    const whole = dimensions.map((id) => weights.dimensions[id]!);
    const inner = points.weights.map((weight, k) => (weight > 0 ? weight / whole[of[k]!]! : 0));
    return openWorld(points, menu.metric[metric]!, of, inner, dimensions.length);
  });
  return ({ normalise, treat, impute, metric }) => openOnce(normalise, treat, impute, metric);
}

/** Makes what belongs to a combination of choices when it is first asked for, and keeps it. */
function remember<K extends number[], T>(
  make: (...choices: K) => LongTask<T>,
): (...choices: K) => LongTask<T> {
  const made = new Map<string, T>();
  return function* (...choices) {
    const key = choices.join(" ");
    if (!made.has(key)) made.set(key, yield* make(...choices));
    return made.get(key)!;
  };
}
