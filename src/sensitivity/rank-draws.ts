/** The ranks of some regions among the eligible, from 1, ties share the lowest; 0 where there is no distance. Always in the same array. */
export function rankSome(
  some: readonly number[],
  eligible: readonly number[],
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
    for (const j of eligible) if (distances[j]! < furthest) passed[above(ascending, distances[j]!)]!++;
    for (let s = 1; s < known; s++) passed[s]! += passed[s - 1]!;
    some.forEach((j, s) => {
      const distance = distances[j]!;
      ranks[s] = Number.isNaN(distance) ? 0 : passed[below(ascending, distance)]! + 1;
    });
    return ranks;
  };
}

/**
 * The nearest `count` of the eligible regions, nearest first; ties are cut by the order in which the eligible stand. Fewer where
 * fewer have a distance. Always in the same array. Regions are looked at in the order of the distances `about`: the better that
 * foretells theirs, the sooner the rest is turned away.
 */
export function nearestFew(
  eligible: readonly number[],
  count: number,
  about: Float64Array,
): (distances: Float64Array) => Int32Array {
  const far = new Float64Array(count);
  const who = new Int32Array(count);
  const place = new Uint32Array(about.length);
  eligible.forEach((j, at) => {
    place[j] = at;
  });
  const guess = (j: number): number => (Number.isNaN(about[j]!) ? Infinity : about[j]!);
  const looked = Int32Array.from(eligible).sort((a, b) => guess(a) - guess(b) || 0);
  return (distances) => {
    let size = 0;
    let worst = Infinity;
    for (let e = 0; e < looked.length; e++) {
      const j = looked[e]!;
      const distance = distances[j]!;
      // So is one without a distance.
      if (!(distance <= worst) || (distance === worst && isBefore(who[count - 1]!, j))) continue;
      let at = size < count ? size++ : count - 1;
      for (; at > 0 && far[at - 1]! >= distance; at--) {
        if (far[at - 1] === distance && isBefore(who[at - 1]!, j)) break;
        far[at] = far[at - 1]!;
        who[at] = who[at - 1]!;
      }
      far[at] = distance;
      who[at] = j;
      if (size === count) worst = far[count - 1]!;
    }
    return who.subarray(0, size);
  };

  function isBefore(a: number, b: number): boolean {
    return place[a]! < place[b]!;
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
