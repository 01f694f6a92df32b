/** How well a point lies in its cluster. */
export interface Silhouettes {
  /** By point: (b - a) / max(a, b), with a its mean distance to its own cluster and b that to the second best; 0 for a cluster of one. */
  readonly widths: Float64Array;
  /** By point: the other cluster that is nearest in the mean. */
  readonly second: Uint32Array;
}

/**
 * The silhouettes of Rousseeuw (1987), on the distances of the metric as they are; those of R `cluster::silhouette`. `labels` run from
 * 0 to `k - 1`; there are two clusters at least.
 */
export function silhouettesOf(
  distances: Float64Array,
  n: number,
  labels: ArrayLike<number>,
  k: number,
): Silhouettes {
  const sums = new Float64Array(n * k);
  const sizes = new Uint32Array(k);
  for (let i = 0, o = 0; i < n; i++) {
    const own = labels[i]!;
    sizes[own]!++;
    for (let j = i + 1; j < n; j++, o++) {
      const distance = distances[o]!;
      sums[i * k + labels[j]!]! += distance;
      sums[j * k + own]! += distance;
    }
  }
  const widths = new Float64Array(n);
  const second = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    const own = labels[i]!;
    let b = Infinity;
    for (let c = 0; c < k; c++) {
      const mean = sums[i * k + c]! / sizes[c]!;
      if (c !== own && mean < b) {
        b = mean;
        second[i] = c;
      }
    }
    const a = sums[i * k + own]! / (sizes[own]! - 1);
    const larger = Math.max(a, b);
    widths[i] = sizes[own] === 1 || larger === 0 ? 0 : (b - a) / larger;
  }
  return { widths, second };
}
