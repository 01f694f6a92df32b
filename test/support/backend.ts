import { readFileSync } from "node:fs";
import { type Framework, parseFramework, type RegionTable, readRegionsCsv } from "reference-regions";
import { inject, onTestFinished } from "vitest";
import { createMemoryStorage } from "../../examples/backend/memory-storage.js";
import { buildServer, type Server, type ServerOptions } from "../../examples/backend/server.js";

/** A server with the built worker, whose every answer is compared with its schema; tables are kept in memory. */
export function openServer(options: Partial<ServerOptions> = {}): Promise<Server> {
  return buildServer({
    storage: createMemoryStorage(),
    worker: new URL("worker.js", inject("backend")),
    checkAnswers: true,
    logLevel: "silent",
    ...options,
  });
}

/** The same for one test, which closes it. */
export async function openServerForTest(options: Partial<ServerOptions> = {}): Promise<Server> {
  const server = await openServer(options);
  onTestFinished(() => server.app.close());
  return server;
}

export const euFramework: Framework = parseFramework(
  JSON.parse(readFileSync("fixtures/eu-nuts2/framework.json", "utf8")),
);
export const euCsv: string = readFileSync("fixtures/eu-nuts2/regions.csv", "utf8");
export const euTable: RegionTable = readRegionsCsv(euCsv, euFramework);

/** A framework of two indicators, for tables of a few lines. */
export const smallFramework = {
  schemaVersion: 1,
  id: "valleys",
  name: "Valleys",
  dimensions: [{ id: "people", name: "People" }],
  indicators: [
    { id: "age", name: "Median age", dimension: "people", role: "structural" },
    { id: "density", name: "Density", dimension: "people", role: "structural" },
    { id: "income", name: "Income", dimension: "people", role: "performance", direction: "higher" },
  ],
} as const;

export const smallCsv =
  "code,name,age,density,income\nA,Upper,44,100,3\nB,Lower,41,110,4\nC,East,52,,5\nD,West,49,700,6\n";
