import { type Boxes, TOGETHER } from "./boxes.js";
import type { NearestList } from "./nearest-list.js";
import { copyPoint, LEADING, TAIL_MOST } from "./sieve-layout.js";

/** What turning may be off by, in parts of the largest coordinate. */
const TURNING = 1e-12;

/** Twice what rounding to single precision may do to a number of at most 1, and to a sum in parts of itself. */
const ROUNDING = 2 ** -22;

/**
 * Looks for the points nearest to those at some places of one box, at most as many as there are `lists`, one for each: into the boxes
 * nearest to their own first, past every box and every point that is further than the last of the list already. All of them look into a
 * box before the next is opened: it is in the cache then. `measure` gives the exact distance of two points, and `toSquare` makes a
 * squared Euclidean one of a distance; the limit leaves room for rounding, so that a point is turned away only if it is further for
 * certain, and ties are kept. Places of one box should be searched one after the other: the order of boxes is made once for all of
 * them, and nobody's last neighbour is further away than that of a point searched before plus the way to it.
 */
export function searchBoxes(
  boxes: Boxes,
  lists: readonly NearestList[],
  measure: (i: number, j: number) => number,
  toSquare: (distance: number) => number,
): (places: readonly number[]) => void {
  const { count, q, points, boxOf, from, sieve, sides, queryAt, gapsAt, found, units, given } = boxes;
  const { integers, floats, sift, gaps } = sieve;
  // Whole numbers are off by half a unit at either end.
  const room = Math.sqrt(LEADING) + Math.sqrt(q) * TAIL_MOST * ROUNDING + TURNING * given * units;
  /** By point asked for: what squared gaps may be at most. */
  const limits = new Float64Array(TOGETHER);
  /** How far its last neighbour is at most, in units. */
  const most = new Float64Array(TOGETHER);
  const order = Int32Array.from({ length: count }, (_, box) => box);
  let sortedFor = -1;
  /** A point that was searched before, and how far its last neighbour was. */
  let before = -1;
  let reach = Infinity;

  const inUnits = (distance: number): number => (units > 0 ? Math.sqrt(toSquare(distance)) * units : 0);

  const setLimit = (k: number): void => {
    limits[k] = (Math.min(most[k]!, inUnits(lists[k]!.worst())) + room) ** 2 * (1 + (q + 8) * ROUNDING);
  };

  const ask = (place: number, k: number): void => {
    const box = boxOf[place]!;
    copyPoint(sieve, boxes.boxes[box]!, place - from[box]!, queryAt(k));
    gaps(queryAt(k), sides, Math.ceil(count / 4), gapsAt(k));
    most[k] = reach + (before < 0 ? 0 : inUnits(measure(points[place]!, before)));
    setLimit(k);
  };

  /** Sorts the boxes by how far they are from the first point asked for. */
  const sortBoxes = (home: number): void => {
    const at = gapsAt(0) / 4;
    order.sort((x, y) => integers[at + x]! - integers[at + y]!);
    sortedFor = home;
  };

  const lookInto = (box: number, k: number, place: number): void => {
    const [first, end] = [from[box]!, from[box + 1]!];
    const { start, blocks, tail } = boxes.boxes[box]!;
    const list = lists[k]!;
    const kept = sift(queryAt(k), start, blocks, tail, limits[k]!, found);
    for (let f = found / 4, last = f + 2 * kept; f < last; f += 2) {
      const other = first + integers[f]!;
      // The limit may have come down since. Without one, what fills up the last block passes too.
      if (floats[f + 1]! > limits[k]! || other === place || other >= end) continue;
      if (list.offer(measure(points[place]!, points[other]!), points[other]!)) setLimit(k);
    }
  };

  return (places) => {
    places.forEach(ask);
    const home = boxOf[places[0]!]!;
    if (home !== sortedFor) sortBoxes(home);
    for (let b = 0; b < count; b++) {
      const box = order[b]!;
      for (let k = 0; k < places.length; k++)
        if (integers[gapsAt(k) / 4 + box]! <= limits[k]!) lookInto(box, k, places[k]!);
    }
    before = points[places.at(-1)!]!;
    reach = inUnits(lists[places.length - 1]!.worst());
  };
}
