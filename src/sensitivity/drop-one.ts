import * as z from "zod/mini";
import { type PlanInput, type PresetName, parsePlan } from "../plan.js";
import { makePrepared } from "../prepare/prepare.js";
import { compareSelections } from "../reference/compare-selections.js";
import { findReferenceRegions } from "../reference/find-reference-regions.js";
import type { ReferenceRegions } from "../reference/reference-regions.js";
import { checkOptions } from "../shared/check.js";
import { ReferenceRegionsError } from "../shared/errors.js";
import { groupBy } from "../shared/group-by.js";
import { type LongTask, type LongTaskOptions, quietly, runInSlices, runToEnd } from "../shared/long-task.js";
import type { Note } from "../shared/note.js";
import type { Recipe } from "../shared/recipe.js";
import { makeSpace } from "../space/structural-space.js";
import type { Indicator } from "../table/framework.js";
import type { RegionTable } from "../table/region-table.js";
import { structuralIndicators } from "../table/structural-indicators.js";
import { weigh } from "../weight/weigh.js";
import { leaveOut, type Planned } from "./leave-out.js";

/** What is left out at a time. */
export const dropLevels = ["indicators", "elements", "dimensions"] as const;
/** One of `dropLevels`. */
export type DropLevel = (typeof dropLevels)[number];

/** Options of `dropOne`. */
export interface DropOneOptions extends LongTaskOptions {
  /** Default `"indicators"`. */
  readonly level?: DropLevel | undefined;
  /** A plan, the name of a preset, or nothing for `orkestra`. */
  readonly plan?: PlanInput | PresetName | undefined;
}

/** What becomes of the list without one indicator, element or dimension. */
export interface DroppedPart {
  readonly id: string;
  /** The indicators that went with it. */
  readonly indicators: readonly string[];
  /** Regions that stay in the list. */
  readonly overlap: number;
  readonly jaccard: number;
  /** 1 less the rank-biased overlap: 0 where nothing moves. */
  readonly damage: number;
  /** Regions that come into the list, and that drop out of it, each in the order of its list. */
  readonly entered: readonly string[];
  readonly left: readonly string[];
}

/** The list of a target, and what each part of the indicators does to it. */
export interface DropOne {
  readonly target: string;
  readonly level: DropLevel;
  /** The list with everything. */
  readonly reference: ReferenceRegions;
  /** The most damage first; at equal damage by id. */
  readonly dropped: readonly DroppedPart[];
  readonly notes: readonly Note[];
  readonly recipe: Recipe;
}

/** The schema of the options that decide the answer. */
export const dropOneSchema: z.ZodMiniType<{ readonly level: DropLevel }> = z.strictObject({
  level: z._default(z.enum(dropLevels), "indicators"),
});

/**
 * Leaves one indicator (or element, or dimension) out at a time, goes the whole way from the table again, and says what becomes of the
 * list: who stays, who enters, who leaves, ranked by damage. The weight of what is left out goes to its sisters, by the plan's scheme.
 *
 * Missing cells: the plan's rules. Without what is left out a region may have too few figures for the list, or enough.
 *
 * @throws {OptionsError} Rejects for unknown options and targets, and with the signal's reason when aborted.
 *
 * @example
 * ```ts
 * const { dropped } = await dropOne(table, "ES21", { level: "dimensions", plan: { reference: { count: 10 } } });
 * dropped.map(({ id, overlap }) => [id, overlap]); // => [["social", 4], ["technological", 5], ["geographic", 5], ["economic", 6], ["institutional", 8]]
 * ```
 */
export async function dropOne(
  table: RegionTable,
  targetId: string,
  options: DropOneOptions = {},
): Promise<DropOne> {
  return runInSlices(dropEach(table, targetId, options), options);
}

/**
 * `dropOne` in one go: the same answer.
 *
 * @throws {OptionsError} As `dropOne` rejects.
 *
 * @example
 * ```ts
 * dropOneSync(table, "ES21", { level: "elements" }).dropped.length; // => 8
 * ```
 */
export function dropOneSync(table: RegionTable, targetId: string, options: DropOneOptions = {}): DropOne {
  return runToEnd(dropEach(table, targetId, options), options);
}

function* dropEach(
  table: RegionTable,
  targetId: string,
  { plan: input = "orkestra", signal: _, onProgress: __, ...rest }: DropOneOptions,
): LongTask<DropOne> {
  const { level } = checkOptions(dropOneSchema, rest, "dropOne");
  const plan = parsePlan(input);
  const whole = { table, plan };
  const reference = yield* quietly(listOf(whole, targetId, true));
  const parts = partsOf(structuralIndicators(table.framework), level);
  const dropped: DroppedPart[] = [];
  const notes: Note[] = [];
  let done = 0;
  for (const [id, indicators] of parts) {
    try {
      const without = yield* quietly(listOf(leaveOut(whole, new Set(indicators)), targetId, false));
      dropped.push(describe(id, indicators, reference, without));
    } catch (error) {
      if (!(error instanceof ReferenceRegionsError)) throw error;
      notes.push({
        code: "no-list-without",
        part: id,
        message: `Without ${id} there is no list: ${error.message}`,
      });
    }
    done++;
    yield { stage: "drop", done, total: parts.length };
  }
  dropped.sort((a, b) => b.damage - a.damage || (a.id < b.id ? -1 : 1));
  return {
    target: targetId,
    level,
    reference,
    dropped,
    notes: [...reference.notes, ...notes],
    recipe: { ...reference.recipe, call: { name: "dropOne", options: { level } } },
  };
}

/** The list by a plan; no reasons are needed, and where only its order counts, no words for closeness. */
function* listOf({ table, plan }: Planned, targetId: string, inWords: boolean): LongTask<ReferenceRegions> {
  const prepared = yield* makePrepared(table, plan.prepare);
  const weights = weigh(prepared, plan.weigh);
  yield;
  const space = yield* makeSpace(prepared, { ...plan.space, weights }, inWords);
  return findReferenceRegions(space, targetId, { ...plan.reference, explain: false });
}

/** What is left out together: each indicator by itself, or those of an element (within its dimension), or of a dimension. */
function partsOf(indicators: readonly Indicator[], level: DropLevel): [string, string[]][] {
  const nameOf = (one: Indicator): string => {
    if (level === "dimensions") return one.dimension;
    return level === "elements" ? (one.element ?? one.dimension) : one.id;
  };
  const groups = groupBy(indicators.length, (k) => nameOf(indicators[k]!));
  return [...groups].map(([name, members]) => [name, members.map((k) => indicators[k]!.id)]);
}

function describe(
  id: string,
  indicators: readonly string[],
  reference: ReferenceRegions,
  without: ReferenceRegions,
): DroppedPart {
  const { overlap, jaccard, rankBiasedOverlap, onlyInA, onlyInB } = compareSelections(reference, without);
  return {
    id,
    indicators,
    overlap,
    jaccard: jaccard ?? 1,
    damage: Math.max(0, 1 - (rankBiasedOverlap ?? 1)),
    entered: onlyInB,
    left: onlyInA,
  };
}
