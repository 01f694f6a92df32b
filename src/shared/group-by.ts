/** The positions 0..n-1 by the group that each belongs to, groups in order of first appearance. */
export function groupBy<K>(n: number, groupOf: (position: number) => K): Map<K, number[]> {
  const groups = new Map<K, number[]>();
  for (let i = 0; i < n; i++) {
    const key = groupOf(i);
    const members = groups.get(key);
    if (members === undefined) groups.set(key, [i]);
    else members.push(i);
  }
  return groups;
}
