import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parseFramework, readRegionsCsv } from "reference-regions";
import type { Storage, TableEntry } from "./storage.js";

const { resolve } = createRequire(import.meta.url);

/** A storage with the tables that come with the library in front of it: always there, and nobody's to remove. */
export function withBundledTables(storage: Storage): Storage {
  const bundled = new Map(["eu-nuts2", "eaeu"].map((id) => [id, readBundled(id)]));
  return {
    ...storage,
    list: async () => [...[...bundled.values()].map(({ entry }) => entry), ...(await storage.list())],
    find: async (id) => bundled.get(id)?.entry ?? storage.find(id),
    read: async (id) => bundled.get(id)?.document ?? storage.read(id),
  };
}

function readBundled(id: string): { readonly entry: TableEntry; readonly document: string } {
  const text = (name: string): string =>
    readFileSync(resolve(`reference-regions/fixtures/${id}/${name}`), "utf8");
  const framework = parseFramework(JSON.parse(text("framework.json")));
  const table = readRegionsCsv(text("regions.csv"), framework);
  const { name, indicators } = framework;
  const sizes = { regions: table.regions.length, indicators: indicators.length };
  return {
    entry: { id, name, ...sizes, readOnly: true, created: null },
    document: JSON.stringify(table),
  };
}
