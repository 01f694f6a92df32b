// Our work on the built package, and beside it the same work in scipy, scikit-learn and pandas where they are installed.
// Runs alternate, so that a busy machine is busy for both; a missed aim is shown and fails nothing.
//
//   npm run bench
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median, medianTime, processTime } from "./measure.js";
import { findPython, type Peer, startPeer } from "./python.js";
import { makeTasks, type Task } from "./tasks.js";

const ROUNDS = 7;

interface Row {
  readonly name: string;
  readonly ours: number;
  readonly aim: Task["aim"];
  readonly theirs: number | null;
  readonly what: string;
}

async function main(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), "reference-regions-bench-"));
  const peer = await startPeer();
  const rows: Row[] = [];
  try {
    for (const task of makeTasks(home)) rows.push(await measure(task, peer));
    rows.push(measureProcess());
  } finally {
    peer?.stop();
    rmSync(home, { recursive: true, force: true });
  }
  print(rows, peer !== null);
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

function print(rows: readonly Row[], compared: boolean): void {
  const cells = rows.map(({ name, ours, aim, theirs, what }) => {
    const ratio = theirs === null ? null : ours / theirs;
    return [
      name,
      time(ours),
      aimText(aim),
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

function aimText(aim: Task["aim"]): string {
  if (aim === undefined) return "";
  return "ms" in aim ? `< ${aim.ms} ms` : `<= ${aim.ratio.toFixed(1)} x theirs`;
}

function verdict(aim: Task["aim"], ours: number, ratio: number | null): string {
  if (aim === undefined) return "";
  if ("ms" in aim) return ours < aim.ms ? "yes" : "no";
  if (ratio === null) return "?";
  return ratio <= aim.ratio ? "yes" : "no";
}

await main();
