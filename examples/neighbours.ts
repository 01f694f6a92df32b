// The nearest regions of all regions at once, on worker threads, and what they look like as a graph: hubs that stand in everybody's list,
// regions that stand in nobody's, and pairs that name each other.
//
//   npm run example:neighbours -- [--count N] [--workers N] [--data FILE.csv --framework FILE.json]

import { parseArgs } from "node:util";
import { isMainThread } from "node:worker_threads";
import { buildSpace, neighbourGraph, prepare, textIn } from "reference-regions";
import { findNearestInWorkers } from "./shared/nearest-in-workers.js";
import { cell, percent, printCredits, printNotes } from "./shared/print.js";
import { tableOfFlags } from "./shared/table-of-flags.js";

async function main(): Promise<void> {
  const { values: flags } = parseArgs({
    options: {
      count: { type: "string", default: "10" },
      workers: { type: "string" },
      data: { type: "string" },
      framework: { type: "string" },
    },
  });
  const { table, framework } = tableOfFlags(flags);
  const space = buildSpace(prepare(table));
  const nearest = await findNearestInWorkers(space, Number(flags.count), {
    ...(flags.workers === undefined ? {} : { workers: Number(flags.workers) }),
    onProgress: ({ done, total }) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${total} regions searched`);
    },
  });
  if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
  const { hubs, isolated, mutual, reciprocity, skewness, notes } = neighbourGraph(nearest);
  const nameOf = new Map(space.regions.map(({ id, name }) => [id, `${id}  ${textIn(name)}`]));
  console.log(`The ${nearest.count} nearest regions of each of ${space.n} regions`);
  console.log(`Data: ${textIn(framework.name)}; metric ${space.metric}; search: ${nearest.search}`);
  console.log(
    `\n${mutual.length} pairs name each other (${percent(reciprocity)} of all entries); skewness of how often a region is named: ${skewness?.toFixed(2) ?? "-"}`,
  );
  console.log("\nNamed most often");
  for (const { id, inDegree } of hubs.slice(0, 10))
    console.log(`  ${cell(nameOf.get(id)!, 44)} in ${inDegree} lists`);
  if (hubs.length === 0) console.log("  none stands in more than twice as many lists as a list is long");
  console.log(`\nNamed by nobody: ${isolated.length === 0 ? "none" : ""}`);
  for (const id of isolated) console.log(`  ${nameOf.get(id)!}`);
  printNotes(notes);
  printCredits(framework);
}

if (isMainThread)
  main().catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
