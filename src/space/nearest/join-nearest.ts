import { optionsError } from "../../shared/errors.js";
import type { NearestTable } from "./find-nearest.js";

/**
 * Joins what several calls of `findNearest` found (each for its own `from` and `to`) to one table: what one call for all would have found.
 *
 * @param parts In any order; together they must cover a stretch of positions, each once.
 * @throws {OptionsError} For no part, parts of different spaces or counts, and positions that are missing or there twice.
 *
 * @example
 * ```ts
 * const halves = [findNearestSync(space, { to: 100 }), findNearestSync(space, { from: 100 })];
 * joinNearest(halves).neighbours.length; // => 242 * 20
 * ```
 */
export function joinNearest(parts: readonly NearestTable[]): NearestTable {
  const ordered = [...parts].sort((a, b) => a.from - b.from || a.to - b.to);
  const [first] = ordered;
  if (first === undefined) throw refused("at least one part, got none");
  for (const [at, { from, count, metric, regions }] of ordered.entries()) {
    if (count !== first.count || metric !== first.metric || regions.length !== first.regions.length)
      throw refused(
        `parts of one space, got ${first.count} nearest of ${first.regions.length} regions under ${first.metric}, and ${count} of ${regions.length} under ${metric}`,
      );
    const expected = at === 0 ? from : ordered[at - 1]!.to;
    if (from !== expected) throw refused(`a part from position ${expected} on, got one from ${from} on`);
  }
  const to = ordered.at(-1)!.to;
  const length = (to - first.from) * first.count;
  const neighbours = new Int32Array(length);
  const distances = new Float64Array(length);
  for (const part of ordered) {
    neighbours.set(part.neighbours, (part.from - first.from) * first.count);
    distances.set(part.distances, (part.from - first.from) * first.count);
  }
  const options = { count: first.count, from: first.from, to };
  const recipe = { ...first.recipe, call: { name: "findNearest", options } };
  return { ...first, to, neighbours, distances, recipe };
}

function refused(what: string): Error {
  return optionsError("parts-do-not-fit", { path: "joinNearest.parts" }, `expected ${what}.`);
}
