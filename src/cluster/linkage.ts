import type { LongTask } from "../shared/long-task.js";
import { startOfRow } from "../space/all-pairs.js";
import { inOrder, type Merge } from "./merges.js";

/** How far two clusters are apart, when regions are joined step by step. */
export type Linkage = "ward" | "average" | "complete" | "single";

/**
 * The distance of a third cluster (of `size`) to the union of two (of sizes `a` and `b`, `between` apart), from its distances to the
 * two: Lance and Williams (1967). Ward's works on squared distances.
 */
type Update = (toA: number, toB: number, between: number, a: number, b: number, size: number) => number;

const updates: { readonly [linkage in Linkage]: Update } = {
  ward: (toA, toB, between, a, b, size) =>
    ((a + size) * toA + (b + size) * toB - size * between) / (a + b + size),
  average: (toA, toB, _, a, b) => (a * toA + b * toB) / (a + b),
  complete: (toA, toB) => Math.max(toA, toB),
  single: (toA, toB) => Math.min(toA, toB),
};

/** So many merges are made between two pauses. */
const MERGES = 50;

/**
 * Joins points to one tree by the nearest-neighbour chain (Murtagh 1983), in time and memory of the order of n². `distances` is used
 * up; for Ward's linkage it holds squares, and the heights are their roots (`ward.D2` of R, `ward` of scipy). Of equally near
 * clusters the one with the lowest point is taken, so the tree depends on the order of the points alone. Merges ascend by height.
 */
export function* joinAll(distances: Float64Array, n: number, linkage: Linkage): LongTask<Merge[]> {
  const update = updates[linkage];
  const sizes = new Uint32Array(n).fill(1);
  const heights = new Float64Array(n);
  const chain = new Int32Array(n);
  const joined: { low: number; high: number; height: number }[] = [];
  let length = 0;
  for (let made = 0; made < n - 1; made++) {
    if (length === 0) {
      chain[0] = sizes.findIndex((size) => size > 0);
      length = 1;
    }
    for (;;) {
      const top = chain[length - 1]!;
      const before = length > 1 ? chain[length - 2]! : -1;
      const next = nearestTo(top, before, distances, sizes, n);
      if (next === before) break;
      chain[length++] = next;
    }
    const [x, y] = [chain[length - 1]!, chain[length - 2]!];
    length -= 2;
    const [low, high] = x < y ? [x, y] : [y, x];
    const between = distances[startOfRow(low, n) + high - low - 1]!;
    // Rounding must not put a union below its parts.
    heights[low] = Math.max(between, heights[low]!, heights[high]!);
    joined.push({ low, high, height: heights[low]! });
    joinInto(low, high, between, distances, sizes, n, update);
    if (made % MERGES === 0) yield;
  }
  joined.sort((a, b) => a.height - b.height);
  return numberMerges(joined, n, linkage === "ward" ? Math.sqrt : (height) => height);
}

/** The cluster nearest to `top`; the one before it in the chain wins a tie, else the lowest. */
function nearestTo(
  top: number,
  before: number,
  distances: Float64Array,
  sizes: Uint32Array,
  n: number,
): number {
  let nearest = before;
  let least = Infinity;
  if (before >= 0) {
    const [low, high] = before < top ? [before, top] : [top, before];
    least = distances[startOfRow(low, n) + high - low - 1]!;
  }
  // The pairs (i, top) with i below `top` stand ever closer together; those with i above it in one row.
  for (let i = 0, o = top - 1; i < top; o += n - i - 2, i++) {
    if (sizes[i]! > 0 && distances[o]! < least) {
      least = distances[o]!;
      nearest = i;
    }
  }
  for (let i = top + 1, o = startOfRow(top, n); i < n; i++, o++) {
    if (sizes[i]! > 0 && distances[o]! < least) {
      least = distances[o]!;
      nearest = i;
    }
  }
  return nearest;
}

/** Cluster `low` becomes the union of both. */
function joinInto(
  low: number,
  high: number,
  between: number,
  distances: Float64Array,
  sizes: Uint32Array,
  n: number,
  update: Update,
): void {
  const [a, b] = [sizes[low]!, sizes[high]!];
  sizes[high] = 0;
  let [toLow, toHigh] = [low - 1, high - 1];
  for (let i = 0; i < n; i++) {
    if (sizes[i]! > 0 && i !== low) {
      distances[toLow] = update(distances[toLow]!, distances[toHigh]!, between, a, b, sizes[i]!);
    }
    toLow += i < low ? n - i - 2 : 1;
    toHigh += i < high ? n - i - 2 : 1;
  }
  sizes[low] = a + b;
}

/** Names the parts of each merge as R does: negative = point by position from 1, positive = earlier merge. */
function numberMerges(
  joined: readonly { readonly low: number; readonly high: number; readonly height: number }[],
  n: number,
  toHeight: (height: number) => number,
): Merge[] {
  // What each point belongs to by now, found by following `owner` to its root; a merged root keeps the lowest point.
  const owner = Int32Array.from({ length: n }, (_, i) => i);
  const names = Int32Array.from({ length: n }, (_, i) => -(i + 1));
  const sizes = new Uint32Array(n).fill(1);
  const rootOf = (i: number): number => {
    let root = i;
    while (owner[root] !== root) root = owner[root] = owner[owner[root]!]!;
    return root;
  };
  return joined.map(({ low, high, height }, t) => {
    const [a, b] = [rootOf(low), rootOf(high)];
    const [left, right] = inOrder(names[a]!, names[b]!);
    const [kept, lost] = a < b ? [a, b] : [b, a];
    owner[lost] = kept;
    sizes[kept]! += sizes[lost]!;
    names[kept] = t + 1;
    return { left, right, height: toHeight(height), size: sizes[kept]! };
  });
}
