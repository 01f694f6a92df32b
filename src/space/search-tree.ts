import type { LongTask } from "../shared/long-task.js";
import type { Euclid } from "./euclid.js";
import { principalAxes, turn } from "./principal-axes.js";

/** Leaves hold at most so many points: enough that looking at all of them is quicker than splitting on. */
export const LEAF = 128;

/** Boxes span the first axes only: they carry most of every distance, and a box of all would cost more than it saves. */
export const LEADING = 8;

/**
 * A k-d tree over turned coordinates: points sorted into boxes by their places along the leading principal axes. Node 0 is the root;
 * nodes and points stand in arrays. Coordinates stand in three, all place-major, so that those which turn most points away lie
 * close together: the first 8 (0 where there are fewer), the next 8, and the rest.
 */
export interface SearchTree {
  readonly leading: Float64Array;
  readonly following: Float64Array;
  readonly rest: Float64Array;
  readonly restLength: number;
  /** By place: the point. */
  readonly points: Int32Array;
  /** By node: its points stand at places `from` to `to - 1`. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** By node: its halves are `left` and `left + 1`; 0 for a leaf. */
  readonly left: Int32Array;
  /** Node-major: the box of its points along the leading axes. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** The largest coordinate there is, in which rounding errors are measured. */
  readonly extent: number;
}

/** Turns the points and sorts them into boxes, each node cut in the middle of its longest side. */
export function* plantTree(euclid: Euclid): LongTask<SearchTree> {
  const { n, q, values } = euclid;
  const frame = principalAxes(values, n, q);
  yield;
  const turned = new Float64Array(n * q);
  for (let i = 0; i < n; i++) {
    turn(frame, values, i * q, turned.subarray(i * q, (i + 1) * q));
    if (i % 2_000 === 0) yield;
  }
  const points = Int32Array.from({ length: n }, (_, i) => i);
  const most = 4 * Math.ceil(n / LEAF) + 1;
  const [from, to, left] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)];
  const low = new Float64Array(most * LEADING);
  const high = new Float64Array(most * LEADING);
  const boxed = Math.min(LEADING, q);
  to[0] = n;
  let made = 1;
  for (let node = 0; node < made; node++) {
    const longest = fitNode(node);
    if (to[node]! - from[node]! <= LEAF) continue;
    points
      .subarray(from[node]!, to[node]!)
      .sort((a, b) => turned[a * q + longest]! - turned[b * q + longest]!);
    const middle = (from[node]! + to[node]!) >> 1;
    left[node] = made;
    from[made] = from[node]!;
    to[made] = middle;
    from[made + 1] = middle;
    to[made + 1] = to[node]!;
    made += 2;
    yield;
  }

  /** Writes the box of a node; returns its longest side. */
  function fitNode(node: number): number {
    const b = node * LEADING;
    for (let c = 0; c < boxed; c++) {
      let [least, most] = [Infinity, -Infinity];
      for (let place = from[node]!; place < to[node]!; place++) {
        const value = turned[points[place]! * q + c]!;
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
      low[b + c] = least;
      high[b + c] = most;
    }
    let longest = 0;
    for (let c = 1; c < boxed; c++)
      if (high[b + c]! - low[b + c]! > high[b + longest]! - low[b + longest]!) longest = c;
    return longest;
  }

  const restLength = Math.max(0, q - 2 * LEADING);
  const leading = new Float64Array(n * LEADING);
  const following = new Float64Array(n * LEADING);
  const rest = new Float64Array(n * restLength);
  let extent = 0;
  for (let place = 0; place < n; place++) {
    const row = turned.subarray(points[place]! * q, (points[place]! + 1) * q);
    leading.set(row.subarray(0, boxed), place * LEADING);
    following.set(row.subarray(LEADING, 2 * LEADING), place * LEADING);
    rest.set(row.subarray(2 * LEADING), place * restLength);
    for (let c = 0; c < q; c++) extent = Math.max(extent, Math.abs(row[c]!));
  }
  return { leading, following, rest, restLength, points, from, to, left, low, high, extent };
}
