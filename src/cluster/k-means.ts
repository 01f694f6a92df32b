import type { LongTask } from "../shared/long-task.js";
import type { RandomStream } from "../shared/random.js";
import type { Division } from "./division.js";
import { type Euclid, inertiaOf } from "./euclid.js";
import { lloyd } from "./lloyd.js";
import { transferPoints } from "./transfers.js";

/** Starts whose inertia is within this part of the best have reached it. */
const SAME = 1e-9;

/**
 * k-means: clusters whose sum of squared gaps to their centres (the inertia) is least. Every start draws centres by k-means++ (Arthur
 * and Vassilvitskii 2007), goes some rounds of Lloyd's algorithm, then moves single points as long as that lowers the inertia (after
 * Hartigan and Wong 1979); the best start wins. Where figures are missing, the first two steps see the mean of the coordinate, and
 * the transfers only what is there.
 */
export function* kMeans(
  euclid: Euclid,
  k: number,
  starts: number,
  nextStream: () => RandomStream,
): LongTask<Division> {
  const { n, q, values } = euclid;
  const rows = Array.from({ length: n }, (_, i) => Array.from(values.subarray(i * q, (i + 1) * q)));
  const reached: number[] = [];
  let best: { labels: Uint32Array; inertia: number } | null = null;
  for (let start = 0; start < starts; start++) {
    const seeds = drawSeeds(euclid, k, nextStream());
    const labels = Uint32Array.from(
      lloyd(
        rows,
        seeds.map((i) => rows[i]!),
      ),
    );
    transferPoints(euclid, k, labels);
    const inertia = inertiaOf(euclid, labels, k);
    reached.push(inertia);
    if (best === null || inertia < best.inertia * (1 - 1e-12)) best = { labels, inertia };
    yield { stage: "starts", done: start + 1, total: starts };
  }
  const { labels, inertia } = best!;
  const reachedBest = reached.filter((one) => one <= inertia * (1 + SAME)).length;
  return { labels, merges: null, search: { exact: false, starts, reachedBest } };
}

/** k-means++: each next seed is drawn with a probability proportional to its squared gap to the nearest seed so far. */
function drawSeeds({ n, q, values }: Euclid, k: number, random: RandomStream): number[] {
  const seeds = [random.integer(n)];
  const gaps = new Float64Array(n).fill(Infinity);
  while (seeds.length < k) {
    const last = seeds.at(-1)! * q;
    let total = 0;
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let u = 0, a = i * q, b = last; u < q; u++, a++, b++) {
        const gap = values[a]! - values[b]!;
        sum += gap * gap;
      }
      if (sum < gaps[i]!) gaps[i] = sum;
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
