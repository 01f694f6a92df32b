import type { Plan } from "../plan.js";
import { makePrepared } from "../prepare/prepare.js";
import type { LongTask } from "../shared/long-task.js";
import type { RandomStream } from "../shared/random.js";
import { makeSpace, type StructuralSpace } from "../space/structural-space.js";
import type { RegionTable } from "../table/region-table.js";
import { weigh } from "../weight/weigh.js";
import { type Assumptions, drawAssumptions, type Menu, menuOf } from "./draw-assumptions.js";
import type { SensitivityChoices } from "./sensitivity-options.js";
import type { World } from "./world.js";
import { openWorlds } from "./worlds.js";

/** What all variants of a plan have in common, for whatever target. */
export interface Setting {
  readonly plan: Plan;
  /** By the plan itself. */
  readonly space: StructuralSpace;
  readonly dimensions: readonly string[];
  readonly menu: Menu;
  /** What is varied: what is asked for, but for what the metric does not allow. */
  readonly choices: SensitivityChoices;
  /** The plan's own assumptions. */
  readonly own: Assumptions;
  readonly draw: (random: RandomStream) => Assumptions;
  /** The world in which a set of assumptions is measured; made when it is first asked for. */
  readonly worldOf: (assumptions: Assumptions) => LongTask<World>;
  /** Whether a variant is the plan, so that its distances are those of the plan: not even rounding shall tell them apart. */
  readonly isPlan: (assumptions: Assumptions) => boolean;
}

/** Goes the plan's own way from the table, and lays out what may be varied. */
export function* openSetting(table: RegionTable, plan: Plan, asked: SensitivityChoices): LongTask<Setting> {
  const prepared = yield* makePrepared(table, plan.prepare);
  const weights = weigh(prepared, plan.weigh);
  yield;
  const space = yield* makeSpace(prepared, { ...plan.space, weights }, false);
  const dimensions = table.framework.dimensions.map(({ id }) => id);
  const parts = dimensions.map((id) => weights.dimensions[id]!);
  const menu = menuOf(plan, hasGaps(space), hasCodes(space));
  // Without an indicator the whole cloud has another shape.
  const vary = space.metric === "mahalanobis" ? { ...asked.vary, drop: false } : asked.vary;
  const choices = { ...asked, vary };
  const indicators = space.indicators.length;
  return {
    plan,
    space,
    dimensions,
    menu,
    choices,
    own: { parts, drop: -1, normalise: 0, treat: 0, impute: 0, metric: 0 },
    draw: (random) => drawAssumptions(parts, indicators, menu, choices, random),
    worldOf: openWorlds(table, plan, menu, dimensions),
    isPlan: ({ parts: drawn, drop, normalise, treat, impute, metric }) =>
      drawn === parts && drop < 0 && normalise + treat + impute + metric === 0,
  };
}

function hasGaps({ prepared }: StructuralSpace): boolean {
  return Object.values(prepared.raw).some((column) => column.includes(null));
}

function hasCodes({ indicators, weights }: StructuralSpace): boolean {
  return indicators.some(
    ({ kind }, k) => weights[k]! > 0 && (kind === "nominal" || kind === "asymmetric-binary"),
  );
}
