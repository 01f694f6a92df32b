// How much the backend bears: load, hostile input, random requests, kills in the middle of uploads, a full disk. Run: npm run bench:backend
// SECONDS (60) of load, REQUESTS (100000) at random, SEED (1), KILLS (5) of the server, and four times as many of a process that only stores.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSpace, clusterRegions, parseFramework, prepare, readRegionsCsv } from "reference-regions";
import { createMemoryStorage } from "../../examples/backend/memory-storage.js";
import { buildServer } from "../../examples/backend/server.js";
import { startBackend } from "../../test/support/backend-process.js";
import { killInUpload } from "../../test/support/kill-in-upload.js";
import { sendRandomRequests } from "../../test/support/random-requests.js";
import { runFullDisk } from "./full-disk.js";
import { type Outcome, runHostile } from "./hostile.js";
import { runLoad } from "./load.js";
import { runStorageKills } from "./storage-kills.js";

const { SECONDS = "60", REQUESTS = "100000", SEED = "1", KILLS = "5" } = process.env;
const CONNECTIONS = 50;
/** By so much the heap may have changed. */
const FLAT = 0.1;

const built = new URL("../../dist/backend/", import.meta.url);
const worker = new URL("worker.js", built);
const text = (name: string): string => readFileSync(`fixtures/eu-nuts2/${name}`, "utf8");
const payload = { framework: JSON.parse(text("framework.json")), csv: text("regions.csv") };
const table = readRegionsCsv(payload.csv, parseFramework(payload.framework));
const space = buildSpace(prepare(table));
/** All regions but those with too few figures for a list, which are rightly answered with 422. */
const targets = Object.keys(clusterRegions(space, { method: "ward", k: 2 }).labels);
const home = mkdtempSync(join(tmpdir(), "bench-backend-"));
let failures = 0;

function say({ name, came, good }: Outcome): void {
  if (!good) failures++;
  console.log(`${name.padEnd(52)} ${came}${good ? "" : "   <- not as it should be"}`);
}

async function load(): Promise<void> {
  const found = await runLoad(Number(SECONDS), CONNECTIONS, targets);
  console.log(
    `Load: ${found.seconds} s, ${found.connections} connections, reference regions of ${targets.length} regions in turn`,
  );
  say({
    name: "requests, errors",
    came: `${found.requests}, ${found.errors}`,
    good: found.errors === 0 && found.requests > 0,
  });
  say({ name: "requests a second", came: found.perSecond.toFixed(0), good: true });
  say({ name: "p50, p99", came: `${found.p50} ms, ${found.p99} ms`, good: true });
  found.before.forEach((before, i) => {
    const after = found.after[i]!;
    const change = after / before - 1;
    const thread = ["server", "worker for questions", "worker for jobs"][i];
    say({
      name: `heap of the ${thread} before, after`,
      came: `${before.toFixed(1)} MB, ${after.toFixed(1)} MB (${(100 * change).toFixed(1)} %)`,
      good: change <= FLAT,
    });
  });
}

async function fuzz(): Promise<void> {
  const { app } = await buildServer({
    storage: createMemoryStorage(),
    worker,
    checkAnswers: true,
    limits: { draws: 5 },
    logLevel: "silent",
  });
  const start = performance.now();
  const { requests, statuses, faults } = await sendRandomRequests(app, {
    count: Number(REQUESTS),
    seed: Number(SEED),
  });
  const alive = (await app.inject("/tables/eu-nuts2/pair?a=ES21&b=ES12")).statusCode;
  await app.close();
  console.log(
    `\nRandom requests: ${requests} of seed ${SEED}, in ${Math.round((performance.now() - start) / 1000)} s`,
  );
  const counts = Object.entries(statuses).map(([status, count]) => `${status} x ${count}`);
  say({ name: "answers", came: counts.join(", "), good: true });
  say({
    name: "500, or a form that is not foreseen",
    came: String(faults.length),
    good: faults.length === 0,
  });
  for (const fault of faults.slice(0, 5)) console.log(JSON.stringify(fault).slice(0, 1_000));
  say({ name: "a question afterwards", came: String(alive), good: alive === 200 });
}

async function kills(): Promise<void> {
  console.log("\nkill -9 in the middle of uploads, then a restart");
  const whole = JSON.stringify(table);
  for (let i = 0; i < Number(KILLS); i++) {
    const start = () => startBackend(fileURLToPath(new URL("main.js", built)), join(home, `kill-${i}.db`));
    const { confirmed, found, lost, halves } = await killInUpload(start, {
      payload,
      whole,
      after: 100 + 130 * i,
    });
    say({
      name: `after ${100 + 130 * i} ms`,
      came: `${confirmed} confirmed, ${found} found, ${lost} lost, ${halves} half-stored`,
      good: lost === 0 && halves === 0,
    });
  }
}

try {
  await load();
  console.log("\nHostile input, to every route that takes a body unless said otherwise");
  for (const outcome of await runHostile(createMemoryStorage(), worker)) say(outcome);
  await fuzz();
  await kills();
  say(await runStorageKills(home, 4 * Number(KILLS)));
  console.log("\nNo room");
  for (const outcome of await runFullDisk(home, worker, payload)) say(outcome);
} finally {
  rmSync(home, { recursive: true, force: true });
}
console.log(failures === 0 ? "\nAll as it should be." : `\n${failures} not as they should be.`);
process.exitCode = failures === 0 ? 0 : 1;
