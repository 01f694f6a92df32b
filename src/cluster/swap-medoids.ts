import type { LongTask } from "../shared/long-task.js";

/** So many candidates are weighed between two pauses, times the points of each. */
const WORK = 2_000_000;

/**
 * Takes one point after the other in the order given, and swaps it for the medoid whose exchange lowers the sum most, if any does, until no point has
 * brought a gain in a whole round. A swap must lower the sum by more than its part `leastGain`; less is rounding.
 */
export function* swapMedoids(
  square: Float64Array,
  n: number,
  medoids: Int32Array,
  order: Uint32Array,
  leastGain: number,
): LongTask<void> {
  const k = medoids.length;
  const isMedoid = new Uint8Array(n);
  for (const m of medoids) isMedoid[m] = 1;
  const nearest = trackNearest(square, n, medoids);
  const { first, near, second, lost } = nearest;
  const change = new Float64Array(k);
  let sum = nearest.update();
  for (let at = 0, failed = 0, work = 0; failed < n; at = (at + 1) % n, failed++, work += n) {
    const h = order[at]!;
    if (isMedoid[h]) continue;
    if (work > WORK) {
      work = 0;
      yield;
    }
    change.set(lost);
    let joined = 0;
    for (let i = 0, o = h * n; i < n; i++, o++) {
      const d = square[o]!;
      if (d >= second[i]!) continue;
      if (d < near[i]!) {
        joined += d - near[i]!;
        change[first[i]!]! += near[i]! - second[i]!;
      } else change[first[i]!]! += d - second[i]!;
    }
    let out = 0;
    for (let m = 1; m < k; m++) if (change[m]! < change[out]!) out = m;
    if (change[out]! + joined >= -leastGain * sum) continue;
    isMedoid[medoids[out]!] = 0;
    isMedoid[h] = 1;
    medoids[out] = h;
    sum = nearest.update();
    failed = 0;
  }
}

/** What is known of every point: its nearest medoid, the distances to it and to the next, and what each medoid's loss would cost. */
interface Nearest {
  readonly first: Uint32Array;
  readonly near: Float64Array;
  readonly second: Float64Array;
  readonly lost: Float64Array;
  /** Looks again after the medoids have changed; returns the sum. */
  update(): number;
}

function trackNearest(square: Float64Array, n: number, medoids: Int32Array): Nearest {
  const k = medoids.length;
  const first = new Uint32Array(n);
  const near = new Float64Array(n);
  const second = new Float64Array(n);
  const lost = new Float64Array(k);
  return {
    first,
    near,
    second,
    lost,
    update() {
      near.fill(Infinity);
      second.fill(Infinity);
      lost.fill(0);
      for (let m = 0; m < k; m++) {
        for (let i = 0, o = medoids[m]! * n; i < n; i++, o++) {
          const d = square[o]!;
          if (d < near[i]!) {
            second[i] = near[i]!;
            near[i] = d;
            first[i] = m;
          } else if (d < second[i]!) second[i] = d;
        }
      }
      let sum = 0;
      for (let i = 0; i < n; i++) {
        lost[first[i]!]! += second[i]! - near[i]!;
        sum += near[i]!;
      }
      return sum;
    },
  };
}
