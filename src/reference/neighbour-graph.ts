import { optionsError } from "../shared/errors.js";
import type { Note } from "../shared/note.js";
import { shape } from "../shared/statistics.js";
import type { NearestTable } from "../space/nearest/find-nearest.js";

/** How often a region stands in the lists of others. */
export interface InDegree {
  readonly id: string;
  readonly inDegree: number;
}

/** Who is a neighbour of whom. */
export interface NeighbourGraph {
  /** Length of the lists. */
  readonly count: number;
  /** Pairs of regions that stand in each other's lists, the first by position first. */
  readonly mutual: readonly (readonly [string, string])[];
  /** The share of all entries in lists that are mutual. */
  readonly reciprocity: number;
  /** By region, in the order of the space: in how many lists it stands. */
  readonly inDegrees: readonly InDegree[];
  /** The skewness (type 2) of the in-degrees: well above 0, a few regions stand in everybody's list. Null where it is not defined. */
  readonly skewness: number | null;
  /** Regions that stand in more than twice as many lists as a list is long, most first. */
  readonly hubs: readonly InDegree[];
  /** Regions that stand in no list. */
  readonly isolated: readonly string[];
  readonly notes: readonly Note[];
}

/**
 * Reads the lists of all regions as a graph: mutual pairs, hubs that stand in everybody's list, and isolated regions that stand in
 * nobody's. Hubs come with many dimensions (they lie near the middle of the cloud), and are near to many without being like any:
 * `findReferenceRegions` keeps mutual neighbours alone with `mutual: true`.
 *
 * Source: Radovanović, Nanopoulos and Ivanović (2010), Hubs in space, JMLR 11.
 *
 * @param nearest From `findNearest`, for all regions.
 * @throws {OptionsError} For a table of some regions only.
 *
 * @example
 * ```ts
 * const graph = neighbourGraph(findNearestSync(space, { count: 10 }));
 * graph.mutual.some(([a, b]) => a === "ES12" && b === "ES21"); // => true
 * graph.hubs[0]; // => { id: "FRD1", inDegree: 28 }
 * ```
 */
export function neighbourGraph(nearest: NearestTable): NeighbourGraph {
  const { regions, count, neighbours, from, to } = nearest;
  const n = regions.length;
  if (from !== 0 || to !== n) {
    throw optionsError(
      "partial-table",
      { path: "neighbourGraph.nearest" },
      `expected the nearest regions of all ${n} regions, got those of ${to - from}. Join the parts with joinNearest.`,
    );
  }
  const listed = (i: number): readonly number[] =>
    Array.from(neighbours.subarray(i * count, (i + 1) * count)).filter((j) => j >= 0);
  const degrees = new Uint32Array(n);
  const lists = Array.from({ length: n }, (_, i) => new Set(listed(i)));
  let entries = 0;
  const mutual: [string, string][] = [];
  lists.forEach((list, i) => {
    entries += list.size;
    for (const j of list) degrees[j]!++;
    for (const j of [...list].sort((a, b) => a - b))
      if (j > i && lists[j]!.has(i)) mutual.push([regions[i]!.id, regions[j]!.id]);
  });
  const inDegrees = regions.map(({ id }, i) => ({ id, inDegree: degrees[i]! }));
  const hubs = inDegrees
    .filter(({ inDegree }) => inDegree > 2 * count)
    .sort((a, b) => b.inDegree - a.inDegree || (a.id < b.id ? -1 : 1));
  const isolated = inDegrees.filter(({ inDegree }) => inDegree === 0).map(({ id }) => id);
  return {
    count,
    mutual,
    reciprocity: entries === 0 ? 0 : (2 * mutual.length) / entries,
    inDegrees,
    skewness: shape(Float64Array.from(degrees)).skewness,
    hubs,
    isolated,
    notes: graphNotes(hubs, isolated, count),
  };
}

function graphNotes(hubs: readonly InDegree[], isolated: readonly string[], count: number): Note[] {
  const notes: Note[] = [];
  if (hubs.length > 0) {
    const told = hubs.slice(0, 5).map(({ id, inDegree }) => `${id} (${inDegree})`);
    notes.push({
      code: "hubs",
      regions: hubs.map(({ id }) => id),
      message: `${hubs.length} ${hubs.length === 1 ? "region stands" : "regions stand"} in more than ${2 * count} lists of ${count}: ${told.join(", ")}${hubs.length > 5 ? ", ..." : ""}. They are near to many; keep mutual neighbours to leave them out.`,
    });
  }
  if (isolated.length > 0) {
    notes.push({
      code: "isolated",
      regions: isolated,
      message: `${isolated.length} ${isolated.length === 1 ? "region stands" : "regions stand"} in nobody's list: ${isolated.slice(0, 10).join(", ")}${isolated.length > 10 ? ", ..." : ""}.`,
    });
  }
  return notes;
}
