import type { LongTask } from "../shared/long-task.js";
import type { Euclid } from "./euclid.js";
import { principalAxes, turn } from "./principal-axes.js";

/** Leaves hold at most so many points: enough that looking at all of them is quicker than splitting on. */
const LEAF = 64;

/** Boxes span the first axes only: they carry most of every distance, and a box of all would cost more than it saves. */
export const BOXED = 8;

/**
 * A k-d tree over turned coordinates: points sorted into boxes by their places along the leading principal axes. Node 0 is the root;
 * nodes and points stand in arrays.
 */
export interface SearchTree {
  readonly q: number;
  /** Place-major (the point `points[place]`): all coordinates along the axes. */
  readonly coordinates: Float64Array;
  /** Place-major: the first 8 coordinates again, as parts of the extent and in single precision: what most points are turned away by. */
  readonly leading: Float32Array;
  /** By place: the point. */
  readonly points: Int32Array;
  /** By node: its points stand at places `from` to `to - 1`. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** By node: its halves `left` and `left + 1`; 0 for a leaf. */
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
  const low = new Float64Array(most * BOXED);
  const high = new Float64Array(most * BOXED);
  const boxed = Math.min(BOXED, q);
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
    const b = node * BOXED;
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

  const coordinates = new Float64Array(n * q);
  const leading = new Float32Array(n * BOXED);
  let extent = 0;
  for (let o = 0; o < turned.length; o++) extent = Math.max(extent, Math.abs(turned[o]!));
  for (let place = 0; place < n; place++) {
    const row = turned.subarray(points[place]! * q, (points[place]! + 1) * q);
    coordinates.set(row, place * q);
    for (let c = 0; c < boxed; c++) leading[place * BOXED + c] = extent === 0 ? 0 : row[c]! / extent;
  }
  return { q, coordinates, leading, points, from, to, left, low, high, extent };
}
