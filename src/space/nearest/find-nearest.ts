import * as z from "zod/mini";
import { checkOptions } from "../../shared/check.js";
import { optionsError } from "../../shared/errors.js";
import { type LongTask, type LongTaskOptions, runInSlices, runToEnd } from "../../shared/long-task.js";
import type { Note } from "../../shared/note.js";
import type { Recipe } from "../../shared/recipe.js";
import type { Region } from "../../table/region-table.js";
import { isEuclidean } from "../euclid.js";
import { type Metric, metricDefinitions } from "../metrics.js";
import type { StructuralSpace } from "../structural-space.js";
import { searchBoxes } from "./box-search.js";
import { packBoxes, placesTogether, TOGETHER } from "./boxes.js";
import { type NearestList, nearestList } from "./nearest-list.js";

/** Options of `findNearest`. */
export interface NearestOptions extends LongTaskOptions {
  /** How many neighbours of every region; default 20. */
  readonly count?: number | undefined;
  /** Only for the regions at these positions, `from` to `to - 1`: what one of several workers does. Default: for all. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** The options of `findNearest` with the defaults filled in. */
export interface NearestChoices {
  readonly count: number;
  readonly from: number;
  readonly to?: number | undefined;
}

/** The schema of `NearestChoices`. */
export const nearestSchema: z.ZodMiniType<NearestChoices> = z.strictObject({
  count: z._default(z.int().check(z.minimum(1)), 20),
  from: z._default(z.int().check(z.minimum(0)), 0),
  to: z.optional(z.int().check(z.minimum(0))),
});

/** The nearest regions of every region, nearest first, at equal distance by id. */
export interface NearestTable {
  readonly metric: Metric;
  readonly regions: readonly Region[];
  readonly count: number;
  readonly from: number;
  readonly to: number;
  /** The neighbours of the region at position i, as positions, begin at `(i - from) * count`; -1 where there are fewer. */
  readonly neighbours: Int32Array;
  /** Their distances, laid out alike; NaN where there are fewer. */
  readonly distances: Float64Array;
  /** `boxes`: by a search structure that leaves most regions unlooked at; `exhaustive`: by measuring every pair. Both give the same answer. */
  readonly search: "boxes" | "exhaustive";
  readonly notes: readonly Note[];
  readonly recipe: Recipe;
}

/** What is asked for, checked against the space. */
interface Asked {
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

/** With fewer points boxes save nothing. */
const FEW = 500;

/**
 * Finds the nearest regions of all regions (or of some, `from` and `to`) without the matrix of all distances: memory grows with the
 * regions, not with their pairs. Under `squared-euclidean`, `euclidean` and `mahalanobis` and without missing cells a search
 * structure turns most regions away unlooked at: coordinates are turned to their principal axes, which carry most of every distance,
 * and sorted into boxes (the leaves of a k-d tree, Bentley 1975). Otherwise every pair is measured, and a note says why.
 *
 * Distances are those of `measureDistances`, bit for bit; at equal distance the first id comes first.
 *
 * @throws {OptionsError} For unknown options or positions that are not there; rejects with the signal's reason when aborted.
 *
 * @example
 * ```ts
 * const nearest = await findNearest(space, { count: 5 });
 * const i = space.regions.findIndex(({ id }) => id === "ES21");
 * const five = nearest.neighbours.subarray(5 * i, 5 * i + 5);
 * Array.from(five, (j) => space.regions[j].id); // => ["ES12", "ES22", "BE22", "FRF1", "DED5"]
 * ```
 */
export async function findNearest(
  space: StructuralSpace,
  options: NearestOptions = {},
): Promise<NearestTable> {
  const { signal, onProgress, ...rest } = options;
  return runInSlices(searchNearest(space, checkChoices(space, rest)), { signal, onProgress });
}

/**
 * `findNearest` in one go: the same answer.
 *
 * @throws {OptionsError} As `findNearest` rejects.
 *
 * @example
 * ```ts
 * findNearestSync(space, { count: 3 }).neighbours.length; // => 3 * 242
 * ```
 */
export function findNearestSync(space: StructuralSpace, options: NearestOptions = {}): NearestTable {
  const { signal, onProgress, ...rest } = options;
  return runToEnd(searchNearest(space, checkChoices(space, rest)), { signal, onProgress });
}

function checkChoices({ n }: StructuralSpace, options: Omit<NearestOptions, keyof LongTaskOptions>): Asked {
  const { count, from, to = n } = checkOptions(nearestSchema, options, "findNearest");
  if (from <= to && to <= n) return { count, from, to };
  // Where `from` is not there, `to` may be the default, and is not to blame.
  const [option, least, got] = from > n ? ["from", 0, from] : ["to", from, to];
  throw optionsError(
    "invalid-option",
    { path: `findNearest.${option}` },
    `expected a position from ${least} to at most ${n}, the number of regions, got ${got}.`,
  );
}

function* searchNearest(space: StructuralSpace, { count, from, to }: Asked): LongTask<NearestTable> {
  const { n, metric, regions } = space;
  const neighbours = new Int32Array((to - from) * count).fill(-1);
  const distances = new Float64Array((to - from) * count).fill(NaN);
  const comesFirst = (a: number, b: number): boolean => regions[a]!.id < regions[b]!.id;
  const total = to - from;
  const hasBoxes = space.present === null && n > FEW && isEuclidean(metric);
  const { row } = metricDefinitions[metric];
  let done = 0;
  const finish = (list: NearestList, i: number): void => {
    list.moveTo(neighbours, distances, (i - from) * count);
    done++;
  };

  if (hasBoxes) {
    const boxes = yield* packBoxes(space, metric);
    const one = new Float64Array(1);
    const measure = (i: number, j: number): number => {
      row(space, i, j, j + 1, one, 0);
      return one[0]!;
    };
    const toSquare = metric === "squared-euclidean" ? (d: number) => d : (d: number) => d * d;
    const lists = Array.from({ length: TOGETHER }, () => nearestList(count, comesFirst));
    const search = searchBoxes(boxes, lists, measure, toSquare);
    for (const places of placesTogether(boxes, (i) => i >= from && i < to)) {
      search(places);
      for (const [k, place] of places.entries()) finish(lists[k]!, boxes.points[place]!);
      yield { stage: "nearest", done, total };
    }
  } else {
    const list = nearestList(count, comesFirst);
    const all = new Float64Array(n);
    for (let i = from; i < to; i++) {
      row(space, i, 0, n, all, 0);
      for (let j = 0; j < n; j++)
        if (j !== i && !Number.isNaN(all[j]!) && all[j]! <= list.worst()) list.offer(all[j]!, j);
      finish(list, i);
      yield done % 16 === 0 || n > 20_000 ? { stage: "nearest", done, total } : undefined;
    }
  }
  yield { stage: "nearest", done: total, total };
  return {
    metric,
    regions,
    count,
    from,
    to,
    neighbours,
    distances,
    search: hasBoxes ? "boxes" : "exhaustive",
    notes: !hasBoxes && n > FEW ? [exhaustiveNote(space)] : [],
    recipe: { ...space.recipe, call: { name: "findNearest", options: { count, from, to } } },
  };
}

function exhaustiveNote({ present, metric }: StructuralSpace): Note {
  const why =
    present === null
      ? `under ${metric} no box can turn regions away`
      : "where figures are missing no box can turn regions away";
  return { code: "exhaustive-search", message: `Every pair of regions was measured: ${why}.` };
}
