// Stores tables one after another, as fast as it can, and says the id of each that is stored; to be killed. Run by the bench.
import { randomUUID } from "node:crypto";
import { openSqliteStorage } from "../../examples/backend/sqlite-storage.js";
import { documentOf } from "./storage-kills.js";

const storage = openSqliteStorage(process.argv[2]!, { bytes: 1e9 });
for (;;) {
  const id = randomUUID();
  const entry = {
    id,
    name: id,
    regions: 1,
    indicators: 1,
    readOnly: false,
    created: "2026-01-01T00:00:00.000Z",
  };
  await storage.add(entry, documentOf(id));
  process.send!(id);
  // The removal of every other one makes pages that are written again.
  if (id < "8") await storage.remove(id);
  await new Promise((resolve) => setImmediate(resolve));
}
