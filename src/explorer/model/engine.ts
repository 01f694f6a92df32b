import type { Plan } from "../../plan.js";
import { makePrepared, prepare } from "../../prepare/prepare.js";
import type { PreparedTable } from "../../prepare/prepared-table.js";
import { findReferenceRegions } from "../../reference/find-reference-regions.js";
import type { ReferenceRegions } from "../../reference/reference-regions.js";
import { type LongTask, quietly } from "../../shared/long-task.js";
import { positionOf } from "../../space/position-of.js";
import { makeSpace, type StructuralSpace } from "../../space/structural-space.js";
import type { RegionTable } from "../../table/region-table.js";
import { weigh } from "../../weight/weigh.js";
import type { Known } from "./address.js";
import { attributesOf, normalisationsFor } from "./choices.js";
import { planOfView, prepareOf } from "./plan-of-view.js";
import { openRanking, type Ranking } from "./ranking.js";
import { type StartingWeights, startingWeights } from "./starting-weights.js";
import { firstView, type View } from "./view.js";

/** The whole answer of the library to a view. */
export interface Settled {
  readonly plan: Plan;
  readonly space: StructuralSpace;
  readonly reference: ReferenceRegions;
}

/** The library, asked by views. */
export interface Engine {
  readonly table: RegionTable;
  readonly plan: Plan;
  readonly start: StartingWeights;
  readonly first: View;
  readonly known: Known;
  readonly preparedOf: (view: View) => PreparedTable;
  readonly planOf: (view: View) => Plan;
  /** The list at once, for as long as a slider moves. */
  readonly rank: (view: View) => Ranking;
  /** The list as the library makes it, with the words of closeness, which takes longer. */
  readonly settle: (view: View) => LongTask<Settled>;
}

/** Opens a table and its plan for views. */
export function openEngine(
  table: RegionTable,
  plan: Plan,
  language: string,
  languages: readonly string[],
): Engine {
  const ways = new Map<string, PreparedTable>();
  const preparedOf = (view: View): PreparedTable => {
    const known = ways.get(view.normalise) ?? prepare(table, prepareOf(plan, view));
    ways.set(view.normalise, known);
    return known;
  };
  const own = prepare(table, plan.prepare);
  const start = startingWeights(own, plan.weigh);
  const first = firstView(table, plan, start.shares, language);
  ways.set(first.normalise, own);
  const planOf = (view: View): Plan => planOfView(view, plan, start, preparedOf(view), table.regions);
  const rankPlan = openRanking();
  return {
    table,
    plan,
    start,
    first,
    known: {
      regions: new Set(table.regions.map(({ id }) => id)),
      indicators: new Set(Object.keys(start.indicators)),
      languages: new Set(languages),
      normalisations: new Set(normalisationsFor(plan)),
      attributes: new Set(attributesOf(table).map(({ name }) => name)),
    },
    preparedOf,
    planOf,
    rank: (view) => {
      const prepared = preparedOf(view);
      return rankPlan(prepared, planOf(view), positionOf(prepared.regions, view.target, "target"));
    },
    *settle(view) {
      const prepared =
        ways.get(view.normalise) ?? (yield* quietly(makePrepared(table, prepareOf(plan, view))));
      ways.set(view.normalise, prepared);
      const wanted = planOf(view);
      const weights = weigh(prepared, wanted.weigh);
      const space = yield* quietly(makeSpace(prepared, { ...wanted.space, weights }));
      return { plan: wanted, space, reference: findReferenceRegions(space, view.target, wanted.reference) };
    },
  };
}
