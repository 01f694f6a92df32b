import type { LongTask } from "../shared/long-task.js";
import { randomStream } from "../shared/random.js";

/** Up to so many points all pairs are looked at; above, a seeded sample stands for them. */
const LARGEST_EXACT = 2_000;
const SAMPLED_PAIRS = 200_000;
const SAMPLE_SEED = 1;

/** Whether the pairs of so many points are sampled. */
export function isSampled(n: number): boolean {
  return n > LARGEST_EXACT;
}

/** Calls `visit` for every pair of `n` points, or above 2,000 points for a seeded sample of 200,000 pairs. Returns how many. */
export function* eachPair(n: number, visit: (i: number, j: number) => void): LongTask<number> {
  if (!isSampled(n)) {
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) visit(i, j);
      yield;
    }
    return (n * (n - 1)) / 2;
  }
  const random = randomStream(SAMPLE_SEED);
  for (let s = 0; s < SAMPLED_PAIRS; s++) {
    if (s % 1_000 === 0) yield;
    const i = random.integer(n);
    const other = random.integer(n - 1);
    visit(i, other < i ? other : other + 1);
  }
  return SAMPLED_PAIRS;
}
