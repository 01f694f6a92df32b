/**
 * Numbers clusters from 0: the largest first, of equally large ones the one whose first point comes first. Points stand in the order
 * of their ids, so the numbers do not depend on how a method numbers its clusters. Empty clusters get none.
 */
export function numberClusters(labels: ArrayLike<number>): {
  readonly labels: Uint32Array;
  readonly k: number;
} {
  const clusters = new Map<number, { first: number; size: number }>();
  for (let i = 0; i < labels.length; i++) {
    const cluster = clusters.get(labels[i]!);
    if (cluster === undefined) clusters.set(labels[i]!, { first: i, size: 1 });
    else cluster.size++;
  }
  const order = [...clusters].sort(([, a], [, b]) => b.size - a.size || a.first - b.first);
  const numbers = new Map(order.map(([label], number) => [label, number]));
  return { labels: Uint32Array.from(labels, (label) => numbers.get(label)!), k: clusters.size };
}
