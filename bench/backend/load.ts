import { fork } from "node:child_process";
import { once } from "node:events";
import autocannon from "autocannon";

export interface Load {
  readonly seconds: number;
  readonly connections: number;
  readonly requests: number;
  /** Requests that were not answered, or not with 200. */
  readonly errors: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Megabytes in use after a collection, of the server's thread and of its workers. */
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** Asks for the lists of all regions of the bundled table, over many connections at once. */
export async function runLoad(
  seconds: number,
  connections: number,
  regions: readonly string[],
): Promise<Load> {
  const server = fork(new URL("server.js", import.meta.url), { execArgv: ["--expose-gc"] });
  const [{ base }] = (await once(server, "message")) as [{ base: string }];
  const heaps = async (): Promise<readonly number[]> => {
    server.send("heaps");
    const [message] = (await once(server, "message")) as [{ heaps: readonly number[] }];
    return message.heaps.map((bytes) => bytes / 1e6);
  };
  const requests = regions.map((id) => ({
    path: `/tables/eu-nuts2/reference-regions?target=${encodeURIComponent(id)}`,
  }));
  const run = (duration: number) => autocannon({ url: base, connections, duration, requests });
  await run(Math.min(5, seconds));
  const before = await heaps();
  const { latency, requests: done, errors, timeouts, non2xx } = await run(seconds);
  const after = await heaps();
  server.disconnect();
  return {
    seconds,
    connections,
    requests: done.total,
    errors: errors + timeouts + non2xx,
    perSecond: done.average,
    p50: latency.p50,
    p99: latency.p99,
    before,
    after,
  };
}
