// Our work on the built package, and beside it the same work in scipy, scikit-learn and pandas where they are installed.
// Runs alternate, so that a busy machine is busy for both; a missed aim is shown and fails nothing.
//
//   npm run bench [-- WORDS]     only the rows whose name has one of the words
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median, medianTime, processTime } from "./measure.js";
import { findPython, type Peer, startPeer } from "./python.js";
import { makeTasks, type Task } from "./tasks.js";

const ROUNDS = 7;

interface Row {
  readonly name: string;
  /** In ms, or in the unit named. */
  readonly ours: number;
  readonly unit?: string;
  readonly aim: Task["aim"] | { readonly below: number };
  readonly theirs: number | null;
  readonly what: string;
}

async function main(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), "reference-regions-bench-"));
  const peer = await startPeer();
  const rows: Row[] = [];
  try {
    for (const task of makeTasks(home)) if (isAsked(task.name)) rows.push(await measure(task, peer));
    if (isAsked("the whole process")) rows.push(measureProcess());
    if (isAsked("all 20 nearest, 100,000")) {
      const like = { factors: 0, spread: "spread as the EU's regions" };
      const hard = { factors: 8, spread: "of 8 equal factors" };
      rows.push(...(await measureLarge({ ...like, threads: 1, megabytes: 600 }, join(home, "like"), null)));
      rows.push(
        ...(await measureLarge(
          { ...like, threads: 2, ratio: 0.35, megabytes: 600 },
          join(home, "like"),
          peer,
        )),
      );
      rows.push(...(await measureLarge({ ...hard, threads: 2 }, join(home, "hard"), peer)));
    }
  } finally {
    peer?.stop();
    rmSync(home, { recursive: true, force: true });
  }
  print(rows, peer !== null);
}

function isAsked(name: string): boolean {
  const words = process.argv.slice(2);
  return words.length === 0 || words.some((word) => name.includes(word));
}

async function measure(task: Task, peer: Peer | null): Promise<Row> {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < (task.rounds ?? ROUNDS); round++) {
    ours.push(await medianTime(task.run, task.runs));
    if (peer === null || task.peer === undefined) continue;
    const { ms, value } = await peer.run(task.peer.task, task.peer.folder, task.runs);
    theirs.push(ms);
    if (task.value !== undefined) checkSame(task, value);
  }
  return {
    name: task.name,
    ours: median(ours),
    aim: task.aim,
    theirs: theirs.length === 0 ? null : median(theirs),
    what: task.peer?.what ?? "",
  };
}

/** A comparison of times means something only between programs that compute the same. */
function checkSame(task: Task, value: number): void {
  const own = task.value!();
  if (Math.abs(own - value) > 1e-9 * Math.abs(value))
    throw new Error(`${task.name}: we compute ${own}, ${task.peer!.what} computes ${value}`);
}

function measureProcess(): Row {
  const python = findPython();
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(processTime(process.execPath, ["dist/examples/find-reference-regions.js"]));
    if (python !== null) theirs.push(processTime(python, ["bench/peer.py"]));
  }
  return {
    name: "the whole process of the example",
    ours: median(ours),
    aim: { ms: 250 },
    theirs: theirs.length === 0 ? null : median(theirs),
    what: "pandas and sklearn, the same job",
  };
}

/** A search of the nearest of 100,000 regions, and what is aimed at. */
interface LargeCase {
  readonly threads: number;
  readonly factors: number;
  readonly spread: string;
  readonly ratio?: number;
  readonly megabytes?: number;
}

/** One round each, as it takes long: our search in a process of its own, then the peer's on the same coordinates. */
async function measureLarge(
  { threads, factors, spread, ratio, megabytes: most }: LargeCase,
  folder: string,
  peer: Peer | null,
): Promise<Row[]> {
  const args = [".bench/large.js", String(threads), String(factors), folder];
  const child = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (child.status !== 0) throw new Error(`bench/large.ts ended with ${child.status}: ${child.stderr}`);
  const { ms, megabytes, value } = JSON.parse(child.stdout) as {
    ms: number;
    megabytes: number;
    value: number;
  };
  const theirs = peer === null ? null : await peer.run("all-nearest", folder, 1);
  if (theirs !== null && Math.abs(theirs.value - value) > 1e-9 * value)
    throw new Error(`all nearest: we compute ${value}, the peer computes ${theirs.value}`);
  const name = `all 20 nearest, 100,000 x 40 ${spread}, ${threads === 1 ? "one thread" : "two threads"}`;
  const memory = most === undefined ? undefined : { below: most };
  return [
    {
      name,
      ours: ms,
      aim: ratio === undefined ? undefined : { ratio },
      theirs: theirs?.ms ?? null,
      what: theirs === null ? "" : "sklearn NearestNeighbors, brute, n_jobs=2",
    },
    { name: `${name}, memory`, ours: megabytes, unit: "MB", aim: memory, theirs: null, what: "" },
  ];
}

function print(rows: readonly Row[], compared: boolean): void {
  const cells = rows.map(({ name, ours, unit, aim, theirs, what }) => {
    const ratio = theirs === null ? null : ours / theirs;
    return [
      name,
      unit === undefined ? time(ours) : `${ours.toFixed(0)} ${unit}`,
      aimText(aim, unit),
      verdict(aim, ours, ratio),
      time(theirs),
      ratio?.toFixed(2) ?? "",
      what,
    ];
  });
  const table = [["work", "ours", "aim", "met", "theirs", "ours / theirs", "what theirs is"], ...cells];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  for (const row of table) {
    const padded = row.map((cell, column) =>
      column === 0 || column === row.length - 1
        ? cell.padEnd(widths[column]!)
        : cell.padStart(widths[column]!),
    );
    console.log(padded.join("  ").trimEnd());
  }
  console.log(`\nMedians of ${ROUNDS} alternating rounds; node ${process.versions.node}.`);
  if (!compared)
    console.log("No Python with scipy, scikit-learn and pandas was found, so nothing is compared.");
}

function time(ms: number | null): string {
  if (ms === null) return "";
  return `${ms < 100 ? ms.toPrecision(3) : ms.toFixed(0)} ms`;
}

function aimText(aim: Row["aim"], unit = ""): string {
  if (aim === undefined) return "";
  if ("below" in aim) return `< ${aim.below} ${unit}`;
  return "ms" in aim ? `< ${aim.ms} ms` : `<= ${aim.ratio} x theirs`;
}

function verdict(aim: Row["aim"], ours: number, ratio: number | null): string {
  if (aim === undefined) return "";
  if ("below" in aim) return ours < aim.below ? "yes" : "no";
  if ("ms" in aim) return ours < aim.ms ? "yes" : "no";
  if (ratio === null) return "?";
  return ratio <= aim.ratio ? "yes" : "no";
}

await main();
