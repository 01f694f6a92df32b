import type { LongTask } from "../shared/long-task.js";
import type { RandomStream } from "../shared/random.js";
import type { Division } from "./division.js";
import { toSquare } from "./square.js";
import { swapMedoids } from "./swap-medoids.js";

/** Up to so many sets of medoids all are tried. */
const FEW_SUBSETS = 25_000;

/** A swap must lower the sum by more than this part of it: less is rounding. */
const LEAST_GAIN = 1e-12;

/**
 * k-medoids: k of the points, the medoids, such that the sum of the distances of all points to their nearest medoid is least. Where
 * few sets are possible all are tried. Otherwise the first start builds the set greedily, the others draw it, and each swaps a medoid
 * for another point as long as that lowers the sum (Kaufman and Rousseeuw 1990; swaps evaluated together after Schubert and Rousseeuw
 * 2021); the best start wins.
 */
export function* kMedoids(
  distances: Float64Array,
  n: number,
  k: number,
  starts: number,
  nextStream: () => RandomStream,
): LongTask<Division> {
  const square = toSquare(distances, n, 1);
  yield;
  if (isFew(n, k)) {
    const medoids = yield* tryAll(square, n, k);
    return {
      labels: assign(square, n, medoids).labels,
      merges: null,
      search: { exact: true, starts: 1, reachedBest: 1 },
    };
  }
  const sums: number[] = [];
  let best: { labels: Uint32Array; sum: number } | null = null;
  for (let start = 0; start < starts; start++) {
    const random = nextStream();
    const medoids: Int32Array = start === 0 ? yield* build(square, n, k) : drawMedoids(n, k, random);
    yield* swapMedoids(square, n, medoids, drawOrder(n, random), LEAST_GAIN);
    const { labels, sum } = assign(square, n, medoids);
    sums.push(sum);
    if (best === null || sum < best.sum * (1 - LEAST_GAIN)) best = { labels, sum };
    yield { stage: "starts", done: start + 1, total: starts };
  }
  const { labels, sum } = best!;
  const reachedBest = sums.filter((one) => one <= sum * (1 + 1e-9)).length;
  return { labels, merges: null, search: { exact: false, starts, reachedBest } };
}

/** Whether there are at most 25,000 subsets of k of n. */
function isFew(n: number, k: number): boolean {
  let subsets = 1;
  for (let i = 1; i <= Math.min(k, n - k); i++) {
    subsets = (subsets * (n - i + 1)) / i;
    if (subsets > FEW_SUBSETS + 0.5) return false;
  }
  return true;
}

/** Each point to its nearest medoid, of equally near ones to the first. */
function assign(
  square: Float64Array,
  n: number,
  medoids: ArrayLike<number>,
): { labels: Uint32Array; sum: number } {
  const labels = new Uint32Array(n);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    for (let m = 1; m < medoids.length; m++)
      if (square[i * n + medoids[m]!]! < square[i * n + medoids[labels[i]!]!]!) labels[i] = m;
    sum += square[i * n + medoids[labels[i]!]!]!;
  }
  // A medoid that another one coincides with still is a member of its own cluster.
  for (let m = 0; m < medoids.length; m++) labels[medoids[m]!] = m;
  return { labels, sum };
}

function* tryAll(square: Float64Array, n: number, k: number): LongTask<number[]> {
  const medoids = Array.from({ length: k }, (_, m) => m);
  // nearest[m] holds every point's distance to the nearest of the first m medoids.
  const nearest = Array.from({ length: k + 1 }, () => new Float64Array(n).fill(Infinity));
  let best = medoids.slice();
  let least = Infinity;
  let changed = 0;
  for (let tried = 0; ; tried++) {
    for (let m = changed; m < k; m++) {
      const row = medoids[m]! * n;
      for (let i = 0; i < n; i++) nearest[m + 1]![i] = Math.min(nearest[m]![i]!, square[row + i]!);
    }
    let sum = 0;
    for (let i = 0; i < n; i++) sum += nearest[k]![i]!;
    if (sum < least * (1 - LEAST_GAIN)) {
      least = sum;
      best = medoids.slice();
    }
    changed = k - 1;
    while (changed >= 0 && medoids[changed] === n - k + changed) changed--;
    if (changed < 0) return best;
    medoids[changed]!++;
    for (let m = changed + 1; m < k; m++) medoids[m] = medoids[m - 1]! + 1;
    if (tried % 500 === 0) yield;
  }
}

/** Greedy: each next medoid is the point that lowers the sum most. */
function* build(square: Float64Array, n: number, k: number): LongTask<Int32Array> {
  const medoids = new Int32Array(k);
  const nearest = new Float64Array(n).fill(Infinity);
  const taken = new Uint8Array(n);
  for (let m = 0; m < k; m++) {
    let best = -1;
    let least = Infinity;
    for (let h = 0; h < n; h++) {
      if (taken[h]) continue;
      let sum = 0;
      for (let i = 0, o = h * n; i < n; i++, o++) sum += Math.min(square[o]!, nearest[i]!);
      if (sum < least) {
        least = sum;
        best = h;
      }
    }
    medoids[m] = best;
    taken[best] = 1;
    for (let i = 0; i < n; i++) nearest[i] = Math.min(nearest[i]!, square[best * n + i]!);
    yield;
  }
  return medoids;
}

/** k different points, each set as likely as another. */
function drawMedoids(n: number, k: number, random: RandomStream): Int32Array {
  const drawn = new Set<number>();
  for (let last = n - k; last < n; last++) {
    const i = random.integer(last + 1);
    drawn.add(drawn.has(i) ? last : i);
  }
  return Int32Array.from([...drawn].sort((a, b) => a - b));
}

/** The points in an order in which each is as likely as another. */
function drawOrder(n: number, random: RandomStream): Uint32Array {
  const order = Uint32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
