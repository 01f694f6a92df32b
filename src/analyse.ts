import type { Benchmark } from "./benchmark/benchmark.js";
import { benchmarkAgainst } from "./benchmark/benchmark-against.js";
import { findLeaders, type Leaders } from "./benchmark/find-leaders.js";
import type { ClusterCountAdvice } from "./cluster/cluster-count-advice.js";
import { countDefaults, type TypologyChoices } from "./cluster/cluster-options.js";
import { makeTypology } from "./cluster/cluster-regions.js";
import { locateInTypology, type TypeOfTarget } from "./cluster/locate-in-typology.js";
import { makeAdvice } from "./cluster/suggest-cluster-count.js";
import type { Typology } from "./cluster/typology.js";
import { type Plan, type PlanInput, type PresetName, parsePlan } from "./plan.js";
import { makePrepared } from "./prepare/prepare.js";
import { findReferenceRegions } from "./reference/find-reference-regions.js";
import type { ReferenceRegions } from "./reference/reference-regions.js";
import { makeSensitivity } from "./sensitivity/assess-sensitivity.js";
import type { Sensitivity } from "./sensitivity/sensitivity.js";
import {
  type LongTask,
  type LongTaskOptions,
  type Progress,
  quietly,
  runInSlices,
} from "./shared/long-task.js";
import type { Note } from "./shared/note.js";
import type { Recipe } from "./shared/recipe.js";
import { schemaVersion } from "./shared/schema-version.js";
import { makeDescription, type SpaceDescription } from "./space/describe-space.js";
import { makeSpace, type StructuralSpace } from "./space/structural-space.js";
import type { RegionTable } from "./table/region-table.js";
import { weigh } from "./weight/weigh.js";

/** Options of `analyse`. */
export type AnalyseOptions = LongTaskOptions;

/** The result of the whole way: who the reference regions are, by which plan, with every note on the way. */
export interface Analysis {
  readonly schemaVersion: 1;
  readonly target: ReferenceRegions["target"];
  /** The data, so that an analysis says all by itself and can be made again from itself. */
  readonly table: RegionTable;
  readonly plan: Plan;
  readonly reference: ReferenceRegions;
  /** Present where the plan asks for types. */
  readonly typology?: Typology;
  /** The target's type beside its reference regions. */
  readonly type?: TypeOfTarget;
  /** How the number of types was found, where the plan leaves it open. */
  readonly clusterCount?: ClusterCountAdvice;
  /** Present where the plan asks how sure the list is. */
  readonly sensitivity?: Sensitivity;
  /** Present where the plan looks at performance: the target against its reference group, and whom to learn from. */
  readonly benchmark?: Benchmark;
  readonly leaders?: Leaders;
  /** What the weights of the plan really do to the distances. */
  readonly weights: SpaceDescription;
  readonly notes: readonly Note[];
  readonly recipe: Recipe;
}

/**
 * The whole way in one call: prepare, weigh, build the space, find the reference regions, describe what the weights do; where the plan
 * says so, also divide all regions into types and ask how sure the list is.
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
  options: AnalyseOptions = {},
): Promise<Analysis> {
  return runInSlices(makeAnalysis(table, targetId, parsePlan(plan)), options);
}

function* makeAnalysis(table: RegionTable, targetId: string, plan: Plan): LongTask<Analysis> {
  const asked = (["typology", "sensitivity", "benchmark"] as const).filter(
    (stage) => plan[stage] !== undefined,
  );
  const stages = ["prepare", "weigh", "space", "reference", ...asked, "describe"];
  const reach = (stage: string): Progress => {
    return { stage, done: stages.indexOf(stage), total: stages.length };
  };
  yield reach("prepare");
  const prepared = yield* quietly(makePrepared(table, plan.prepare));
  yield reach("weigh");
  const weights = weigh(prepared, plan.weigh);
  yield reach("space");
  const space = yield* quietly(makeSpace(prepared, { ...plan.space, weights }));
  yield reach("reference");
  const reference = findReferenceRegions(space, targetId, plan.reference);
  if (plan.typology) yield reach("typology");
  const types = plan.typology ? yield* findTypes(space, reference, plan.typology) : null;
  if (plan.sensitivity) yield reach("sensitivity");
  const sensitivity = plan.sensitivity
    ? yield* makeSensitivity(table, targetId, plan, plan.sensitivity)
    : null;
  if (plan.benchmark) yield reach("benchmark");
  const lists = sensitivity?.lists;
  const benchmark = plan.benchmark
    ? benchmarkAgainst(table, reference, { ...plan.benchmark, ...(lists ? { lists } : {}) })
    : null;
  const leaders = benchmark === null ? null : findLeaders(benchmark, reference);
  yield reach("describe");
  const description = yield* quietly(makeDescription(space));
  yield { stage: "done", done: stages.length, total: stages.length };
  return {
    schemaVersion,
    target: reference.target,
    table,
    plan,
    reference,
    ...types,
    ...(sensitivity === null ? {} : { sensitivity }),
    ...(benchmark === null || leaders === null ? {} : { benchmark, leaders }),
    weights: description,
    notes: [
      ...planNotes(plan),
      ...table.notes,
      ...prepared.notes,
      ...weights.notes,
      ...space.notes,
      ...reference.notes,
      ...(types?.clusterCount?.notes ?? []),
      ...(types?.typology.notes ?? []),
      ...(sensitivity?.notes ?? []),
      ...(benchmark?.notes ?? []),
      ...(leaders?.notes ?? []),
    ],
    recipe: { ...reference.recipe, plan: { ...plan } },
  };
}

/** The types of all regions, and where the target stands among them. */
function* findTypes(
  space: StructuralSpace,
  reference: ReferenceRegions,
  { k: asked, ...choices }: TypologyChoices,
): LongTask<{ typology: Typology; type: TypeOfTarget; clusterCount?: ClusterCountAdvice }> {
  const clusterCount = asked === undefined ? yield* makeAdvice(space, countDefaults(choices)) : null;
  const typology = yield* makeTypology(space, { ...choices, k: asked ?? clusterCount!.k });
  return {
    typology,
    type: locateInTypology(typology, reference),
    ...(clusterCount === null ? {} : { clusterCount }),
  };
}

function planNotes({ name, description }: Plan): Note[] {
  return description === ""
    ? []
    : [{ code: "plan", plan: name, description, message: `Plan ${name}: ${description}` }];
}
