import { quantileSorted, sorted } from "../shared/order-statistics.js";
import type { QuartileMethod } from "./benchmark-options.js";

/** Lowest, quartiles and highest of some values. */
export interface FiveNumbers {
  readonly min: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly max: number;
}

/** The five numbers of at least one value; see `quartileMethods`. */
export function fiveNumbers(values: readonly number[], method: QuartileMethod): FiveNumbers {
  const ascending = sorted(values);
  const n = ascending.length;
  const half = Math.ceil(n / 2);
  const [lower, upper] =
    method === "type-7"
      ? [quantileSorted(ascending, 0.25), quantileSorted(ascending, 0.75)]
      : [quantileSorted(ascending.subarray(0, half), 0.5), quantileSorted(ascending.subarray(n - half), 0.5)];
  return {
    min: ascending[0]!,
    q1: lower,
    median: quantileSorted(ascending, 0.5),
    q3: upper,
    max: ascending[n - 1]!,
  };
}
