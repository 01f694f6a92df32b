import type { LongTask } from "../shared/long-task.js";
import type { Euclid } from "./euclid.js";
import { principalAxes, turn } from "./principal-axes.js";
import { BLOCK, openSieve, type Sieve } from "./sieve.js";

/** Boxes hold at most so many points: enough that sifting all of them is quicker than opening more boxes. */
export const LARGEST = 256;

/** Boxes span the first axes only: they carry most of every distance, and a box of all would cost more than it saves. */
export const LEADING = 8;

/** What the sieve uses up before the room for what it finds. */
const SPARE = 4;

/** Squares of smaller numbers lose their digits, and the distances that they make cannot be foretold. */
const SMALLEST = 1e-145;

/**
 * Points sorted into boxes by their places along the leading principal axes (the leaves of a k-d tree). Coordinates are parts of
 * `extent`, in single precision: enough to turn a point away for certain.
 */
export interface Boxes {
  readonly count: number;
  /** Coordinates that a point has: those of `Euclid`. */
  readonly q: number;
  /** The same, filled up with zeros to eights. */
  readonly axes: number;
  /** By place: the point, and the box that holds it. */
  readonly points: Int32Array;
  readonly boxOf: Int32Array;
  /** The points of box b stand at places `from[b]` to `from[b + 1] - 1`. */
  readonly from: Int32Array;
  /** By box: where its floats begin in the sieve. */
  readonly at: Int32Array;
  /** Box-major: the sides along the leading axes. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** The boxes, each axis by axis (see `Sieve`); behind them room for a query at `query`, and for what is found at `found`. */
  readonly sieve: Sieve;
  readonly query: number;
  readonly found: number;
  /** The largest of the turned coordinates (0 where they are too small to tell), and of those that were given: points far from 0 were rounded there. */
  readonly extent: number;
  readonly given: number;
}

/**
 * Turns the points and sorts them into boxes: halves are cut in the middle of their longest side until few enough are left. The points
 * are turned where they stand, as memory counts here: `euclid` is used up.
 */
export function* packBoxes(euclid: Euclid): LongTask<Boxes> {
  const { n, q, values: turned } = euclid;
  const axes = 8 * Math.ceil(q / 8);
  const given = largestOf(turned);
  yield* turnAll(euclid);
  const largest = largestOf(turned);
  const extent = largest > SMALLEST ? largest : 0;
  const points = Int32Array.from({ length: n }, (_, i) => i);
  const boxed = Math.min(LEADING, q);
  const starts = [0];
  const waiting = [{ from: 0, to: n, isBox: false }];
  for (let half = waiting.pop(); half !== undefined; half = waiting.pop()) {
    const { from, to, isBox } = half;
    const closes = !isBox && to - from <= LARGEST;
    if (closes) starts.push(to);
    if (to - from <= BLOCK) continue;
    const axis = longestSide(from, to);
    points.subarray(from, to).sort((a, b) => turned[a * q + axis]! - turned[b * q + axis]!);
    // Within a box the cuts only bring the points of a block together.
    const middle = closes || isBox ? from + BLOCK * Math.ceil((to - from) / (2 * BLOCK)) : (from + to) >> 1;
    // The first half is cut next, so that boxes come in the order of places.
    const inside = { isBox: isBox || closes };
    waiting.push({ from: middle, to, ...inside }, { from, to: middle, ...inside });
    yield;
  }

  function longestSide(from: number, to: number): number {
    let [longest, length] = [0, -1];
    for (let axis = 0; axis < boxed; axis++) {
      let [least, greatest] = [Infinity, -Infinity];
      for (let place = from; place < to; place++) {
        const value = turned[points[place]! * q + axis]!;
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
      }
      if (greatest - least > length) [longest, length] = [axis, greatest - least];
    }
    return longest;
  }

  const count = starts.length - 1;
  const from = Int32Array.from(starts);
  const at = new Int32Array(count);
  const boxOf = new Int32Array(n);
  let floats = 0;
  for (let box = 0; box < count; box++) {
    boxOf.fill(box, from[box]!, from[box + 1]!);
    at[box] = floats;
    floats += axes * widthOf(from, box);
  }
  const query = floats;
  const found = query + axes + SPARE;
  const sieve = openSieve(found + 2 * (LARGEST + BLOCK));
  const low = new Float64Array(count * LEADING);
  const high = new Float64Array(count * LEADING);
  const scale = extent > 0 ? 1 / extent : 0;
  for (let box = 0; box < count; box++) {
    const width = widthOf(from, box);
    const size = from[box + 1]! - from[box]!;
    for (let c = 0; c < q; c++) {
      const start = at[box]! + c * width;
      const axis = sieve.floats.subarray(start, start + width);
      for (let k = 0; k < size; k++) axis[k] = turned[points[from[box]! + k]! * q + c]! * scale;
      // The last block is filled up with points that nothing is near to.
      axis.fill(Infinity, size);
      if (c >= LEADING) continue;
      low[box * LEADING + c] = axis.subarray(0, size).reduce((a, b) => Math.min(a, b), Infinity);
      high[box * LEADING + c] = axis.subarray(0, size).reduce((a, b) => Math.max(a, b), -Infinity);
    }
    if (box % 16 === 0) yield;
  }
  return { count, q, axes, points, boxOf, from, at, low, high, sieve, query, found, extent, given };
}

/** How many floats an axis of a box takes: its points, filled up to blocks. */
export function widthOf(from: Int32Array, box: number): number {
  return BLOCK * Math.ceil((from[box + 1]! - from[box]!) / BLOCK);
}

function largestOf(values: Float64Array): number {
  let largest = 0;
  for (let o = 0; o < values.length; o++) largest = Math.max(largest, Math.abs(values[o]!));
  return largest;
}

function* turnAll({ n, q, values }: Euclid): LongTask<void> {
  const frame = principalAxes(values, n, q);
  yield;
  const row = new Float64Array(q);
  for (let i = 0; i < n; i++) {
    turn(frame, values, i * q, row);
    values.set(row, i * q);
    if (i % 2_000 === 0) yield;
  }
}
