import type { LongTask } from "../../shared/long-task.js";
import { BLOCK, BOXED } from "./sieve-layout.js";
import type { TurnedPoints } from "./turned-points.js";

/** Boxes hold at most so many points: enough that sifting all of them is quicker than opening more boxes. */
export const LARGEST = 256;

/** The points in the order of boxes, and where each box begins; the end of the last one behind. */
export interface Cuts {
  readonly points: Int32Array;
  readonly starts: readonly number[];
}

/** Cuts points into boxes: halves are cut in the middle of their longest side until few enough are left. */
export function* cutIntoBoxes({ n, q, values }: TurnedPoints): LongTask<Cuts> {
  const points = Int32Array.from({ length: n }, (_, i) => i);
  const boxed = Math.min(BOXED, q);
  const keys = new Float32Array(n);
  const sorted = new Float32Array(n);
  const before = new Int32Array(n);
  const low = new Float64Array(boxed);
  const high = new Float64Array(boxed);
  const starts = [0];
  const waiting = [{ from: 0, to: n, isBox: false }];
  for (let half = waiting.pop(); half !== undefined; half = waiting.pop()) {
    const { from, to, isBox } = half;
    const closes = !isBox && to - from <= LARGEST;
    if (closes) starts.push(to);
    if (to - from <= BLOCK) continue;
    // Within a box the cuts only bring the points of a block together.
    const middle = closes || isBox ? from + BLOCK * Math.ceil((to - from) / (2 * BLOCK)) : (from + to) >> 1;
    const axis = longestSide(from, to);
    yield;
    divide(from, middle, to, axis);
    // The first half is cut next, so that boxes come in the order of places.
    const inside = { isBox: isBox || closes };
    waiting.push({ from: middle, to, ...inside }, { from, to: middle, ...inside });
    yield;
  }
  return { points, starts };

  /** Brings the points that come first along an axis before the middle. */
  function divide(from: number, middle: number, to: number, axis: number): void {
    for (let place = from; place < to; place++) keys[place] = values[points[place]! * q + axis]!;
    sorted.set(keys.subarray(from, to), from);
    const inOrder = sorted.subarray(from, to).sort();
    const cut = inOrder[middle - from]!;
    let less = from;
    let same = from + inOrder.indexOf(cut);
    let more = from + inOrder.lastIndexOf(cut) + 1;
    before.set(points.subarray(from, to), from);
    for (let place = from; place < to; place++) {
      const key = keys[place]!;
      points[key < cut ? less++ : key === cut ? same++ : more++] = before[place]!;
    }
  }

  function longestSide(from: number, to: number): number {
    low.fill(Infinity);
    high.fill(-Infinity);
    for (let place = from; place < to; place++) {
      const start = points[place]! * q;
      for (let axis = 0; axis < boxed; axis++) {
        const value = values[start + axis]!;
        if (value < low[axis]!) low[axis] = value;
        if (value > high[axis]!) high[axis] = value;
      }
    }
    const lengths = low.map((least, axis) => high[axis]! - least);
    return lengths.indexOf(Math.max(...lengths));
  }
}
