import { optionsError } from "../shared/errors.js";
import { byKey } from "../shared/ids.js";
import { show } from "../shared/show.js";
import { hierarchyOf } from "./hierarchy-of.js";
import { groupsAfter, type Merge } from "./merges.js";
import { numberClusters } from "./number-clusters.js";
import type { Labelled, Typology } from "./typology.js";

/** Where a hierarchy is cut: into so many types, or at a height. */
export type Cut = { readonly k: number } | { readonly height: number };

/** The types of a hierarchy at one cut. */
export interface TreeCut extends Labelled {
  readonly k: number;
  readonly clusters: readonly {
    readonly label: number;
    readonly size: number;
    readonly members: readonly string[];
  }[];
}

/**
 * Cuts the hierarchy of a typology elsewhere: into `k` types, or so that whatever was joined at or below `height` stays together (R
 * `cutree`). Labels are those that `clusterRegions` would give: the largest first, then by the first region id.
 *
 * @throws {OptionsError} For a typology without a hierarchy (k-means, k-medoids), a cut that is neither, and more types than regions
 * at different places.
 *
 * @example
 * ```ts
 * const typology = clusterRegions(space, { method: "average", k: 5 });
 * cutTree(typology, { k: 3 }).clusters.map(({ size }) => size); // => [203, 30, 1]
 * cutTree(typology, { height: Infinity }).k; // => 1
 * ```
 */
export function cutTree(typology: Typology, cut: Cut): TreeCut {
  const merges = hierarchyOf(typology, "cutTree");
  const { regions } = typology;
  if (typeof cut !== "object" || cut === null) {
    throw optionsError(
      "invalid-option",
      { path: "cutTree.cut" },
      `expected { k } or { height }, got ${show(cut)}.`,
    );
  }
  const joined = "height" in cut ? below(merges, cut.height) : regions.length - checkedCount(typology, cut.k);
  // Typologies list regions in the order of the table; clusters are numbered in the order of the ids.
  const groups = groupsAfter(merges, regions.length, joined);
  const byIds = regions
    .map(({ id }, at) => ({ id, group: groups[at]! }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const { labels, k } = numberClusters(byIds.map(({ group }) => group));
  return {
    k,
    labels: byKey(
      byIds,
      ({ id }) => id,
      (_, at) => labels[at]! + 1,
    ),
    clusters: Array.from({ length: k }, (_, c) => {
      const members = byIds.flatMap(({ id }, at) => (labels[at] === c ? [id] : []));
      return { label: c + 1, size: members.length, members };
    }),
  };
}

function below(merges: readonly Merge[], height: unknown): number {
  if (typeof height !== "number" || Number.isNaN(height) || height < 0) {
    throw optionsError(
      "invalid-option",
      { path: "cutTree.height" },
      `expected a number of at least 0, got ${show(height)}.`,
    );
  }
  const first = merges.findIndex((merge) => merge.height > height);
  return first < 0 ? merges.length : first;
}

function checkedCount({ merges = [], regions }: Typology, k: unknown): number {
  const distinct = regions.length - merges.filter(({ height }) => height === 0).length;
  if (Number.isInteger(k) && (k as number) >= 1 && (k as number) <= distinct) return k as number;
  throw optionsError(
    "invalid-option",
    { path: "cutTree.k" },
    `expected a whole number from 1 to ${distinct}, the number of regions at different places, got ${show(k)}.`,
  );
}
