import type { LongTask } from "../shared/long-task.js";
import { inOrder, type Merge } from "./merges.js";
import { toSquare } from "./square.js";

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

/** Slots move together when fewer than this part of them is in use. */
const FULL = 0.5;

/** The clusters that are left while points are joined. A cluster stands in the slot of its first point. */
interface Slots {
  /** Slots in use or left behind; the distances of slot s to all slots stand at `s * width`. */
  width: number;
  /** How many are in use, and which, ascending. */
  count: number;
  readonly used: Int32Array;
  /** Infinity on the diagonal; what stands beside a slot left behind means nothing. */
  readonly distances: Float64Array;
  /** By slot; 0 for one left behind. */
  readonly sizes: Uint32Array;
  /** By slot: the first point of its cluster. */
  readonly points: Int32Array;
}

/**
 * Joins points to one tree by the nearest-neighbour chain (Murtagh 1983), in time and memory of the order of n². `distances` are
 * condensed; Ward's linkage works on their squares, and its heights are the roots (`ward.D2` of R, `ward` of scipy): `isSquared`
 * says that they are squares already. Of equally near clusters the one with the lowest point is taken, so the tree depends on the
 * order of the points alone. Merges ascend by height.
 */
export function* joinAll(
  distances: Float64Array,
  n: number,
  linkage: Linkage,
  isSquared: boolean,
): LongTask<Merge[]> {
  const update = updates[linkage];
  const slots = openSlots(distances, n, linkage === "ward" && !isSquared ? 2 : 1);
  yield;
  const heights = new Float64Array(n);
  const chain = new Int32Array(n);
  const joined: Joined[] = [];
  let length = 0;
  while (slots.count > 1) {
    if (slots.count < FULL * slots.width) moveTogether(slots, chain, length);
    if (length === 0) chain[length++] = slots.used[0]!;
    for (;;) {
      const before = length > 1 ? chain[length - 2]! : -1;
      const next = nearestTo(chain[length - 1]!, before, slots);
      if (next === before) break;
      chain[length++] = next;
    }
    const [x, y] = [chain[length - 1]!, chain[length - 2]!];
    length -= 2;
    const [first, second] = x < y ? [x, y] : [y, x];
    const [low, high] = [slots.points[first]!, slots.points[second]!];
    const between = slots.distances[first * slots.width + second]!;
    // Rounding must not put a union below its parts.
    heights[low] = Math.max(between, heights[low]!, heights[high]!);
    joined.push({ low, high, height: heights[low]! });
    joinInto(first, second, slots, update);
    if (joined.length % MERGES === 0) yield;
  }
  joined.sort((a, b) => a.height - b.height);
  return numberMerges(joined, n, linkage === "ward" ? Math.sqrt : (height) => height);
}

/** Two clusters that were joined, each by its first point. */
interface Joined {
  readonly low: number;
  readonly high: number;
  readonly height: number;
}

function openSlots(condensed: Float64Array, n: number, power: 1 | 2): Slots {
  const distances = toSquare(condensed, n, power);
  for (let i = 0; i < n; i++) distances[i * n + i] = Infinity;
  const points = Int32Array.from({ length: n }, (_, i) => i);
  return { width: n, count: n, used: points.slice(), distances, sizes: new Uint32Array(n).fill(1), points };
}

/** The slot nearest to `top`; the one before it in the chain wins a tie, else the lowest. */
function nearestTo(top: number, before: number, { distances, sizes, width }: Slots): number {
  const row = top * width;
  let nearest = before;
  let least = before < 0 ? Infinity : distances[row + before]!;
  for (let s = 0; s < width; s++) {
    const distance = distances[row + s]!;
    if (distance < least && sizes[s]! > 0) {
      least = distance;
      nearest = s;
    }
  }
  return nearest;
}

/** Slot `first` becomes the union of both; slot `second` is left behind. */
function joinInto(first: number, second: number, slots: Slots, update: Update): void {
  const { distances, sizes, used, width } = slots;
  const place = used.indexOf(second);
  used.copyWithin(place, place + 1, slots.count);
  slots.count--;
  const [row, other] = [first * width, second * width];
  const between = distances[row + second]!;
  const [a, b] = [sizes[first]!, sizes[second]!];
  for (let u = 0; u < slots.count; u++) {
    const s = used[u]!;
    const distance = update(distances[row + s]!, distances[other + s]!, between, a, b, sizes[s]!);
    distances[row + s] = distance;
    distances[s * width + first] = distance;
  }
  distances[row + first] = Infinity;
  sizes[first] = a + b;
  sizes[second] = 0;
}

/** Closes the ranks, in order, where many slots have been left behind. */
function moveTogether(slots: Slots, chain: Int32Array, length: number): void {
  const { distances, sizes, points, used, width, count } = slots;
  for (let c = 0; c < length; c++) chain[c] = used.indexOf(chain[c]!);
  for (let to = 0, o = 0; to < count; to++) {
    const from = used[to]!;
    sizes[to] = sizes[from]!;
    points[to] = points[from]!;
    for (let u = 0; u < count; u++) distances[o++] = distances[from * width + used[u]!]!;
  }
  for (let to = 0; to < count; to++) used[to] = to;
  slots.width = count;
}

/** Names the parts of each merge as R does: negative = point by position from 1, positive = earlier merge. */
function numberMerges(joined: readonly Joined[], n: number, toHeight: (height: number) => number): Merge[] {
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
