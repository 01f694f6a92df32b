import { median, quantileSorted } from "../shared/order-statistics.js";
import { randomStreams } from "../shared/random.js";
import type { Interval } from "./benchmark.js";

/** Fewer figures cannot be resampled with any sense. */
const FEWEST = 3;

/**
 * The 95 % bootstrap interval of a median: the 2.5 % and 97.5 % quantiles (type 7) of the medians of samples drawn from the values with
 * replacement (Efron's percentile interval); null for fewer than three values. Resample i uses random stream i.
 */
export function medianInterval(values: readonly number[], resamples: number, seed: number): Interval | null {
  const n = values.length;
  if (n < FEWEST) return null;
  const nextStream = randomStreams(seed, "median");
  const medians = new Float64Array(resamples);
  const drawn = new Float64Array(n);
  for (let i = 0; i < resamples; i++) {
    const random = nextStream();
    for (let k = 0; k < n; k++) drawn[k] = values[random.integer(n)]!;
    medians[i] = median(drawn);
  }
  medians.sort();
  return [quantileSorted(medians, 0.025), quantileSorted(medians, 0.975)];
}

/** From the 5 % to the 95 % quantile (type 7) of the gaps of a value to the medians of several lists; lists without a figure do not count. */
export function gapOverLists(target: number, lists: readonly (readonly number[])[]): Interval | null {
  const gaps = Float64Array.from(
    lists.filter((values) => values.length > 0),
    (values) => target - median(values),
  ).sort();
  if (gaps.length === 0) return null;
  return [quantileSorted(gaps, 0.05), quantileSorted(gaps, 0.95)];
}
