import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseFramework, readRegionsCsv } from "reference-regions";
import { afterAll, expect, inject, test } from "vitest";
import { smallCsv, smallFramework } from "../support/backend.js";
import { startBackend } from "../support/backend-process.js";
import { killInUpload } from "../support/kill-in-upload.js";
import { readEvents } from "../support/sockets.js";

const home = mkdtempSync(join(tmpdir(), "backend-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const start = (data: string) =>
  startBackend(fileURLToPath(new URL("main.js", inject("backend"))), join(home, data));

test("a signal ends the process in good order: open jobs are cancelled, their streams end, the file is given back", async () => {
  const { base, end } = await start("signal.db");
  const begun = await fetch(`${base}/tables/eu-nuts2/sensitivity`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ target: "ES21", plan: { sensitivity: { draws: 5_000 } } }),
  });
  const { links } = (await begun.json()) as { links: { events: string } };
  const heard: string[] = [];
  let ended: Promise<number | string> | undefined;
  for await (const { event } of readEvents(`${base}${links.events}`)) {
    heard.push(event);
    if (event === "running") ended ??= end("SIGTERM");
  }
  expect(heard.at(-1)).toBe("cancelled");
  expect(await ended).toBe(0);
  expect(existsSync(join(home, "signal.db.pid"))).toBe(false);
  expect(existsSync(join(home, "signal.db-wal"))).toBe(false);
  await expect(fetch(`${base}/health`)).rejects.toThrow();
});

test("a second process is refused the file that the first one holds", async () => {
  const { end } = await start("held.db");
  await expect(start("held.db")).rejects.toThrow(/expected to have the file alone, but process \d+ holds it/);
  expect(await end("SIGINT")).toBe(0);
});

test("a kill in the middle of uploads leaves nothing half-stored, and loses nothing that was confirmed", async () => {
  const payload = { framework: smallFramework, csv: smallCsv };
  const whole = JSON.stringify(readRegionsCsv(smallCsv, parseFramework(smallFramework)));
  const { found, confirmed, lost, halves } = await killInUpload(() => start("kill.db"), {
    payload,
    whole,
    after: 100,
  });
  expect({ lost, halves }).toEqual({ lost: 0, halves: 0 });
  // At most one more than was confirmed: stored, but the answer did not arrive.
  expect([confirmed, confirmed + 1]).toContain(found);
});
