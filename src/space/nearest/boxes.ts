import type { LongTask } from "../../shared/long-task.js";
import type { Metric } from "../metrics.js";
import type { Points } from "../points.js";
import { cutIntoBoxes, LARGEST } from "./box-cuts.js";
import { openSieve, type Sieve } from "./sieve.js";
import {
  BLOCK,
  type BoxOfPoints,
  boxSize,
  putPoint,
  putSides,
  querySize,
  SPARE,
  sidesSize,
  tailOf,
} from "./sieve-layout.js";
import { turnPoints } from "./turned-points.js";

/** So many points are asked for at once: what lies in the cache for one of them serves the others too. */
export const TOGETHER = 16;

/**
 * Points sorted into boxes by their places along the leading principal axes (the leaves of a k-d tree). Coordinates are counted in
 * units: enough to turn a point away for certain.
 */
export interface Boxes {
  readonly count: number;
  /** Coordinates that a point has. */
  readonly q: number;
  /** By place: the point, and the box that holds it. */
  readonly points: Int32Array;
  readonly boxOf: Int32Array;
  /** The points of box b stand at places `from[b]` to `from[b + 1] - 1`. */
  readonly from: Int32Array;
  /** By box: its points in the sieve. */
  readonly boxes: readonly BoxOfPoints[];
  readonly sieve: Sieve;
  /** Where in the sieve the sides of the boxes stand, along the first axes. */
  readonly sides: number;
  /** Behind them room for `TOGETHER` queries, for the gaps between these and all boxes, and for what is found in a box. */
  readonly queryAt: (k: number) => number;
  readonly gapsAt: (k: number) => number;
  readonly found: number;
  /** Units in 1; 0 where the coordinates are too small to tell. */
  readonly units: number;
  /** The largest of the coordinates that were given: points far from 0 were rounded there. */
  readonly given: number;
}

/** Turns points without a missing coordinate to the principal axes of a Euclidean metric, and packs them into boxes. */
export function* packBoxes(given: Points, metric: Metric): LongTask<Boxes> {
  const turned = yield* turnPoints(given, metric);
  const { n, q, values } = turned;
  const { points, starts } = yield* cutIntoBoxes(turned);
  const count = starts.length - 1;
  const from = Int32Array.from(starts);
  const boxOf = new Int32Array(n);
  const tail = tailOf(q);
  const boxes: BoxOfPoints[] = [];
  let sides = 0;
  for (let box = 0; box < count; box++) {
    boxOf.fill(box, from[box]!, from[box + 1]!);
    const blocks = Math.ceil((from[box + 1]! - from[box]!) / BLOCK);
    boxes.push({ start: sides, blocks, tail });
    sides += boxSize(blocks, tail);
  }
  const queries = sides + sidesSize(count);
  const gaps = queries + TOGETHER * querySize(tail);
  const gapsSize = 16 * Math.ceil(count / 4);
  const found = gaps + TOGETHER * gapsSize + SPARE;
  const sieve = openSieve(found + 8 * LARGEST);
  const outside = new Float32Array(q).fill(Infinity);
  for (let box = 0; box < count; box++) {
    const { start, blocks } = boxes[box]!;
    const size = from[box + 1]! - from[box]!;
    for (let k = 0; k < blocks * BLOCK; k++) {
      // The last block is filled up with points that are as far out as they can be.
      const row = k < size ? points[from[box]! + k]! * q : -1;
      putPoint(sieve, boxes[box]!, k, row < 0 ? outside : values.subarray(row, row + q));
    }
    putSides(sieve, start, size, sides, box);
    if (box % 16 === 0) yield;
  }
  return {
    count,
    q,
    points,
    boxOf,
    from,
    boxes,
    sieve,
    sides,
    queryAt: (k) => queries + k * querySize(tail),
    gapsAt: (k) => gaps + k * gapsSize,
    found,
    units: turned.units,
    given: turned.given,
  };
}

/** The places of the points that are wanted, at most `TOGETHER` of one box each time: box after box, so that neighbours look at the same places. */
export function* placesTogether(
  { count, from, points }: Boxes,
  isWanted: (point: number) => boolean,
): Generator<number[]> {
  for (let box = 0; box < count; box++) {
    let places: number[] = [];
    for (let place = from[box]!; place < from[box + 1]!; place++) {
      if (!isWanted(points[place]!)) continue;
      if (places.length === TOGETHER) {
        yield places;
        places = [];
      }
      places.push(place);
    }
    if (places.length > 0) yield places;
  }
}
