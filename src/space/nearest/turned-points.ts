import type { LongTask } from "../../shared/long-task.js";
import { euclidOf } from "../euclid.js";
import type { Metric } from "../metrics.js";
import { type Points, takePoints } from "../points.js";
import { principalAxes, turn } from "../principal-axes.js";
import { MOST, TAIL_MOST, within } from "./sieve-layout.js";

/** Squares of smaller numbers lose their digits, and the distances that they make cannot be foretold. */
const SMALLEST = 1e-145;

/** The largest whole number stands for so many mean deviations along the widest axis: few points are further out, and digits are left for the others. */
const WIDTH = 8;

/** The axes of so many points are those of all, but for little: any axes keep distances. */
const SAMPLE = 2_000;

/** Points along the principal axes of a Euclidean metric, in units, to be sorted into boxes. */
export interface TurnedPoints {
  readonly n: number;
  /** Coordinates with a weight. */
  readonly q: number;
  /** Point-major, the widest axis first; what is further out than `TAIL_MOST` is brought in, so that no gap grows. */
  readonly values: Float32Array;
  /** Units in 1; 0 where the coordinates are too small to tell. */
  readonly units: number;
  /** The largest of the coordinates that were turned: points far from 0 were rounded there. */
  readonly given: number;
}

/** Turns points without a missing coordinate. */
export function* turnPoints(points: Points, metric: Metric): LongTask<TurnedPoints> {
  const { n, p, coordinates } = points;
  const step = Math.ceil(n / SAMPLE);
  const some = Array.from({ length: Math.ceil(n / step) }, (_, k) => k * step);
  const sample = euclidOf(takePoints(points, some), metric)!;
  const { q, used, scales } = sample;
  yield;
  const frame = principalAxes(sample.values, sample.n, q);
  yield;
  const own = new Float64Array(q);
  const read = (i: number): void => {
    for (let u = 0; u < q; u++) own[u] = coordinates[i * p + used[u]!]! * scales[u]!;
  };
  const widest = { centre: frame.centre, axes: frame.axes.slice(0, 1) };
  const out = new Float64Array(q);
  let [given, mean] = [0, 0];
  for (let i = 0; i < n; i++) {
    read(i);
    for (let u = 0; u < q; u++) given = Math.max(given, Math.abs(own[u]!));
    turn(widest, own, 0, out);
    mean += Math.abs(out[0]!) / n;
    if (i % 10_000 === 0) yield;
  }
  const units = WIDTH * mean > SMALLEST ? MOST / (WIDTH * mean) : 0;
  const values = new Float32Array(n * q);
  for (let i = 0; i < n; i++) {
    read(i);
    turn(frame, own, 0, out);
    for (let c = 0; c < q; c++) values[i * q + c] = within(out[c]! * units, TAIL_MOST);
    if (i % 2_000 === 0) yield;
  }
  return { n, q, values, units, given };
}
