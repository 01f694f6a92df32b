/** Compares ids by their code units: the same order on every machine and in every language. */
export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * True for names that JavaScript gives a meaning of its own on every object (`__proto__`, `constructor`, `toString`, ...).
 * Ids become keys of plain objects in our results, so such an id is refused where it enters.
 */
export function isReservedName(name: string): boolean {
  return name in Object.prototype || name === "prototype";
}

/** What an error says of a reserved name. */
export function reservedNameSentence(name: string, use: string): string {
  return `expected ${use}, got "${name}", which JavaScript reserves on every object. Rename it.`;
}

/** An object of values by key; every key is an own property, whatever its name. */
export function byKey<T, V>(
  items: readonly T[],
  key: (item: T) => string,
  value: (item: T, index: number) => V,
): { [key: string]: V } {
  return Object.fromEntries(items.map((item, index) => [key(item), value(item, index)]));
}

const positions = new WeakMap<readonly { readonly id: string }[], ReadonlyMap<string, number>>();

/** The position of each id in a list that does not change; made once per list. */
export function positionsOf(list: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  let map = positions.get(list);
  if (map === undefined) {
    map = new Map(list.map((item, index) => [item.id, index]));
    positions.set(list, map);
  }
  return map;
}
