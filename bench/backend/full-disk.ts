import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { buildServer } from "../../examples/backend/server.js";
import { openSqliteStorage } from "../../examples/backend/sqlite-storage.js";
import type { Outcome } from "./hostile.js";

/** Uploads until there is no room: on a disk of 2 MB where one can be mounted, and within a limit of SQLite. */
export async function runFullDisk(home: string, worker: URL, payload: object): Promise<readonly Outcome[]> {
  const limited = await fill(join(home, "limited.db"), 2_000_000, worker, payload);
  const disk = join(home, "disk");
  try {
    execFileSync("mkdir", ["-p", disk]);
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", disk], { stdio: "ignore" });
  } catch {
    return [
      { name: "full storage (limit of 2 MB)", ...limited },
      { name: "full disk", came: "not tried: no disk can be mounted here", good: true },
    ];
  }
  try {
    const full = await fill(join(disk, "tables.db"), 1e9, worker, payload);
    return [
      { name: "full storage (limit of 2 MB)", ...limited },
      { name: "full disk (2 MB)", ...full },
    ];
  } finally {
    execFileSync("umount", [disk]);
  }
}

async function fill(
  file: string,
  bytes: number,
  worker: URL,
  payload: object,
): Promise<Omit<Outcome, "name">> {
  const { app } = await buildServer({
    storage: openSqliteStorage(file, { bytes }),
    worker,
    logLevel: "silent",
  });
  const stored: string[] = [];
  let refused = 0;
  for (let i = 0; i < 60 && refused < 5; i++) {
    const answer = await app.inject({ method: "POST", url: "/tables", payload });
    if (answer.statusCode === 201) stored.push(answer.json().id);
    else if (answer.statusCode === 507) refused++;
    else throw new Error(`expected 201 or 507, got ${answer.statusCode}`);
  }
  const documents = await Promise.all(
    stored.map(async (id) => (await app.inject(`/tables/${id}/data`)).body),
  );
  const listed = (await app.inject("/tables")).json().length - 2;
  await app.close();
  const again = openSqliteStorage(file, { bytes });
  const after = (await again.list()).length;
  await again.close();
  const whole = new Set(documents).size <= 1;
  return {
    came: `201 x ${stored.length}, then 507 x ${refused}; ${listed} stored and whole, ${after} after a restart`,
    good: refused > 0 && stored.length > 0 && whole && listed === stored.length && after === listed,
  };
}
