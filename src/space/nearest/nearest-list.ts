/** The nearest few of the points offered so far; of equally near ones those that come first. */
export interface NearestList {
  /** How far the last one is; Infinity while there is room. */
  worst(): number;
  /** Says whether the point is in the list now. */
  offer(distance: number, point: number): boolean;
  /** Writes points and distances, nearest first, from `at` on, and empties the list. */
  moveTo(points: Int32Array, distances: Float64Array, at: number): void;
}

/** A list of at most `count`; `comesFirst` says which of two points that are equally near. */
export function nearestList(count: number, comesFirst: (a: number, b: number) => boolean): NearestList {
  // A heap with the furthest on top.
  const far = new Float64Array(count);
  const who = new Int32Array(count);
  let size = 0;
  const isBefore = (distance: number, point: number, at: number): boolean =>
    distance < far[at]! || (distance === far[at] && comesFirst(point, who[at]!));
  const sink = (distance: number, point: number, end: number): void => {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= end) break;
      if (child + 1 < end && isBefore(far[child]!, who[child]!, child + 1)) child++;
      if (!isBefore(distance, point, child)) break;
      far[at] = far[child]!;
      who[at] = who[child]!;
      at = child;
    }
    far[at] = distance;
    who[at] = point;
  };
  return {
    worst: () => (size < count ? Infinity : far[0]!),
    offer(distance, point) {
      if (size === count) {
        if (!isBefore(distance, point, 0)) return false;
        sink(distance, point, size);
        return true;
      }
      let at = size++;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (isBefore(distance, point, parent)) break;
        far[at] = far[parent]!;
        who[at] = who[parent]!;
        at = parent;
      }
      far[at] = distance;
      who[at] = point;
      return true;
    },
    moveTo(points, distances, at) {
      for (let end = size - 1; end >= 0; end--) {
        points[at + end] = who[0]!;
        distances[at + end] = far[0]!;
        sink(far[end]!, who[end]!, end);
      }
      size = 0;
    },
  };
}
