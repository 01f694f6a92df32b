/**
 * Weights by which indicators that say the same share one voice: branch lengths in the tree of their correlations, as protein
 * sequences are weighted (Gerstein, Sonnhammer and Chothia 1994, J. Mol. Biol. 236, 1067-1078).
 *
 * Distance is 1 - |r|; the tree joins the two nearest groups, the distance to a joined group being the mean of its two halves
 * (WPGMA), so that a column given twice leaves the rest of the tree as it was. From the leaves up, the branch above each group is
 * shared among its members in proportion to the weights that they have so far, equally while these are all 0.
 */
export function redundancyWeights(correlations: readonly (readonly number[])[]): number[] {
  interface Group {
    readonly members: readonly number[];
    readonly height: number;
  }
  const weights = correlations.map(() => 0);
  const share = ({ members, height }: Group, upTo: number): void => {
    const branch = upTo - height;
    const total = members.reduce((sum, k) => sum + weights[k]!, 0);
    for (const k of members)
      weights[k]! += total > 0 ? (branch * weights[k]!) / total : branch / members.length;
  };
  const groups = new Map<number, Group>(correlations.map((_, k) => [k, { members: [k], height: 0 }]));
  const distances = correlations.map((row) => row.map((r) => 1 - Math.abs(r)));
  while (groups.size > 1) {
    const [a, b] = nearestPair([...groups.keys()], distances);
    const [left, right] = [groups.get(a)!, groups.get(b)!];
    const height = Math.max(distances[a]![b]!, left.height, right.height);
    share(left, height);
    share(right, height);
    groups.delete(b);
    groups.set(a, { members: [...left.members, ...right.members], height });
    for (const other of groups.keys()) {
      const joined = (distances[a]![other]! + distances[b]![other]!) / 2;
      distances[a]![other] = joined;
      distances[other]![a] = joined;
    }
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (total > 0 ? weight / total : 1 / weights.length));
}

function nearestPair(keys: readonly number[], distances: readonly (readonly number[])[]): [number, number] {
  let best: [number, number] = [keys[0]!, keys[1]!];
  for (const [i, a] of keys.entries()) {
    for (const b of keys.slice(i + 1)) if (distances[a]![b]! < distances[best[0]]![best[1]]!) best = [a, b];
  }
  return best;
}
