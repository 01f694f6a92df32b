import type { PreparedTable } from "../prepare/prepared-table.js";
import { optionsError } from "../shared/errors.js";
import type { Weights } from "../weight/weigh.js";
import type { Metric } from "./metrics.js";
import type { Points } from "./points.js";
import { applySphere, fitSphere, type Sphere } from "./sphere.js";

type Placed = Omit<Points, "minCoverage">;

/** Gives every region its coordinates; see `Points`. */
export function placePoints(prepared: PreparedTable, weighting: Weights, metric: Metric): Placed {
  const { regions, indicators, columns } = prepared;
  const n = regions.length;
  const p = indicators.length;
  const weights = Float64Array.from(indicators, ({ id }) => weighting.indicators[id]!);
  const coordinates = new Float64Array(n * p);
  const present = new Float64Array(n * p).fill(1);
  const ranges = new Float64Array(p);
  let complete = true;
  indicators.forEach(({ id }, k) => {
    // A weightless indicator is no part of the space: its gaps cost nothing.
    if (weights[k] === 0) return;
    let [low, high] = [Infinity, -Infinity];
    columns[id]!.forEach((value, i) => {
      if (value === null) {
        present[i * p + k] = 0;
        complete = false;
        return;
      }
      coordinates[i * p + k] = value;
      low = Math.min(low, value);
      high = Math.max(high, value);
    });
    ranges[k] = high - low;
  });
  const active = weights.filter((weight) => weight > 0).length;
  const kinds = indicators.map(({ kind = "ratio" }) => kind);
  const placed = {
    n,
    p,
    coordinates,
    present: complete ? null : present,
    weights,
    kinds,
    ranges,
    sphere: null,
    active,
  };
  return metric === "mahalanobis"
    ? spherePoints(
        placed,
        indicators.map(({ id }) => id),
      )
    : placed;
}

/** Turns prepared values into sphered coordinates, fitted on the regions without a gap; the others have no place. */
function spherePoints(placed: Placed, ids: readonly string[]): Placed {
  const { n, p, coordinates, present, weights } = placed;
  const used = ids.map((_, k) => k).filter((k) => weights[k]! > 0);
  const rows = Array.from({ length: n }, (_, i) => i).filter(
    (i) => present === null || used.every((k) => present[i * p + k] === 1),
  );
  if (rows.length <= used.length) throw tooFew(rows.length, used.length);
  const sphere = fitSphere(used.map((k) => rows.map((i) => coordinates[i * p + k]!)));
  if ("dependent" in sphere)
    throw singular(
      sphere.dependent.map((u) => ids[used[u]!]!),
      rows.length,
    );
  const whole = new Set(rows);
  const sphered = new Float64Array(n * p);
  for (let i = 0; i < n; i++) {
    if (whole.has(i))
      placeSphered(
        sphere,
        used,
        coordinates.subarray(i * p, (i + 1) * p),
        sphered.subarray(i * p, (i + 1) * p),
      );
    else for (const k of used) present![i * p + k] = 0;
  }
  return { ...placed, coordinates: sphered, sphere };
}

/** Writes the sphered coordinates of one region, from its prepared values, at the places of the indicators with weight. */
export function placeSphered(
  sphere: Sphere,
  used: readonly number[],
  values: Float64Array,
  out: Float64Array,
): void {
  applySphere(
    sphere,
    used.map((k) => values[k]!),
  ).forEach((value, u) => {
    out[used[u]!] = value;
  });
}

function tooFew(complete: number, p: number): Error {
  return optionsError(
    "too-few-complete-regions",
    { path: "buildSpace.metric" },
    `mahalanobis expected at least ${p + 1} regions with a figure for all ${p} indicators, got ${complete}. Screen thin indicators, impute, or choose another metric.`,
  );
}

function singular(dependent: readonly string[], complete: number): Error {
  return optionsError(
    "singular-covariance",
    { path: "buildSpace.metric" },
    `mahalanobis expected indicators that do not follow from each other, got ${dependent.join(", ")}, which do (over the ${complete} regions that have all; shares that add to a whole always do). Give one of them weight 0, or choose another metric.`,
  );
}
