// The backend in a process of its own, for the bench: it says over the channel to its parent how much of its heaps is in use.
import { createMemoryStorage } from "../../examples/backend/memory-storage.js";
import { buildServer } from "../../examples/backend/server.js";

const worker = new URL("../../dist/backend/worker.js", import.meta.url);
const { app, pools } = await buildServer({ storage: createMemoryStorage(), worker });
const base = await app.listen({ port: 0, host: "127.0.0.1" });
process.send!({ base });
process.on("message", async () => {
  (globalThis as { gc?: () => void }).gc?.();
  const ofWorkers = [
    ...(await pools.questions.runOnAll({ kind: "heap" })),
    ...(await pools.jobs.runOnAll({ kind: "heap" })),
  ];
  process.send!({ heaps: [process.memoryUsage().heapUsed, ...ofWorkers.map(({ text }) => Number(text))] });
});
process.on("disconnect", () => process.exit());
