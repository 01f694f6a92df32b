import type { NearestList } from "./nearest-list.js";
import { LEADING, LEAF, type SearchTree } from "./search-tree.js";

/** What turning and summing may be off by, in parts of the largest coordinate. */
const ROUNDING = 1e-12;

/**
 * Looks for the points nearest to the one at `place`: into the nearer box first, past every box and every point that is further than
 * the last of the list already. `measure` gives the exact distance of two points, and `toSquare` makes a squared Euclidean one of a
 * distance; the limit leaves room for rounding, so that a point is turned away only if it is further for certain, and ties are kept.
 */
export function searchTree(
  tree: SearchTree,
  list: NearestList,
  measure: (i: number, j: number) => number,
  toSquare: (distance: number) => number,
): (place: number) => void {
  const { leading, following, rest, restLength, points, from, to, left, low, high, extent } = tree;
  // Nodes wait with the squared gaps to their boxes; the tree is no deeper than 32.
  const open = new Int32Array(128);
  const gaps = new Float64Array(128);
  const near = new Int32Array(LEAF);
  const sums = new Float64Array(LEAF);
  let limit = Infinity;

  const setLimit = (): void => {
    limit = (Math.sqrt(toSquare(list.worst())) + ROUNDING * extent) ** 2;
  };

  /** The squared gap between a point and the box of a node. */
  const gapTo = (node: number, a: number): number => {
    let sum = 0;
    for (let c = 0, b = node * LEADING; c < LEADING; c++, b++) {
      const value = leading[a + c]!;
      const gap = value < low[b]! ? low[b]! - value : value > high[b]! ? value - high[b]! : 0;
      sum += gap * gap;
    }
    return sum;
  };

  /** The places of a leaf whose leading coordinates are near enough; returns how many. */
  const sift = (leaf: number, a: number): number => {
    const [x0, x1, x2, x3] = [leading[a]!, leading[a + 1]!, leading[a + 2]!, leading[a + 3]!];
    const [x4, x5, x6, x7] = [leading[a + 4]!, leading[a + 5]!, leading[a + 6]!, leading[a + 7]!];
    let kept = 0;
    for (let j = from[leaf]!, b = j * LEADING; j < to[leaf]!; j++, b += LEADING) {
      const d0 = x0 - leading[b]!;
      const d1 = x1 - leading[b + 1]!;
      const d2 = x2 - leading[b + 2]!;
      const d3 = x3 - leading[b + 3]!;
      const half = d0 * d0 + d1 * d1 + (d2 * d2 + d3 * d3);
      if (half > limit) continue;
      const d4 = x4 - leading[b + 4]!;
      const d5 = x5 - leading[b + 5]!;
      const d6 = x6 - leading[b + 6]!;
      const d7 = x7 - leading[b + 7]!;
      const sum = half + (d4 * d4 + d5 * d5 + (d6 * d6 + d7 * d7));
      if (sum > limit) continue;
      sums[kept] = sum;
      near[kept++] = j;
    }
    return kept;
  };

  /** Those of them that more coordinates (so many of them, place-major) leave near enough. */
  const siftOn = (found: number, place: number, more: Float64Array, length: number): number => {
    let kept = 0;
    for (let k = 0; k < found; k++) {
      let sum = sums[k]!;
      for (let c = 0, a = place * length, b = near[k]! * length; c < length; c++, a++, b++) {
        const gap = more[a]! - more[b]!;
        sum += gap * gap;
      }
      if (sum > limit) continue;
      sums[kept] = sum;
      near[kept++] = near[k]!;
    }
    return kept;
  };

  const lookAt = (leaf: number, place: number): void => {
    let kept = sift(leaf, place * LEADING);
    kept = siftOn(kept, place, following, LEADING);
    kept = siftOn(kept, place, rest, restLength);
    for (let k = 0; k < kept; k++) {
      if (near[k] === place || sums[k]! > limit) continue;
      const j = points[near[k]!]!;
      list.offer(measure(points[place]!, j), j);
      setLimit();
    }
  };

  return (place) => {
    setLimit();
    open[0] = 0;
    gaps[0] = 0;
    for (let length = 1; length > 0; ) {
      const node = open[--length]!;
      if (gaps[length]! > limit) continue;
      if (left[node] === 0) {
        lookAt(node, place);
        continue;
      }
      const [first, second] = [left[node]!, left[node]! + 1];
      const [toFirst, toSecond] = [gapTo(first, place * LEADING), gapTo(second, place * LEADING)];
      const isFirst = toFirst <= toSecond;
      // The nearer half is opened next.
      open[length] = isFirst ? second : first;
      gaps[length++] = Math.max(toFirst, toSecond);
      open[length] = isFirst ? first : second;
      gaps[length++] = Math.min(toFirst, toSecond);
    }
  };
}
