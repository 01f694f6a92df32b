import type { Plan } from "../plan.js";
import type { RegionTable } from "../table/region-table.js";

/** A table and the plan that is made for it. */
export interface Planned {
  readonly table: RegionTable;
  readonly plan: Plan;
}

/** The table without some structural indicators, and the plan without what it says of them. The rest keeps its place and its weight. */
export function leaveOut({ table, plan }: Planned, ids: ReadonlySet<string>): Planned {
  const without = <V>(record: { readonly [id: string]: V }): { readonly [id: string]: V } =>
    Object.fromEntries(Object.entries(record).filter(([id]) => !ids.has(id)));
  const { framework } = table;
  const { prepare, weigh } = plan;
  const { normalise } = prepare;
  return {
    table: {
      ...table,
      framework: { ...framework, indicators: framework.indicators.filter(({ id }) => !ids.has(id)) },
    },
    plan: {
      ...plan,
      prepare: {
        ...prepare,
        indicators: without(prepare.indicators),
        normalise:
          typeof normalise === "object" ? { ...normalise, bounds: without(normalise.bounds) } : normalise,
      },
      weigh: weigh.indicators === undefined ? weigh : { ...weigh, indicators: without(weigh.indicators) },
    },
  };
}
