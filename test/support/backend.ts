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

export { smallCsv, smallFramework } from "./small-table.js";
