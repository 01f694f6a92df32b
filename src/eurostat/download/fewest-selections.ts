import type { Wanted } from "./query.js";

/**
 * The fewest selections that together name exactly the cells that the given ones name. Two become one where one holds the other, or where
 * they differ in the codes of a single dimension. Others stay apart, for the cross of their codes has cells that nobody asked for: in a
 * large table two small requests are far less than the one that holds both.
 */
export function fewestSelections(selections: readonly Wanted[]): Wanted[] {
  return selections.reduce<Wanted[]>(add, []);
}

/** A selection that grew may join another in turn; the list gets shorter each time, so this ends. */
function add(list: readonly Wanted[], one: Wanted): Wanted[] {
  for (const [i, other] of list.entries()) {
    const joined = join(other, one);
    if (joined !== null) return add([...list.slice(0, i), ...list.slice(i + 1)], joined);
  }
  return [...list, one];
}

function join(a: Wanted, b: Wanted): Wanted | null {
  if (holds(a, b)) return a;
  if (holds(b, a)) return b;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length || !names.every((name) => Object.hasOwn(b, name))) return null;
  const different = names.filter((name) => a[name]!.join() !== b[name]!.join());
  if (different.length !== 1) return null;
  const name = different[0]!;
  return { ...a, [name]: [...new Set([...a[name]!, ...b[name]!])].sort() };
}

/** Whether every cell of `inner` is one of `outer`: a dimension that `outer` does not name is there with all its codes. */
function holds(outer: Wanted, inner: Wanted): boolean {
  return Object.entries(outer).every(
    ([name, codes]) => Object.hasOwn(inner, name) && inner[name]!.every((code) => codes.includes(code)),
  );
}
