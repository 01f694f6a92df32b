import { type Plan, type PlanInput, type PresetName, parsePlan } from "./plan.js";
import { prepare } from "./prepare/prepare.js";
import { findReferenceRegions } from "./reference/find-reference-regions.js";
import type { ReferenceRegions } from "./reference/reference-regions.js";
import type { Note } from "./shared/note.js";
import type { Recipe } from "./shared/recipe.js";
import { describeSpace, type SpaceDescription } from "./space/describe-space.js";
import { buildSpace } from "./space/structural-space.js";
import type { RegionTable } from "./table/region-table.js";
import { weigh } from "./weight/weigh.js";

/** How far a long analysis is. */
export interface Progress {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
}

/** Options of `analyse`. */
export interface AnalyseOptions {
  /** Aborting rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** The result of the whole way: who the reference regions are, by which plan, with every note on the way. */
export interface Analysis {
  readonly target: ReferenceRegions["target"];
  readonly plan: Plan;
  readonly reference: ReferenceRegions;
  /** What the weights of the plan really do to the distances. */
  readonly weights: SpaceDescription;
  readonly notes: readonly Note[];
  readonly recipe: Recipe;
}

/**
 * The whole way in one call: prepare, weigh, build the space, find the reference regions, describe what the weights do.
 *
 * @param table From `readRegionsCsv` or `readRegionRows`.
 * @param targetId The region that looks for its reference regions.
 * @param plan A plan, the name of a preset, or nothing for `orkestra`.
 * @throws {OptionsError | DataError} As the stages do.
 *
 * @example
 * ```ts
 * const analysis = await analyse(table, "ES21", { reference: { count: 5 } });
 * analysis.reference.regions.map(({ id }) => id); // => ["ES12", "ES22", "BE22", "FRF1", "DED5"]
 * analysis.plan.prepare.normalise; // => "min-max"
 * ```
 */
export async function analyse(
  table: RegionTable,
  targetId: string,
  plan: PlanInput | PresetName = "orkestra",
  { signal, onProgress }: AnalyseOptions = {},
): Promise<Analysis> {
  const complete = parsePlan(plan);
  const stages = ["prepare", "weigh", "space", "reference", "describe"];
  const reach = async (stage: number): Promise<void> => {
    signal?.throwIfAborted();
    onProgress?.({ stage: stages[stage] ?? "done", done: stage, total: stages.length });
    // A turn of the event loop between stages, so that an abort or a repaint can come through.
    await new Promise((resolve) => setTimeout(resolve, 0));
    signal?.throwIfAborted();
  };
  await reach(0);
  const prepared = prepare(table, complete.prepare);
  await reach(1);
  const weights = weigh(prepared, complete.weigh);
  await reach(2);
  const space = buildSpace(prepared, { ...complete.space, weights });
  await reach(3);
  const reference = findReferenceRegions(space, targetId, complete.reference);
  await reach(4);
  const description = describeSpace(space);
  onProgress?.({ stage: "done", done: stages.length, total: stages.length });
  return {
    target: reference.target,
    plan: complete,
    reference,
    weights: description,
    notes: [
      ...planNotes(complete),
      ...table.notes,
      ...prepared.notes,
      ...weights.notes,
      ...space.notes,
      ...reference.notes,
    ],
    recipe: { ...reference.recipe, plan: { ...complete } },
  };
}

function planNotes({ name, description }: Plan): Note[] {
  return description === "" ? [] : [{ code: "plan", plan: name, message: `Plan ${name}: ${description}` }];
}
