import { parsePlan } from "../plan.js";
import { findReferenceRegions } from "../reference/find-reference-regions.js";
import { checkOptions } from "../shared/check.js";
import { ReferenceRegionsError } from "../shared/errors.js";
import { groupBy } from "../shared/group-by.js";
import { byId } from "../shared/ids.js";
import { type LongTask, runInSlices, runToEnd } from "../shared/long-task.js";
import type { Note } from "../shared/note.js";
import { randomStreams } from "../shared/random.js";
import type { Recipe } from "../shared/recipe.js";
import type { Text } from "../shared/text.js";
import type { RegionTable } from "../table/region-table.js";
import type { AssessOptions } from "./assess-sensitivity.js";
import type { DrawnWeights } from "./drawn-weights.js";
import { type Judged, judgeList } from "./judge-list.js";
import { nearestFew } from "./rank-draws.js";
import { sensitivitySchema } from "./sensitivity-options.js";
import { openSetting, type Setting } from "./setting.js";
import type { World } from "./world.js";

/** A region, and the share of variants in which it is in a list. */
export interface Included {
  readonly id: string;
  readonly inclusion: number;
}

/** How sure the list of one target is. */
export interface TargetSensitivity {
  readonly id: string;
  readonly name: Text;
  readonly country: string | null;
  /** The mean over all variants of the share of the plan's list that stays. */
  readonly stability: number;
  /** The plan's list, nearest first. */
  readonly listed: readonly Included[];
  /** The others that are in the list of a variant, most often in first. */
  readonly entering: readonly Included[];
}

/** How sure the lists of all regions are. */
export interface SensitivitySurvey {
  readonly draws: number;
  /** The surest list first; at equal stability by id. */
  readonly targets: readonly TargetSensitivity[];
  readonly notes: readonly Note[];
  readonly recipe: Recipe;
}

/**
 * Asks of every region of the table how sure its list is, by the same variants as `assessSensitivity`: whose peers hold whatever one
 * assumes, and whose hang on a judgement. Draw i is the same variant for every target, and the same as in `assessSensitivity`; ranges
 * of ranks and drivers are told there.
 *
 * A target for which the plan finds no list is named in a note.
 *
 * @throws {OptionsError} Rejects for unknown options, where no target has a list, and with the signal's reason when aborted.
 *
 * @example
 * ```ts
 * const { targets } = await surveySensitivity(table, { plan: { reference: { count: 5 } }, draws: 20 });
 * targets.length; // => 234
 * targets[0].stability > targets[233].stability; // => true
 * ```
 */
export async function surveySensitivity(
  table: RegionTable,
  options: AssessOptions = {},
): Promise<SensitivitySurvey> {
  return runInSlices(makeSurvey(table, options), options);
}

/**
 * `surveySensitivity` in one go: the same answer.
 *
 * @throws {OptionsError} As `surveySensitivity` rejects.
 *
 * @example
 * ```ts
 * surveySensitivitySync(table, { plan: { reference: { count: 5 } }, draws: 20 }).draws; // => 20
 * ```
 */
export function surveySensitivitySync(table: RegionTable, options: AssessOptions = {}): SensitivitySurvey {
  return runToEnd(makeSurvey(table, options), options);
}

