import type { Storage, TableEntry } from "./storage.js";

/** Tables in memory, gone when the process ends. */
export function createMemoryStorage(): Storage {
  const tables = new Map<string, { readonly entry: TableEntry; readonly document: string }>();
  return {
    list: async () => [...tables.values()].map(({ entry }) => entry),
    find: async (id) => tables.get(id)?.entry ?? null,
    read: async (id) => tables.get(id)?.document ?? null,
    add: async (entry, document) => void tables.set(entry.id, { entry, document }),
    remove: async (id) => tables.delete(id),
    close: async () => tables.clear(),
  };
}
