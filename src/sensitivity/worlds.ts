import type { Plan } from "../plan.js";
import { makePrepared } from "../prepare/prepare.js";
import type { PreparedTable } from "../prepare/prepared-table.js";
import type { LongTask } from "../shared/long-task.js";
import { placePoints } from "../space/place-points.js";
import type { RegionTable } from "../table/region-table.js";
import { type Weights, weigh } from "../weight/weigh.js";
import type { Assumptions, Menu } from "./draw-assumptions.js";
import { openWorld, type World } from "./world.js";

/** One way to prepare, and its worlds by metric. */
interface Way {
  readonly prepared: PreparedTable;
  readonly weights: Weights;
  readonly worlds: Map<number, World>;
}

/**
 * Gives the world of a set of assumptions. Each way to prepare, and each metric, is made when it is first asked for; choices that come
 * to the same figures share one.
 */
export function openWorlds(
  table: RegionTable,
  plan: Plan,
  menu: Menu,
  dimensions: readonly string[],
): (assumptions: Assumptions) => LongTask<World> {
  const ways = new Map<string, Way>();

  function* wayOf({ normalise, treat, impute }: Assumptions): LongTask<Way> {
    const key = `${normalise} ${treat} ${impute}`;
    const known = ways.get(key);
    if (known !== undefined) return known;
    const prepared = yield* makePrepared(table, {
      ...plan.prepare,
      normalise: menu.normalise[normalise]!,
      treat: menu.treat[treat]!,
      impute: menu.impute[impute]!,
    });
    yield;
    const same = [...ways.values()].find((one) => hasSameFigures(one.prepared, prepared));
    const way = same ?? { prepared, weights: weigh(prepared, plan.weigh), worlds: new Map() };
    ways.set(key, way);
    return way;
  }

  return function* (assumptions) {
    const { prepared, weights, worlds } = yield* wayOf(assumptions);
    const known = worlds.get(assumptions.metric);
    if (known !== undefined) return known;
    yield;
    const metric = menu.metric[assumptions.metric]!;
    const points = { ...placePoints(prepared, weights, metric), minCoverage: plan.space.minCoverage };
    const of = prepared.indicators.map((one) => dimensions.indexOf(one.dimension));
    const whole = dimensions.map((id) => weights.dimensions[id]!);
    const inner = points.weights.map((weight, k) => (weight > 0 ? weight / whole[of[k]!]! : 0));
    const world = openWorld(points, metric, of, inner, dimensions.length);
    worlds.set(assumptions.metric, world);
    return world;
  };
}

function hasSameFigures(a: PreparedTable, b: PreparedTable): boolean {
  return Object.keys(a.columns).every((id) => {
    const other = b.columns[id]!;
    return a.columns[id]!.every((value, i) => value === other[i]);
  });
}
