// A server that answers with what the library answers.
//
//   npm run example:backend
//
// PORT (3000), HOST (127.0.0.1), DATA (a file for tables; default backend-data/tables.db), LOG_LEVEL (warn), CHECK_ANSWERS=1 (development:
// compares every answer with its schema). It has no users and no passwords: put it behind a proxy that has.
import { availableParallelism } from "node:os";
import { defaultLimits } from "./limits.js";
import { buildServer } from "./server.js";
import { openSqliteStorage } from "./sqlite-storage.js";

/** A server that does not come to its end within so many ms after a signal is ended. */
const PATIENCE = 15_000;

const {
  PORT = "3000",
  HOST = "127.0.0.1",
  DATA = "backend-data/tables.db",
  LOG_LEVEL,
  CHECK_ANSWERS,
} = process.env;

async function main(): Promise<void> {
  const threads = Math.max(1, availableParallelism() - 1);
  const { app } = await buildServer({
    storage: openSqliteStorage(DATA, { bytes: defaultLimits.storageBytes }),
    questionWorkers: threads,
    jobWorkers: Math.ceil(threads / 2),
    logLevel: LOG_LEVEL,
    checkAnswers: CHECK_ANSWERS === "1",
  });
  const address = await app.listen({ port: Number(PORT), host: HOST });
  console.log(`Listening on ${address}; what it can be asked: ${address}/openapi.json`);

  const stop = (): void => {
    setTimeout(() => process.exit(1), PATIENCE).unref();
    void app.close();
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
