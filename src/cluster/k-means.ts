import type { LongTask } from "../shared/long-task.js";
import type { RandomStream } from "../shared/random.js";
import type { Euclid } from "../space/euclid.js";
import { inertiaOf } from "./centres.js";
import type { Cloud } from "./cloud.js";
import type { Division } from "./division.js";
import { lloyd } from "./lloyd.js";
import { completeCentres, gappyCentres, type MovingCentres } from "./moving-centres.js";
import { toSquare } from "./square.js";
import { transferPoints } from "./transfers.js";

/** Starts whose inertia is within this part of the best have reached it. */
const SAME = 1e-9;

/** What lowers the inertia by no more than this part of it, or a transfer by no more than this part of the mean squared gap to the overall centre, is rounding. */
const LEAST_GAIN = 1e-12;

/**
 * k-means: clusters whose sum of squared gaps to their centres (the inertia) is least. Every start draws centres by k-means++ (Arthur
 * and Vassilvitskii 2007), goes some rounds of Lloyd's algorithm, then moves single points as long as that lowers the inertia (after
 * Hartigan and Wong 1979). The best start is improved by exchanges (Fränti 2018): a cluster is dissolved, a point becomes the centre of
 * a new one, single points move, and what is better stays, until half as many exchanges as starts have failed in a row.
 *
 * Where figures are missing, Lloyd's rounds see the mean of the coordinate; the other steps only what is there.
 */
export function* kMeans(
  { n, distances, metric }: Cloud,
  euclid: Euclid,
  k: number,
  starts: number,
  nextStream: () => RandomStream,
): LongTask<Division> {
  const { q, values, factors } = euclid;
  const squares = toSquare(distances, n, metric === "squared-euclidean" ? 1 : 2);
  yield;
  const centres = factors === null ? completeCentres(squares, n, k) : gappyCentres(euclid, k);
  yield;
  const rows = Array.from({ length: n }, (_, i) => Array.from(values.subarray(i * q, (i + 1) * q)));
  const least = (LEAST_GAIN * inertiaOf(euclid, new Uint32Array(n), 1)) / n;
  yield;
  const reached: number[] = [];
  let best: { labels: Uint32Array; inertia: number } | null = null;
  for (let start = 0; start < starts; start++) {
    const seeds = drawSeeds(squares, n, k, nextStream());
    const labels = Uint32Array.from(
      lloyd(
        rows,
        seeds.map((i) => rows[i]!),
      ),
    );
    yield;
    const inertia = transferPoints(centres, k, labels, least);
    reached.push(inertia);
    if (best === null || inertia < best.inertia * (1 - LEAST_GAIN)) best = { labels, inertia };
    yield { stage: "starts", done: start + 1, total: starts };
  }
  let costs = joiningCosts(centres, k, best!.labels);
  yield;
  for (let failed = 0; failed < starts / 2; failed++) {
    const labels = exchange(costs, squares, k, n, nextStream());
    const inertia = transferPoints(centres, k, labels, least);
    if (inertia < best!.inertia * (1 - LEAST_GAIN)) {
      best = { labels, inertia };
      costs = joiningCosts(centres, k, labels);
      failed = -1;
    }
    yield;
  }
  // Moving centres gather rounding errors; the last look is at centres computed afresh.
  const { labels } = best!;
  const inertia = transferPoints(centres, k, labels, least);
  const reachedBest = reached.filter((one) => one <= inertia * (1 + SAME)).length;
  return { labels, merges: null, search: { exact: false, starts, reachedBest } };
}

/** What every point would cost in every cluster, cluster-major. */
function joiningCosts(centres: MovingCentres, k: number, labels: Uint32Array): Float64Array {
  const n = labels.length;
  centres.reset(labels);
  return Float64Array.from({ length: k * n }, (_, o) => centres.cost(o % n, Math.floor(o / n), Infinity));
}

/** Dissolves one cluster and makes a point the centre of a new one, both drawn; every point goes where it costs least. */
function exchange(
  costs: Float64Array,
  squares: Float64Array,
  k: number,
  n: number,
  random: RandomStream,
): Uint32Array {
  const dissolved = random.integer(k);
  const seed = random.integer(n);
  return Uint32Array.from({ length: n }, (_, i) => {
    // Joining a cluster of one costs half the squared distance.
    let [best, least] = [dissolved, squares[seed * n + i]! / 2];
    for (let c = 0; c < k; c++) {
      if (c !== dissolved && costs[c * n + i]! < least) [best, least] = [c, costs[c * n + i]!];
    }
    return best;
  });
}

/** k-means++: each next seed is drawn with a probability proportional to its squared distance to the nearest seed so far. */
function drawSeeds(squares: Float64Array, n: number, k: number, random: RandomStream): number[] {
  const seeds = [random.integer(n)];
  const gaps = new Float64Array(n).fill(Infinity);
  while (seeds.length < k) {
    const row = seeds.at(-1)! * n;
    let total = 0;
    for (let i = 0; i < n; i++) {
      gaps[i] = Math.min(gaps[i]!, squares[row + i]!);
      total += gaps[i]!;
    }
    seeds.push(total > 0 ? pick(gaps, random.uniform() * total) : random.integer(n));
  }
  return seeds;
}

/** The first position at which the running sum passes `threshold`. */
function pick(gaps: Float64Array, threshold: number): number {
  let sum = 0;
  let last = 0;
  for (let i = 0; i < gaps.length; i++) {
    if (gaps[i] === 0) continue;
    sum += gaps[i]!;
    last = i;
    if (sum > threshold) return i;
  }
  return last;
}
