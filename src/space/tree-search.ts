import type { NearestList } from "./nearest-list.js";
import { BOXED, type SearchTree } from "./search-tree.js";

/** What a distance in single precision may be off by, in parts of the largest coordinate: 8 gaps, each of two rounded numbers. */
const SINGLE = Math.sqrt(BOXED) * 2 ** -22;

/** What turning and summing in double precision may be off by. */
const DOUBLE = 1e-12;

/**
 * Looks for the points nearest to the one at `place`: into the nearer box first, past every box and every point that is further than
 * the last of the list already. `measure` gives the exact distance of two points, and `toSquare` makes a squared Euclidean one of a
 * distance; the limits leave room for rounding, so that a point is turned away only if it is further for certain, and ties are kept.
 */
export function searchTree(
  tree: SearchTree,
  list: NearestList,
  measure: (i: number, j: number) => number,
  toSquare: (distance: number) => number,
): (place: number) => void {
  const { q, coordinates, leading, points, from, to, left, low, high, extent } = tree;
  const boxed = Math.min(BOXED, q);
  const open = new Int32Array(256);
  const gaps = new Float64Array(256);
  const near = new Int32Array(512);
  let limit = Infinity;
  let looseLimit = Infinity;

  const setLimits = (): void => {
    const root = Math.sqrt(toSquare(list.worst()));
    limit = (root + DOUBLE * extent) ** 2;
    looseLimit = extent === 0 ? Infinity : (root / extent + SINGLE) ** 2;
  };

  /** The squared gap between a point and the box of a node. */
  const gapTo = (node: number, a: number): number => {
    let sum = 0;
    for (let c = 0, b = node * BOXED; c < boxed; c++, b++) {
      const value = coordinates[a + c]!;
      const gap = value < low[b]! ? low[b]! - value : value > high[b]! ? value - high[b]! : 0;
      sum += gap * gap;
    }
    return sum;
  };

  /** The places of a leaf whose leading coordinates are near enough; returns how many. */
  const sift = (leaf: number, place: number): number => {
    const o = place * BOXED;
    const [x0, x1, x2, x3] = [leading[o]!, leading[o + 1]!, leading[o + 2]!, leading[o + 3]!];
    const [x4, x5, x6, x7] = [leading[o + 4]!, leading[o + 5]!, leading[o + 6]!, leading[o + 7]!];
    let kept = 0;
    for (let j = from[leaf]!, b = j * BOXED; j < to[leaf]!; j++, b += BOXED) {
      const d0 = x0 - leading[b]!;
      const d1 = x1 - leading[b + 1]!;
      const d2 = x2 - leading[b + 2]!;
      const d3 = x3 - leading[b + 3]!;
      const first = d0 * d0 + d1 * d1 + (d2 * d2 + d3 * d3);
      if (first > looseLimit) continue;
      const d4 = x4 - leading[b + 4]!;
      const d5 = x5 - leading[b + 5]!;
      const d6 = x6 - leading[b + 6]!;
      const d7 = x7 - leading[b + 7]!;
      if (first + (d4 * d4 + d5 * d5 + (d6 * d6 + d7 * d7)) <= looseLimit) near[kept++] = j;
    }
    return kept;
  };

  const lookAt = (leaf: number, place: number): void => {
    const kept = sift(leaf, place);
    const a = place * q;
    for (let k = 0; k < kept; k++) {
      const j = near[k]!;
      if (j === place) continue;
      let sum = 0;
      for (let c = 0, b = j * q; c < q && sum <= limit; c++, b++) {
        const gap = coordinates[a + c]! - coordinates[b]!;
        sum += gap * gap;
      }
      if (sum > limit) continue;
      list.offer(measure(points[place]!, points[j]!), points[j]!);
      setLimits();
    }
  };

  return (place) => {
    const a = place * q;
    setLimits();
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
      const [toFirst, toSecond] = [gapTo(first, a), gapTo(second, a)];
      const isFirst = toFirst <= toSecond;
      // The nearer half is opened next.
      open[length] = isFirst ? second : first;
      gaps[length++] = Math.max(toFirst, toSecond);
      open[length] = isFirst ? first : second;
      gaps[length++] = Math.min(toFirst, toSecond);
    }
  };
}
