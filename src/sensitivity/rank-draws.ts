/** Ranks the eligible regions of one variant. */
export interface Ranking {
  /** By region: its rank from 1, ties share the lowest; 0 where it has none. */
  readonly ranks: Uint32Array;
  /** By region: 1 where it is among the first `count`, ties cut by the order of ids. */
  readonly listed: Uint8Array;
}

/** Ranks regions by distance again and again, in the same arrays. `order[j]` is the place of region j by id; others than the eligible have no rank. */
export function ranker(
  eligible: readonly number[],
  order: ArrayLike<number>,
  n: number,
  count: number,
): (distances: Float64Array) => Ranking {
  const ranks = new Uint32Array(n);
  const listed = new Uint8Array(n);
  const sorted = new Float64Array(eligible.length);
  return (distances) => {
    ranks.fill(0);
    listed.fill(0);
    let known = 0;
    for (const j of eligible) if (!Number.isNaN(distances[j]!)) sorted[known++] = distances[j]!;
    const ascending = sorted.subarray(0, known).sort();
    const last = known === 0 ? -1 : ascending[Math.min(count, known) - 1]!;
    const tied: number[] = [];
    let room = count;
    for (const j of eligible) {
      const distance = distances[j]!;
      if (Number.isNaN(distance)) continue;
      ranks[j] = below(ascending, distance) + 1;
      if (distance < last) {
        listed[j] = 1;
        room--;
      } else if (distance === last) tied.push(j);
    }
    tied.sort((a, b) => order[a]! - order[b]!);
    for (const j of tied.slice(0, Math.max(0, room))) listed[j] = 1;
    return { ranks, listed };
  };
}

/** The rank of one region: 1 and how many eligible regions are nearer; behind all of them where it has no distance. */
export function rankOf(j: number, distances: Float64Array, eligible: readonly number[]): number {
  const distance = distances[j]!;
  if (Number.isNaN(distance)) return eligible.length;
  let nearer = 0;
  for (const i of eligible) if (distances[i]! < distance) nearer++;
  return nearer + 1;
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
