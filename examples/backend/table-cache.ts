import {
  buildSpace,
  type Plan,
  prepare,
  type RegionTable,
  type StructuralSpace,
  weigh,
} from "reference-regions";

/** What was used last is kept, so many of them. */
export function createCache<T>(size: number): {
  get(key: string): T | undefined;
  set(key: string, value: T): T;
} {
  const kept = new Map<string, T>();
  return {
    get(key) {
      const value = kept.get(key);
      if (value !== undefined) {
        kept.delete(key);
        kept.set(key, value);
      }
      return value;
    },
    set(key, value) {
      kept.delete(key);
      kept.set(key, value);
      if (kept.size > size) kept.delete(kept.keys().next().value!);
      return value;
    },
  };
}

/** Tables and their spaces, kept from one question to the next: the space of a table and a plan is built once. */
export interface Tables {
  table(id: string): Promise<RegionTable>;
  space(id: string, plan: Plan): Promise<StructuralSpace>;
}

export function createTables(fetch: (id: string) => Promise<string>): Tables {
  const tables = createCache<RegionTable>(8);
  const spaces = createCache<StructuralSpace>(16);
  const table = async (id: string): Promise<RegionTable> =>
    tables.get(id) ?? tables.set(id, JSON.parse(await fetch(id)) as RegionTable);
  return {
    table,
    async space(id, plan) {
      const key = JSON.stringify([id, plan.prepare, plan.weigh, plan.space]);
      const kept = spaces.get(key);
      if (kept !== undefined) return kept;
      const prepared = prepare(await table(id), plan.prepare);
      return spaces.set(key, buildSpace(prepared, { ...plan.space, weights: weigh(prepared, plan.weigh) }));
    },
  };
}
