/**
 * One step of a hierarchy, as in R `hclust`: a negative part is a region by its position from 1, a positive one an earlier merge
 * by its position from 1.
 */
export interface Merge {
  readonly left: number;
  readonly right: number;
  /** How far the two parts are apart, in the unit of the metric; under Ward's linkage in that of its Euclidean distance. */
  readonly height: number;
  /** Regions in the union. */
  readonly size: number;
}

/** Calls `visit` for every merge with the members of its two parts, as positions from 0. */
export function eachMerge(
  merges: readonly Merge[],
  visit: (left: readonly number[], right: readonly number[], height: number) => void,
): void {
  const unions: (readonly number[])[] = [];
  const part = (name: number): readonly number[] => (name < 0 ? [-name - 1] : unions[name - 1]!);
  for (const merge of merges) {
    const [left, right] = [part(merge.left), part(merge.right)];
    visit(left, right, merge.height);
    unions.push([...left, ...right]);
  }
}

/** The group of each of `n` points after the first `count` merges, numbered in the order of their first points. */
export function groupsAfter(merges: readonly Merge[], n: number, count: number): Uint32Array {
  // Points and unions in one list: union t stands at n + t.
  const belongs = Int32Array.from({ length: n + count }, (_, i) => i);
  const place = (name: number): number => (name < 0 ? -name - 1 : n + name - 1);
  for (let t = count - 1; t >= 0; t--) {
    const { left, right } = merges[t]!;
    belongs[place(left)] = belongs[n + t]!;
    belongs[place(right)] = belongs[n + t]!;
  }
  const numbers = new Map<number, number>();
  return Uint32Array.from({ length: n }, (_, i) => {
    const top = belongs[i]!;
    if (!numbers.has(top)) numbers.set(top, numbers.size);
    return numbers.get(top)!;
  });
}

/** The order of the leaves of a drawn tree in which no branches cross: the left part of every merge before the right. */
export function leafOrder(merges: readonly Merge[]): number[] {
  const order: number[] = [];
  const open = [merges.length];
  while (open.length > 0) {
    const name = open.pop()!;
    if (name < 0) order.push(-name - 1);
    else open.push(merges[name - 1]!.right, merges[name - 1]!.left);
  }
  return order;
}

/** The same hierarchy with its points at other positions: point `i` becomes `positions[i]`. */
export function movePoints(merges: readonly Merge[], positions: readonly number[]): Merge[] {
  const move = (name: number): number => (name < 0 ? -(positions[-name - 1]! + 1) : name);
  return merges.map(({ left, right, ...rest }) => {
    const [first, second] = inOrder(move(left), move(right));
    return { left: first, right: second, ...rest };
  });
}

/** R's order of the two parts: a region before a union; of two regions or two unions the one that comes first. */
export function inOrder(a: number, b: number): [left: number, right: number] {
  if (a < 0 && b < 0) return a > b ? [a, b] : [b, a];
  return a < b ? [a, b] : [b, a];
}
