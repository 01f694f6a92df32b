type Values = ArrayLike<number>;

/** The quantile of type 7, the default of R and numpy: linear between the order statistics around `(n - 1) p`. */
export function quantile(values: Values, p: number): number {
  return quantileSorted(sorted(values), p);
}

/** The same of `n` values of which the lowest, at least, are in ascending order. */
export function quantileSorted(ascending: Values, p: number, n: number = ascending.length): number {
  const position = (n - 1) * p;
  const below = Math.floor(position);
  const low = ascending[below]!;
  const high = ascending[Math.min(below + 1, n - 1)]!;
  return low + (position - below) * (high - low);
}

/** The median: the middle value, or the mean of the two in the middle. */
export function median(values: Values): number {
  return quantile(values, 0.5);
}

/** The median of the absolute deviations from the median, unscaled (R `mad(constant = 1)`). */
export function medianAbsoluteDeviation(values: Values): number {
  const centreValue = median(values);
  return median(Float64Array.from(values, (value) => Math.abs(value - centreValue)));
}

/** Ranks from 1 for the lowest; equal values share the mean of their ranks (R `rank`, scipy `rankdata`). */
export function averageRanks(values: Values): Float64Array {
  const order = Uint32Array.from(finite(values), (_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++;
    for (let i = start; i < end; i++) ranks[order[i]!] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}

/** An ascending copy. */
export function sorted(values: Values): Float64Array {
  return Float64Array.from(finite(values)).sort();
}

/** The one gate: simple-statistics answers NaN with a wrong number, so nothing but finite numbers passes. */
export function finite(values: Values): number[] {
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i]))
      throw new RangeError(`expected finite numbers, got ${values[i]} at ${i}`);
  }
  return values as number[];
}
