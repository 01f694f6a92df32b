// The nearest 20 regions of each of 100,000 in a process of its own: prints how long the search took (ms), the most memory that the
// process held (MB), and the sum of all distances. Arguments: on how many threads, how many hidden factors move the indicators (0: spread as the axes of the
// bundled EU regions), and the folder in which the coordinates are left for the peer to read.
import { isMainThread } from "node:worker_threads";
import { findNearestSync, type StructuralSpace } from "reference-regions";
import { findNearestInWorkers } from "../examples/shared/nearest-in-workers.js";
import { makeTable } from "./data.js";
import { save, spaceOf } from "./space.js";

async function main(): Promise<void> {
  const [, , threads, factors, folder] = process.argv;
  const space = withoutTables(spaceOf(makeTable(100_000, 40, Number(factors))));
  save(folder!, space);
  const start = performance.now();
  const workers = Number(threads);
  const { distances } =
    workers === 1
      ? findNearestSync(space, { count: 20 })
      : await findNearestInWorkers(space, 20, { workers });
  const ms = performance.now() - start;
  console.log(
    JSON.stringify({
      ms,
      megabytes: process.resourceUsage().maxRSS / 1024,
      value: distances.reduce((sum, one) => sum + one, 0),
    }),
  );
}

/** The figures from which the coordinates were made are not needed any more, and may go. */
function withoutTables(space: StructuralSpace): StructuralSpace {
  return { ...space, prepared: { ...space.prepared, columns: {}, raw: {}, steps: {} } };
}

if (isMainThread) await main();
