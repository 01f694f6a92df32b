/**
 * The ranks of some places among the first `eligible` (from 1, ties share the lowest; 0 where there is no distance), from the distances
 * by place. Always in the same array.
 */
export function rankSome(
  some: readonly number[],
  eligible: number,
): (distances: Float64Array) => Uint32Array {
  const ranks = new Uint32Array(some.length);
  const sorted = new Float64Array(some.length);
  const passed = new Uint32Array(some.length + 1);
  return (distances) => {
    let known = 0;
    for (const j of some) if (!Number.isNaN(distances[j]!)) sorted[known++] = distances[j]!;
    const ascending = sorted.subarray(0, known).sort();
    const furthest = known === 0 ? -1 : ascending[known - 1]!;
    // How many of the eligible are nearer than each of the ascending, but not than the one before.
    passed.fill(0);
    for (let j = 0; j < eligible; j++)
      if (distances[j]! < furthest) passed[above(ascending, distances[j]!)]!++;
    for (let s = 1; s < known; s++) passed[s]! += passed[s - 1]!;
    some.forEach((j, s) => {
      const distance = distances[j]!;
      ranks[s] = Number.isNaN(distance) ? 0 : passed[below(ascending, distance)]! + 1;
    });
    return ranks;
  };
}

/**
 * The nearest `count` of the first `eligible` places, in no order; ties are cut by `order`. Fewer where fewer have a distance. Always in
 * the same array. The sooner the near ones come, the sooner the rest is turned away.
 */
export function nearestFew(
  eligible: number,
  count: number,
  order: Uint32Array,
): (distances: Float64Array) => Int32Array {
  const far = new Float64Array(count);
  const who = new Int32Array(count);
  return (distances) => {
    let size = 0;
    let j = 0;
    for (; j < eligible && size < count; j++) {
      const distance = distances[j]!;
      if (Number.isNaN(distance)) continue;
      far[size] = distance;
      who[size++] = j;
    }
    if (size < count) return who.subarray(0, size);
    let last = lastOf(far, who);
    let worst = far[last]!;
    for (; j < eligible; j++) {
      const distance = distances[j]!;
      // So is one without a distance.
      if (!(distance <= worst) || (distance === worst && order[who[last]!]! < order[j]!)) continue;
      far[last] = distance;
      who[last] = j;
      last = lastOf(far, who);
      worst = far[last]!;
    }
    return who;
  };

  /** Where the furthest stands; of those at the same distance, the last in order. */
  function lastOf(far: Float64Array, who: Int32Array): number {
    let last = 0;
    let worst = far[0]!;
    for (let at = 1; at < far.length; at++) {
      const distance = far[at]!;
      if (distance > worst || (distance === worst && order[who[at]!]! > order[who[last]!]!)) {
        last = at;
        worst = distance;
      }
    }
    return last;
  }
}

/** How many values are below. */
function below(ascending: Float64Array, value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many values are below or equal. */
function above(ascending: Float64Array, value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
