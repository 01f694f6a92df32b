import { type Boxes, LEADING, widthOf } from "./boxes.js";
import type { NearestList } from "./nearest-list.js";
import { BLOCK } from "./sieve.js";

/** What turning may be off by, in parts of the largest coordinate. */
const TURNING = 1e-12;

/** Twice what rounding to single precision may do to a number of at most 1, and to a sum in parts of itself. */
const ROUNDING = 2 ** -22;

/**
 * Looks for the points nearest to the one at `place`: into the boxes nearest to its own first, past every box and every point that is
 * further than the last of the list already. `measure` gives the exact distance of two points, and `toSquare` makes a squared Euclidean
 * one of a distance; the limit leaves room for rounding, so that a point is turned away only if it is further for certain, and ties
 * are kept. Points of one box should be searched one after the other: the order of boxes is made once for all of them, and nobody's
 * last neighbour is further away than that of the point before plus the way to it.
 */
export function searchBoxes(
  boxes: Boxes,
  list: NearestList,
  measure: (i: number, j: number) => number,
  toSquare: (distance: number) => number,
): (place: number) => void {
  const { count, q, axes, points, boxOf, from, at, low, high, sieve, query, found, extent, given } = boxes;
  const { floats, integers, sift } = sieve;
  const own = new Float64Array(LEADING);
  const room = Math.sqrt(q) * ROUNDING + (extent > 0 ? (TURNING * given) / extent : 0);
  const around = new Float64Array(count);
  const order = Int32Array.from({ length: count }, (_, box) => box);
  let sortedFor = -1;
  let before = -1;
  /** How far the last neighbour of the point before was, and how far that of this one is at most, in parts of the extent. */
  let reach = Infinity;
  let most = Infinity;
  let limit = Infinity;

  const inParts = (distance: number): number => (extent > 0 ? Math.sqrt(toSquare(distance)) / extent : 0);

  const setLimit = (): void => {
    limit = (Math.min(most, inParts(list.worst())) + room) ** 2 * (1 + (q + 8) * ROUNDING);
  };

  /** Copies the coordinates of a point out of its box. */
  const ask = (place: number): void => {
    const box = boxOf[place]!;
    const width = widthOf(from, box);
    const start = at[box]! + place - from[box]!;
    for (let c = 0; c < q; c++) floats[query + c] = floats[start + c * width]!;
    for (let c = 0; c < LEADING; c++) own[c] = floats[query + c]!;
    const way = before < 0 ? 0 : inParts(measure(points[place]!, points[before]!));
    most = reach + way;
    before = place;
    setLimit();
  };

  /** Sorts the boxes by how far they are from a box. */
  const sortAround = (box: number): void => {
    const a = box * LEADING;
    for (let other = 0; other < count; other++) {
      let sum = 0;
      for (let c = 0, b = other * LEADING; c < LEADING; c++, b++) {
        const gap = Math.max(low[b]! - high[a + c]!, low[a + c]! - high[b]!, 0);
        sum += gap * gap;
      }
      around[other] = sum;
    }
    around[box] = -1;
    order.sort((x, y) => around[x]! - around[y]!);
    sortedFor = box;
  };

  /** Whether a box is further from the point than the limit. */
  const isFar = (box: number): boolean => {
    let sum = 0;
    for (let c = 0, b = box * LEADING; c < LEADING; c++, b++) {
      const value = own[c]!;
      const gap = value < low[b]! ? low[b]! - value : value > high[b]! ? value - high[b]! : 0;
      sum += gap * gap;
    }
    return sum > limit;
  };

  const lookInto = (box: number, place: number): void => {
    const [first, end] = [from[box]!, from[box + 1]!];
    const kept = sift(4 * query, 4 * at[box]!, widthOf(from, box) / BLOCK, axes, limit, 4 * found);
    for (let k = 0, f = found; k < kept; k++, f += 2) {
      const other = first + integers[f]!;
      // The limit may have come down since. Without one, what fills up the last block passes too.
      if (floats[f + 1]! > limit || other === place || other >= end) continue;
      if (list.offer(measure(points[place]!, points[other]!), points[other]!)) setLimit();
    }
  };

  return (place) => {
    if (boxOf[place] !== sortedFor) sortAround(boxOf[place]!);
    ask(place);
    for (let k = 0; k < count; k++) {
      const box = order[k]!;
      if (around[box]! > limit) break;
      if (!isFar(box)) lookInto(box, place);
    }
    reach = inParts(list.worst());
  };
}
