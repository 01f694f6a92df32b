import {
  buildSpace,
  type ClusterOptions,
  type Metric,
  type Points,
  prepare,
  type SpaceOptions,
  type StructuralSpace,
  type Typology,
} from "reference-regions";
import { type Cloud, makeCloud } from "../../src/cluster/cloud.js";
import { makeTypology } from "../../src/cluster/cluster-regions.js";
import { type LongTask, runToEnd } from "../../src/shared/long-task.js";
import { randomStream } from "../../src/shared/random.js";
import { makeTable, type RegionSpec } from "./tables.js";

/** The coordinates of one point; null is missing. */
export type Place = readonly (number | null)[];

/** Points at the given places, with equal weights unless others are given. */
export function pointsOf(places: readonly Place[], weights?: readonly number[]): Points {
  const [n, p] = [places.length, places[0]!.length];
  const cells = places.flat();
  return {
    n,
    p,
    coordinates: Float64Array.from(cells, (value) => value ?? 0),
    present: cells.includes(null) ? Float64Array.from(cells, (value) => (value === null ? 0 : 1)) : null,
    weights: Float64Array.from({ length: p }, (_, k) => weights?.[k] ?? 1 / p),
    kinds: Array.from({ length: p }, () => "ratio"),
    ranges: new Float64Array(p).fill(1),
    sphere: null,
    active: p,
    minCoverage: 0,
  };
}

export function cloudOf(
  places: readonly Place[],
  metric: Metric = "euclidean",
  weights?: readonly number[],
): Cloud {
  return runToEnd(makeCloud(pointsOf(places, weights), metric));
}

/** A space of columns as they are, neither treated nor scaled; Euclidean unless the options say otherwise. */
export function rawSpaceOf(
  columns: Record<string, (number | null)[]>,
  options: SpaceOptions = {},
  regions?: readonly RegionSpec[],
): StructuralSpace {
  const prepared = prepare(makeTable(columns, { regions }), { treat: "none", normalise: "none" });
  return buildSpace(prepared, { metric: "euclidean", ...options });
}

/** Points on a line. */
export function onLine(...places: readonly number[]): Place[] {
  return places.map((place) => [place]);
}

/** Distances in condensed form, from what each pair has. */
export function condensed(n: number, distance: (i: number, j: number) => number): Float64Array {
  const values: number[] = [];
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) values.push(distance(i, j));
  return Float64Array.from(values);
}

/** The distances of points on a line. */
export function gapsOnLine(...places: readonly number[]): Float64Array {
  return condensed(places.length, (i, j) => Math.abs(places[i]! - places[j]!));
}

/** Random places, the same for the same seed; a share of the cells is missing, but never a whole row. */
export function randomPlaces(n: number, p: number, seed: number, missing = 0): Place[] {
  const random = randomStream(seed);
  return Array.from({ length: n }, (_, i) => {
    const row = Array.from({ length: p }, () => random.uniform());
    return row.map((value, k) => (random.uniform() < missing && k !== i % p ? null : value));
  });
}

/** Runs a long task to its end, and fails where it does not come to one. */
export function finish<T>(task: LongTask<T>, pauses = 20_000): T {
  for (let pause = 0; pause < pauses; pause++) {
    const step = task.next();
    if (step.done) return step.value;
  }
  throw new Error(`expected a task that ends, got ${pauses} pauses and no end`);
}

/** `clusterRegions` that fails where it would not come to an end. */
export function clusterInTime(
  space: StructuralSpace,
  { method, k, seed = 1, starts }: ClusterOptions,
): Typology {
  return finish(makeTypology(space, { method, k, seed, ...(starts === undefined ? {} : { starts }) }));
}

/**
 * The sum of the squared gaps between points and the centres of their clusters, from the definition: a gap counts the coordinates that
 * the point has, times (total weight / weight that it has), and the centre of a coordinate is where that is least.
 */
export function inertiaByHand(
  places: readonly Place[],
  labels: ArrayLike<number>,
  weights: readonly number[] = places[0]!.map((_, __, { length }) => 1 / length),
): number {
  const factors = places.map(
    (place) => 1 / weights.reduce((sum, w, k) => sum + (place[k] === null ? 0 : w), 0),
  );
  let inertia = 0;
  for (const label of new Set(Array.from(labels))) {
    const members = places.flatMap((_, i) => (labels[i] === label ? [i] : []));
    weights.forEach((weight, k) => {
      const there = members.filter((i) => places[i]![k] !== null);
      const mass = there.reduce((sum, i) => sum + factors[i]!, 0);
      const centre = there.reduce((sum, i) => sum + factors[i]! * places[i]![k]!, 0) / mass;
      for (const i of there) inertia += factors[i]! * weight * (places[i]![k]! - centre) ** 2;
    });
  }
  return inertia;
}

/** All ways to divide n points into k clusters, as labels by first appearance. */
export function* allDivisions(n: number, k: number): Generator<readonly number[]> {
  const labels: number[] = [];
  function* extend(used: number): Generator<readonly number[]> {
    if (labels.length === n) {
      if (used === k) yield [...labels];
      return;
    }
    for (let label = 0; label <= Math.min(used, k - 1); label++) {
      labels.push(label);
      yield* extend(Math.max(used, label + 1));
      labels.pop();
    }
  }
  yield* extend(0);
}

/** Labels renamed by first appearance: the same for the same division. */
export function divisionOf(labels: ArrayLike<number>): number[] {
  const numbers = new Map<number, number>();
  return Array.from(labels, (label) => {
    if (!numbers.has(label)) numbers.set(label, numbers.size);
    return numbers.get(label)!;
  });
}
