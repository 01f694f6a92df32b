import type { Note } from "../shared/note.js";
import { isEuclidean } from "../space/euclid.js";
import type { StructuralSpace } from "../space/structural-space.js";
import type { ClusterChoices } from "./cluster-options.js";
import type { ComparableRegions } from "./comparable-regions.js";
import type { Division } from "./division.js";
import type { Cluster, TypedRegion } from "./typology.js";

/** Fewer starts than this part reach the best answer: there may be a better one. */
const RARE = 0.05;

/** What a reader must know of a typology: who has no type, who lies at a border, and how far the method can be trusted here. */
export function typologyNotes(
  space: StructuralSpace,
  regions: readonly TypedRegion[],
  clusters: readonly Cluster[],
  { unassigned, thinPairs, cloud }: ComparableRegions,
  { search }: Division,
  { method }: ClusterChoices,
): Note[] {
  const notes: Note[] = [];
  if (unassigned.length > 0) {
    notes.push({
      code: "unassigned",
      regions: unassigned.map(({ id }) => id),
      of: space.n,
      message: `${unassigned.length} of ${space.n} regions ${unassigned.length === 1 ? "has" : "have"} too few figures, and ${unassigned.length === 1 ? "gets" : "get"} no type: ${unassigned.map(({ id }) => id).join(", ")}.`,
    });
  }
  if (thinPairs > 0) {
    const pairs = (cloud.n * (cloud.n - 1)) / 2;
    notes.push({
      code: "thin-pairs",
      pairCount: thinPairs,
      of: pairs,
      minCoverage: space.minCoverage,
      message: `${thinPairs} of ${pairs} pairs of regions share less than ${Math.round(100 * space.minCoverage)} % of the weight; their distance rests on what they share.`,
    });
  }
  if (method === "ward" && !isEuclidean(space.metric)) {
    notes.push({
      code: "not-euclidean",
      metric: space.metric,
      message: `Ward's linkage is meant for Euclidean distances; under ${space.metric} its heights are no sums of squares. Average linkage or k-medoids suit any metric.`,
    });
  }
  if (search !== null && !search.exact && search.starts > 1 && search.reachedBest < RARE * search.starts) {
    notes.push({
      code: "rarely-reached",
      reachedBest: search.reachedBest,
      starts: search.starts,
      message: `Only ${search.reachedBest} of ${search.starts} starts reached the best division found: a better one may exist. Raise starts, or choose another number of types.`,
    });
  }
  const borderline = regions.filter((one) => one.borderline).map(({ id }) => id);
  if (borderline.length > 0) {
    notes.push({
      code: "borderline",
      regions: borderline,
      of: regions.length,
      message: `${borderline.length} of ${regions.length} regions ${borderline.length === 1 ? "lies" : "lie"} at the border of ${borderline.length === 1 ? "its" : "their"} type (silhouette below 0.1): ${borderline.length === 1 ? "its" : "their"} second-best type is nearly as close, or closer.`,
    });
  }
  const alone = clusters.filter(({ size }) => size === 1).map(({ medoid }) => medoid);
  if (alone.length > 0 && clusters.length < regions.length) {
    notes.push({
      code: "type-of-one",
      regions: alone,
      message: `${alone.length} ${alone.length === 1 ? "type has" : "types have"} one member only (${alone.join(", ")}): ${alone.length === 1 ? "an outlier" : "outliers"} rather than a type.`,
    });
  }
  return notes;
}
