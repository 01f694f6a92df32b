import { OptionsError } from "../shared/errors.js";
import type { Note } from "../shared/note.js";
import type { Text } from "../shared/text.js";
import { buildSpace, type StructuralSpace } from "../space/structural-space.js";
import { weigh } from "../weight/weigh.js";
import { compareSelections, type SelectionComparison } from "./compare-selections.js";
import { type Consensus, findConsensus } from "./find-consensus.js";
import { findReferenceRegions } from "./find-reference-regions.js";
import type { ReferenceOptions } from "./reference-options.js";
import type { ReferenceRegions } from "./reference-regions.js";

/** The list through one dimension alone. */
export interface Lens {
  readonly dimension: string;
  readonly name: Text;
  readonly reference: ReferenceRegions;
  /** This list (b) against the list through all dimensions (a). */
  readonly comparison: SelectionComparison;
}

/** The lists of a target through all dimensions and through each alone. */
export interface Lenses {
  readonly target: ReferenceRegions["target"];
  readonly overall: ReferenceRegions;
  /** In the order of the framework. */
  readonly lenses: readonly Lens[];
  /** Which regions the lenses agree on. */
  readonly consensus: Consensus;
  readonly notes: readonly Note[];
}

/**
 * Finds the reference regions of a target through one dimension at a time, beside those through all: a region that is near in every
 * lens is a peer in every respect; one that is near in one can be learned from in that respect. Within a dimension the indicators keep
 * the proportions of their weights.
 *
 * Missing cells: `minCoverage` holds within each dimension, so a lens can lack regions that the whole has. A dimension in which the
 * target cannot be compared with anyone has no lens, and a note.
 *
 * @throws {OptionsError} As `findReferenceRegions`.
 *
 * @example
 * ```ts
 * const { lenses, consensus } = findThroughLenses(space, "ES21", { count: 10, explain: false });
 * lenses.map(({ dimension, comparison }) => [dimension, comparison.overlap])[0]; // => ["social", 2]
 * consensus.regions[0].id; // => "ES12"
 * ```
 */
export function findThroughLenses(
  space: StructuralSpace,
  targetId: string,
  options: ReferenceOptions = {},
): Lenses {
  const overall = findReferenceRegions(space, targetId, options);
  const { dimensions } = space.prepared.framework;
  const notes: Note[] = [];
  const lenses = dimensions.flatMap(({ id, name }): Lens[] => {
    if (!(space.weighting.dimensions[id]! > 0)) return [];
    const reference = findWithin(space, id, targetId, options);
    if (reference === null) {
      notes.push({
        code: "no-lens",
        dimension: id,
        message: `Through dimension ${id} alone the target cannot be compared with any eligible region.`,
      });
      return [];
    }
    return [{ dimension: id, name, reference, comparison: compareSelections(overall, reference) }];
  });
  const lists = lenses.map(({ dimension, reference }) => ({ name: dimension, regions: reference.regions }));
  return {
    target: overall.target,
    overall,
    lenses,
    consensus: lists.length === 0 ? { selections: 0, regions: [] } : findConsensus(lists),
    notes,
  };
}

/** The list in the space of one dimension; null where nobody can be compared. */
function findWithin(
  space: StructuralSpace,
  dimension: string,
  targetId: string,
  options: ReferenceOptions,
): ReferenceRegions | null {
  try {
    return findReferenceRegions(throughLens(space, dimension), targetId, options);
  } catch (error) {
    if (error instanceof OptionsError && error.code === "no-eligible-region") return null;
    throw error;
  }
}

/** The space of one dimension: its indicators share the whole weight, in their proportions. */
function throughLens(space: StructuralSpace, dimension: string): StructuralSpace {
  const { prepared, metric, minCoverage, weighting } = space;
  const indicators = Object.fromEntries(
    space.indicators.map((one) => [one.id, one.dimension === dimension ? weighting.indicators[one.id]! : 0]),
  );
  return buildSpace(prepared, {
    metric,
    minCoverage,
    weights: weigh(prepared, { scheme: "given", indicators }),
  });
}
