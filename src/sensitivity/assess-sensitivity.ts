import { type Plan, type PlanInput, type PresetName, parsePlan } from "../plan.js";
import { findReferenceRegions } from "../reference/find-reference-regions.js";
import { checkOptions } from "../shared/check.js";
import { type LongTask, type LongTaskOptions, runInSlices, runToEnd } from "../shared/long-task.js";
import { randomStreams } from "../shared/random.js";
import { schemaVersion } from "../shared/schema-version.js";
import type { RegionTable } from "../table/region-table.js";
import type { Assumptions } from "./draw-assumptions.js";
import { findDrivers } from "./find-drivers.js";
import { type Judged, judgeList } from "./judge-list.js";
import { measurer } from "./measurer.js";
import { nearestFew, rankSome } from "./rank-draws.js";
import type { Sensitivity } from "./sensitivity.js";
import {
  type SensitivityChoices,
  type SensitivityOptions,
  sensitivitySchema,
} from "./sensitivity-options.js";
import { describeRegions, sensitivityNotes } from "./sensitivity-result.js";
import { openSetting } from "./setting.js";

/** Options of `assessSensitivity`. */
export interface AssessOptions extends SensitivityOptions, LongTaskOptions {
  /** A plan, the name of a preset, or nothing for `orkestra`. */
  readonly plan?: PlanInput | PresetName | undefined;
}

/**
 * Asks how sure a list of reference regions is: the way from the table is gone again and again with other judgements that an analyst
 * might have made, and every region is shown with the share of variants that list it and the range of its ranks.
 *
 * What varies (each can be switched off in `vary`): the weights of the dimensions (Dirichlet around the plan's, see `spread`); one
 * indicator, drawn at random, or none is left out; normalisation (the plan's, min-max, z-score, rank), treatment (the plan's, auto,
 * none), imputation (the plan's, none, median; where cells are missing) and metric (the plan's, squared Euclidean, Manhattan).
 * Eligibility, also for lack of figures, and the length of the list are the plan's.
 *
 * `drivers` says which assumption moves the list most: Sobol first-order and total effects on the shift of the list, the mean change
 * of rank of the plan's regions, from 256 pairs of variants at most. What moves nothing is `inert`.
 *
 * Draw i uses random stream i of the seed: the answer depends on the seed alone.
 *
 * Source: Saisana, Saltelli and Tarantola (2005); OECD/JRC Handbook (2008), section 7; Saltelli et al. (2010); Jansen (1999).
 *
 * @throws {OptionsError} Rejects for unknown options and targets, and with the signal's reason when aborted.
 *
 * @example
 * ```ts
 * const plan = { reference: { count: 5 } };
 * const { regions, drivers } = await assessSensitivity(table, "ES21", { plan, draws: 200 });
 * regions[0].id; // => "ES12"
 * regions[0].words; // => "in 87 % of 200 variants"
 * drivers[0].driver; // => "drop"
 * ```
 */
export async function assessSensitivity(
  table: RegionTable,
  targetId: string,
  options: AssessOptions = {},
): Promise<Sensitivity> {
  return runInSlices(fromOptions(table, targetId, options), options);
}

/**
 * `assessSensitivity` in one go: the same answer.
 *
 * @throws {OptionsError} As `assessSensitivity` rejects.
 *
 * @example
 * ```ts
 * const still = { weights: false, drop: false, normalise: false, treat: false, impute: false, metric: false };
 * const { stability } = assessSensitivitySync(table, "ES21", { draws: 10, vary: still });
 * stability; // => 1
 * ```
 */
export function assessSensitivitySync(
  table: RegionTable,
  targetId: string,
  options: AssessOptions = {},
): Sensitivity {
  return runToEnd(fromOptions(table, targetId, options), options);
}

function fromOptions(
  table: RegionTable,
  targetId: string,
  { plan, signal: _, onProgress: __, ...rest }: AssessOptions,
): LongTask<Sensitivity> {
  const choices = checkOptions(sensitivitySchema, rest, "assessSensitivity");
  return makeSensitivity(table, targetId, parsePlan(plan ?? "orkestra"), choices);
}

/** `assessSensitivity` as a long task, from checked options. */
export function* makeSensitivity(
  table: RegionTable,
  targetId: string,
  plan: Plan,
  asked: SensitivityChoices,
): LongTask<Sensitivity> {
  const setting = yield* openSetting(table, plan, asked);
  const { space, choices } = setting;
  const { draws, seed } = choices;
  const reference = findReferenceRegions(space, targetId, { ...plan.reference, explain: false });
  const judged = judgeList(space, reference);
  const distancesOf = measurer(setting, judged);
  const { others, eligible, atPlan, ranked } = judged;
  const pinned = positions(eligible, others.length);

  const nextStream = randomStreams(seed, "sensitivity");
  const drawn: Assumptions[] = [];
  const included = new Uint32Array(others.length).fill(draws, eligible);
  const lists: string[][] = [];
  const nearest = nearestFew(eligible, ranked.length, judged.order);
  for (let draw = 0; draw < draws; draw++) {
    drawn.push(setting.draw(nextStream()));
    const distances = yield* distancesOf(drawn[draw]!);
    const list = nearest(distances);
    for (const j of list) included[j]!++;
    if (draw < choices.lists) {
      list.sort((a, b) => distances[a]! - distances[b]! || judged.order[a]! - judged.order[b]!);
      lists.push([...list, ...pinned].map((j) => space.regions[others[j]!]!.id));
    }
    yield { stage: "variants", done: draw + 1, total: draws };
  }
  const found = positions(0, others.length).filter((j) => included[j]! > 0 || ranked.includes(j));
  const rank = rankSome(found, others.length);
  const planRanks = rank(atPlan).slice();
  const ranks = new Uint32Array(found.length * draws);
  for (let draw = 0; draw < draws; draw++) {
    const now = rank(yield* distancesOf(drawn[draw]!));
    for (let s = 0; s < found.length; s++) ranks[s * draws + draw] = now[s]!;
    yield { stage: "ranks", done: draw + 1, total: draws };
  }

  const shiftOf = shiftFrom(judged);
  const { drivers, inert } = yield* findDrivers(setting, drawn, function* (assumptions) {
    return shiftOf(yield* distancesOf(assumptions));
  });
  const regions = describeRegions(space, judged, { found, planRanks, ranks, included, draws });
  const kept = ranked.reduce((sum, j) => sum + included[j]!, 0);
  const stability = ranked.length === 0 ? 1 : kept / (draws * ranked.length);
  return {
    schemaVersion,
    target: targetId,
    draws,
    regions,
    drivers,
    inert,
    lists,
    stability,
    notes: sensitivityNotes(regions, plan, draws),
    recipe: { ...reference.recipe, call: { name: "assessSensitivity", options: asked } },
  };
}

/** The mean change of rank of the plan's regions; one that loses its distance goes behind all. */
function shiftFrom({ atPlan, ranked, eligible }: Judged): (distances: Float64Array) => number {
  const rank = rankSome(ranked, eligible);
  const before = rank(atPlan).slice();
  return (distances) => {
    let shift = 0;
    rank(distances).forEach((now, s) => {
      shift += Math.abs((now || eligible) - before[s]!);
    });
    return ranked.length === 0 ? 0 : shift / ranked.length;
  };
}

function positions(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
