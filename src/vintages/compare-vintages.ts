import type { Analysis } from "../analyse.js";
import { compareSelections } from "../reference/compare-selections.js";
import { optionsError } from "../shared/errors.js";
import { explainGaps, measureGaps, shiftsOf } from "./movement.js";
import { poolVintages } from "./pool-vintages.js";
import type { MovedRegion, VintageComparison } from "./vintage-comparison.js";

/**
 * Compares the lists of one target from two vintages of data: who entered and who left, and for each whether the target moved, or the
 * other region, or neither.
 *
 * Both tables are prepared together, by the plan of the second, so that distances are on one scale; only structural indicators that
 * both have, in the same unit, count. The change of a distance is divided evenly over the two orders in which target and region can
 * have moved (Shapley value): byTarget = ½ [d(after, before) - d(before, before) + d(after, after) - d(before, after)], with the vintage of the
 * target first. Distances differ from those of the lists, each of which has its own scale.
 *
 * @throws {OptionsError} For analyses of different targets, and where they share no structural indicator.
 *
 * @example
 * ```ts
 * const before = await analyse(table, "ES21", { reference: { count: 5 } });
 * const aged = { ...table.columns, median_age: table.columns.median_age.map((age) => (age === null ? null : age + 2)) };
 * const after = await analyse({ ...table, columns: aged }, "ES21", { reference: { count: 5 } });
 * const { stayed, indicators } = compareVintages(before, after);
 * [stayed.length, indicators[0].id]; // => [5, "median_age"]
 * ```
 */
export function compareVintages(before: Analysis, after: Analysis): VintageComparison {
  const { target } = after;
  if (before.target.id !== target.id) {
    throw optionsError(
      "another-target",
      { path: "compareVintages" },
      `expected two analyses of one target, got ${before.target.id} and ${target.id}.`,
    );
  }
  const { space, notes } = poolVintages(before, after);
  const gapsOf = measureGaps(space, target.id);
  const lists = [before, after].map(
    ({ reference }) => new Map(reference.regions.map((one) => [one.id, one])),
  );
  const [ranksBefore, ranksAfter] = lists as [(typeof lists)[0], (typeof lists)[0]];
  const { overlap, jaccard, rankBiasedOverlap, inBoth, onlyInA, onlyInB } = compareSelections(
    before.reference,
    after.reference,
  );
  const moved = (ids: readonly string[], direction: -1 | 0 | 1): MovedRegion[] =>
    ids.map((id) => {
      const { name, country } = (ranksAfter.get(id) ?? ranksBefore.get(id))!;
      const ranks = {
        rankBefore: ranksBefore.get(id)?.rank ?? null,
        rankAfter: ranksAfter.get(id)?.rank ?? null,
      };
      return { id, name, country, ...ranks, ...explainGaps(gapsOf(id), direction) };
    });
  return {
    target,
    before: before.reference.vintage,
    after: after.reference.vintage,
    overlap,
    jaccard,
    rankBiasedOverlap,
    entered: moved(onlyInB, -1),
    left: moved(onlyInA, 1),
    stayed: moved(inBoth, 0),
    indicators: shiftsOf(space, target.id),
    notes,
  };
}