function* makeSurvey(
  table: RegionTable,
  { plan, signal: _, onProgress: __, ...rest }: AssessOptions,
): LongTask<SensitivitySurvey> {
  const asked = checkOptions(sensitivitySchema, rest, "surveySensitivity");
  const setting = yield* openSetting(table, parsePlan(plan ?? "orkestra"), asked);
  const { space, choices } = setting;
  const { lists, notes } = yield* judgeAll(setting);
  const included = lists.map(({ others, eligible }) =>
    new Uint32Array(others.length).fill(choices.draws, eligible),
  );
  const nearest = lists.map(({ eligible, ranked, order }) => nearestFew(eligible, ranked.length, order));
  const count = (at: number, distances: Float64Array, times: number): void => {
    const list = nearest[at]!(distances);
    for (let i = 0; i < list.length; i++) included[at]![list[i]!]! += times;
  };
  const { asPlanned, worlds } = yield* byWorld(setting);
  const total = (worlds.size + 1) * lists.length;
  let done = 0;
  // One way to prepare at a time, so that no more than one stands in memory.
  for (const [at, { atPlan }] of lists.entries()) {
    if (asPlanned > 0) count(at, atPlan, asPlanned);
    yield { stage: "variants", done: ++done, total };
  }
  for (const [world, variants] of worlds) {
    const runs = [...groupBy(variants.length, (v) => variants[v]!.drop).values()].map((run) =>
      run.map((v) => variants[v]!),
    );
    const distances = new Float64Array(Math.max(...runs.map((run) => run.length)) * space.n);
    for (const [at, { target, others }] of lists.entries()) {
      const measure = world.from(target, others);
      for (const run of runs) {
        measure(run, distances);
        const m = others.length;
        for (let v = 0; v < run.length; v++) count(at, distances.subarray(v * m, (v + 1) * m), 1);
      }
      yield { stage: "variants", done: ++done, total };
    }
  }
  const targets = lists.map((list, at) => describe(setting, list, included[at]!));
  targets.sort((a, b) => b.stability - a.stability || byId(a, b));
  return {
    draws: choices.draws,
    targets,
    notes,
    recipe: { ...space.recipe, call: { name: "surveySensitivity", options: asked } },
  };
}

/** The list of every target that has one. */
function* judgeAll({ space, plan }: Setting): LongTask<{ readonly lists: Judged[]; readonly notes: Note[] }> {
  const lists: Judged[] = [];
  const failed: { id: string; error: ReferenceRegionsError }[] = [];
  for (const { id } of space.regions) {
    try {
      lists.push(judgeList(space, findReferenceRegions(space, id, { ...plan.reference, explain: false })));
    } catch (error) {
      if (!(error instanceof ReferenceRegionsError)) throw error;
      failed.push({ id, error });
    }
    yield;
  }
  if (lists.length === 0) throw failed[0]!.error;
  if (failed.length === 0) return { lists, notes: [] };
  const message = `${failed.length} of ${space.n} regions have no list by this plan: ${failed.map(({ id }) => id).join(", ")}. The first: ${failed[0]!.error.message}`;
  return { lists, notes: [{ code: "no-list", regions: failed.map(({ id }) => id), message }] };
}

/** The variants by the world that they are measured in, and how many are the plan itself. */
function* byWorld({ choices, draw, worldOf, isPlan }: Setting): LongTask<{
  readonly asPlanned: number;
  readonly worlds: Map<World, DrawnWeights[]>;
}> {
  const nextStream = randomStreams(choices.seed, "sensitivity");
  const worlds = new Map<World, DrawnWeights[]>();
  let asPlanned = 0;
  for (let i = 0; i < choices.draws; i++) {
    const assumptions = draw(nextStream());
    if (isPlan(assumptions)) {
      asPlanned++;
      continue;
    }
    const world = yield* worldOf(assumptions);
    const variants = worlds.get(world) ?? [];
    worlds.set(world, variants);
    variants.push(world.weigh(assumptions));
  }
  return { asPlanned, worlds };
}

function describe(
  { space, choices: { draws } }: Setting,
  { target, others, eligible, ranked }: Judged,
  included: Uint32Array,
): TargetSensitivity {
  const tell = (inclusion: number, j: number): Included => ({
    id: space.regions[others[j]!]!.id,
    inclusion: inclusion / draws,
  });
  const all = Array.from(included, tell);
  const kept = ranked.reduce((sum, j) => sum + included[j]!, 0);
  const { id, name, country } = space.regions[target]!;
  return {
    id,
    name,
    country,
    stability: ranked.length === 0 ? 1 : kept / (draws * ranked.length),
    listed: [...ranked.map((j) => all[j]!), ...all.slice(eligible)],
    entering: all
      .slice(0, eligible)
      .filter(({ inclusion }, j) => inclusion > 0 && !ranked.includes(j))
      .sort((a, b) => b.inclusion - a.inclusion || byId(a, b)),
  };
}
