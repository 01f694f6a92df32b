import { spawnSync } from "node:child_process";
import { performance } from "node:perf_hooks";
import { Bench } from "tinybench";

/** The median time of a task in ms, over some runs after a warm-up. */
export async function medianTime(task: () => void, runs: number): Promise<number> {
  const bench = new Bench({ time: 0, iterations: runs, warmupTime: 0, warmupIterations: 1 });
  bench.add("task", task);
  await bench.run();
  const result = bench.tasks[0]!.result;
  if (!("latency" in result)) throw new Error(`the task ended as ${result.state}`);
  return result.latency.p50!;
}

/** The wall clock of a whole process in ms. */
export function processTime(command: string, args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(command, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}: ${stderr}`);
  return performance.now() - start;
}

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}
