import { pairAt } from "../space/pair-index.js";
import { hierarchyOf } from "./hierarchy-of.js";
import { eachMerge } from "./merges.js";
import type { Typology } from "./typology.js";

/** The heights at which pairs of regions are joined: for regions in this order the pairs (0,1), (0,2), ..., (1,2), ... */
export interface CopheneticDistances {
  readonly regions: readonly string[];
  readonly values: Float64Array;
}

/**
 * The cophenetic distance of every pair of regions: the height at which the hierarchy joins them, in the unit of its heights (R
 * `cophenetic`, scipy `cophenet`). Their correlation with the distances themselves says how faithful the hierarchy is.
 *
 * @throws {OptionsError} For a typology without a hierarchy.
 *
 * @example
 * ```ts
 * const typology = clusterRegions(space, { method: "average", k: 5 });
 * const { values } = copheneticDistances(typology);
 * Math.max(...values) === typology.merges.at(-1).height; // => true
 * ```
 */
export function copheneticDistances(typology: Typology): CopheneticDistances {
  const merges = hierarchyOf(typology, "copheneticDistances");
  const { regions } = typology;
  const n = regions.length;
  const values = new Float64Array((n * (n - 1)) / 2);
  eachMerge(merges, (left, right, height) => {
    for (const i of left) for (const j of right) values[i < j ? pairAt(i, j, n) : pairAt(j, i, n)] = height;
  });
  return { regions: regions.map(({ id }) => id), values };
}
