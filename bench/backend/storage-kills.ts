import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { openSqliteStorage } from "../../examples/backend/sqlite-storage.js";
import type { Outcome } from "./hostile.js";

/** A document of 200 kB that its id decides, so that half of one is told from a whole. */
export function documentOf(id: string): string {
  return JSON.stringify({ id, text: id.repeat(5_500) });
}

/** Kills a process that does nothing but store, many times, on one and the same file: most kills come in the middle of a transaction. */
export async function runStorageKills(home: string, kills: number): Promise<Outcome> {
  const file = join(home, "writer.db");
  const confirmed = new Set<string>();
  const sum = { found: 0, lost: 0, halves: 0 };
  for (let i = 0; i < kills; i++) {
    const writer = fork(new URL("writer.js", import.meta.url), [file]);
    const ended = once(writer, "exit");
    writer.on("message", (id) => confirmed.add(String(id)));
    await once(writer, "message");
    await new Promise((resolve) => setTimeout(resolve, 100 + 15 * i));
    writer.kill("SIGKILL");
    await ended;
    const storage = openSqliteStorage(file, { bytes: 1e9 });
    const found = (await storage.list()).map(({ id }) => id);
    for (const id of found) if ((await storage.read(id)) !== documentOf(id)) sum.halves++;
    // What was to be removed may be there or not: the kill may have come before.
    sum.lost += [...confirmed].filter((id) => id >= "8" && !found.includes(id)).length;
    sum.found = found.length;
    await storage.close();
  }
  return {
    name: `${kills} kills of a process that only stores`,
    came: `${confirmed.size} confirmed, ${sum.found} kept and found, ${sum.lost} lost, ${sum.halves} half-stored`,
    good: confirmed.size > kills && sum.lost === 0 && sum.halves === 0,
  };
}
