import { type Plan, type PlanInput, type PresetName, parsePlan } from "../plan.js";
import { prepare } from "../prepare/prepare.js";
import { findReferenceRegions } from "../reference/find-reference-regions.js";
import { checkOptions } from "../shared/check.js";
import { type LongTask, type LongTaskOptions, runInSlices, runToEnd } from "../shared/long-task.js";
import { randomStreams } from "../shared/random.js";
import { metricDefinitions } from "../space/metrics.js";
import { buildSpace, type StructuralSpace } from "../space/structural-space.js";
import type { RegionTable } from "../table/region-table.js";
import { weigh } from "../weight/weigh.js";
import { type Assumptions, drawAssumptions, menuOf, planAssumptions } from "./draw-assumptions.js";
import { findDrivers } from "./find-drivers.js";
import { judgeList } from "./judge-list.js";
import { ranker, rankOf } from "./rank-draws.js";
import type { Sensitivity } from "./sensitivity.js";
import {
  type SensitivityChoices,
  type SensitivityOptions,
  sensitivitySchema,
} from "./sensitivity-options.js";
import { describeRegions, sensitivityNotes } from "./sensitivity-result.js";
import { openWorlds } from "./worlds.js";

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
  choices: SensitivityChoices,
): LongTask<Sensitivity> {
  const prepared = prepare(table, plan.prepare);
  const weights = weigh(prepared, plan.weigh);
  const space = buildSpace(prepared, { ...plan.space, weights });
  const reference = findReferenceRegions(space, targetId, { ...plan.reference, explain: false });
  const judged = judgeList(space, reference);
  const { target, n } = judged;

  const dimensions = table.framework.dimensions.map(({ id }) => id);
  const own = dimensions.map((id) => weights.dimensions[id]!);
  const menu = menuOf(plan, hasGaps(space), hasCodes(space));
  const vary = space.metric === "mahalanobis" ? { ...choices.vary, drop: false } : choices.vary;
  const varied = { ...choices, vary };
  const measure = openWorlds(table, plan, menu, target, dimensions);
  const indicators = space.indicators.length;
  const isPlan = isPlanOf(planAssumptions(own));
  const atPlan = new Float64Array(n);
  metricDefinitions[space.metric].row(space, target, 0, n, atPlan, 0);
  const distances = new Float64Array(n);
  // The plan itself is measured as its list was, so that not even rounding can tell them apart.
  const distancesOf = (assumptions: Assumptions): Float64Array => {
    if (isPlan(assumptions)) return atPlan;
    measure(assumptions, distances);
    return distances;
  };

  const rank = ranker(judged.eligible, judged.order, n, judged.count);
  const planRanks = rank(atPlan).ranks.slice();
  const { draws, seed } = choices;
  const ranks = new Uint32Array(n * draws);
  const included = new Uint32Array(n);
  const nextStream = randomStreams(seed, "sensitivity");
  const drawn: Assumptions[] = [];
  let kept = 0;
  for (let draw = 0; draw < draws; draw++) {
    const assumptions = drawAssumptions(own, indicators, menu, varied, nextStream());
    drawn.push(assumptions);
    const ranking = rank(distancesOf(assumptions));
    for (const j of judged.eligible) {
      ranks[j * draws + draw] = ranking.ranks[j]!;
      included[j]! += ranking.listed[j]!;
      kept += ranking.listed[j]! * judged.listed[j]!;
    }
    for (const j of judged.pinned) included[j]!++;
    yield { stage: "variants", done: draw + 1, total: draws };
  }
  const shiftOf = (assumptions: Assumptions): number => {
    const now = distancesOf(assumptions);
    let shift = 0;
    for (const j of judged.ranked) shift += Math.abs(rankOf(j, now, judged.eligible) - planRanks[j]!);
    return judged.ranked.length === 0 ? 0 : shift / judged.ranked.length;
  };
  const { drivers, inert } = yield* findDrivers(space, drawn, shiftOf, {
    seed,
    dimensions,
    redraw: (random) => drawAssumptions(own, indicators, menu, varied, random),
    vary,
    menu,
  });
  const regions = describeRegions(space, judged, planRanks, ranks, included, draws);
  const stability = judged.ranked.length === 0 ? 1 : kept / (draws * judged.ranked.length);
  return {
    target: targetId,
    draws,
    regions,
    drivers,
    inert,
    stability,
    notes: sensitivityNotes(regions, plan, draws),
    recipe: { ...reference.recipe, call: { name: "assessSensitivity", options: choices } },
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

function isPlanOf(own: Assumptions): (drawn: Assumptions) => boolean {
  return ({ parts, drop, normalise, treat, impute, metric }) =>
    parts === own.parts && drop < 0 && normalise + treat + impute + metric === 0;
}
