// The nearest regions of all regions, split over worker threads: this file is both the one who asks and the worker.
import { availableParallelism } from "node:os";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import {
  findNearestSync,
  joinNearest,
  type NearestTable,
  type Progress,
  type Region,
  type StructuralSpace,
} from "reference-regions";

interface Work {
  readonly space: StructuralSpace;
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

/** As `findNearest`, on several threads; progress is that of all together. */
export async function findNearestInWorkers(
  space: StructuralSpace,
  count: number,
  {
    workers = availableParallelism(),
    onProgress,
  }: { workers?: number; onProgress?: (progress: Progress) => void } = {},
): Promise<NearestTable> {
  const shared = slim(space);
  const done = new Array<number>(workers).fill(0);
  const report = (worker: number, progress: Progress): void => {
    done[worker] = progress.done;
    onProgress?.({ ...progress, done: done.reduce((sum, one) => sum + one, 0), total: space.n });
  };
  const cut = (worker: number): number => Math.round((worker * space.n) / workers);
  const parts = await Promise.all(
    Array.from({ length: workers }, (_, worker) =>
      work({ space: shared, count, from: cut(worker), to: cut(worker + 1) }, (one) => report(worker, one)),
    ),
  );
  return { ...joinNearest(parts), regions: space.regions };
}

/** What a search needs of a space: coordinates that the threads share, and no tables, which each would copy. */
function slim(space: StructuralSpace): StructuralSpace {
  const share = (values: Float64Array): Float64Array => {
    const copy = new Float64Array(new SharedArrayBuffer(values.byteLength));
    copy.set(values);
    return copy;
  };
  const { prepared, coordinates, present, regions } = space;
  return {
    ...space,
    // Ids alone: equally near regions come in their order.
    regions: regions.map(({ id }) => ({ id }) as Region),
    coordinates: share(coordinates),
    present: present === null ? null : share(present),
    prepared: { ...prepared, regions: [], columns: {}, raw: {}, steps: {} },
  };
}

function work(task: Work, onProgress: (progress: Progress) => void): Promise<NearestTable> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), {
      workerData: task,
      // Little is made and thrown away: a small nursery spares memory.
      resourceLimits: { maxYoungGenerationSizeMb: 4 },
    });
    worker.on("message", (message: Progress | NearestTable) => {
      if ("stage" in message) onProgress(message);
      else resolve(message);
    });
    worker.on("error", reject);
    worker.on("exit", (code) => reject(new Error(`a worker ended with ${code}`)));
  });
}

if (!isMainThread) {
  const { space, ...asked } = workerData as Work;
  let told = 0;
  const found = findNearestSync(space, {
    ...asked,
    onProgress: (progress) => {
      // Once for every hundredth of the way: a message costs more than a neighbour.
      if (progress.done - told < progress.total / 100 && progress.done < progress.total) return;
      told = progress.done;
      parentPort!.postMessage(progress);
    },
  });
  // What was found is handed over, not copied.
  parentPort!.postMessage({ ...found, regions: [] }, [
    found.neighbours.buffer as ArrayBuffer,
    found.distances.buffer as ArrayBuffer,
  ]);
}
