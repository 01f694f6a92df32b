import { describe, expect, inject, onTestFinished, test } from "vitest";
import { defaultLimits, type Limits } from "../../examples/backend/limits.js";
import { createPool, type Pool } from "../../examples/backend/pool.js";
import { euTable, smallFramework } from "../support/backend.js";

const document = JSON.stringify(euTable);

function openPool(limits: Partial<Limits> = {}, size = 1): Pool {
  const pool = createPool({
    size,
    waiting: 10,
    script: new URL("worker.js", inject("backend")),
    limits: { ...defaultLimits, ...limits },
    readTable: async (id) => (id === "eu" ? document : null),
  });
  onTestFinished(() => pool.close());
  return pool;
}

const pair = { kind: "pair", table: "eu", a: "ES21", b: "ES12" } as const;
// Takes minutes.
const endless = { kind: "typology", table: "eu", method: "k-means" } as const;

describe("threads", () => {
  test("do what waits in its order, each one task at a time", async () => {
    const pool = openPool({}, 2);
    const ended: number[] = [];
    const works = Array.from({ length: 6 }, async (_, i) => {
      await pool.run(pair);
      ended.push(i);
    });
    await Promise.all(works);
    expect([...ended].sort()).toEqual([0, 1, 2, 3, 4, 5]);
    expect(await pool.runOnAll({ kind: "heap" })).toHaveLength(2);
  });

  test("stop what is no longer wanted, whether it waits or runs", async () => {
    const pool = openPool();
    const first = new AbortController();
    const second = new AbortController();
    const running = new Promise<void>((begun) => {
      pool
        .run(endless, { signal: first.signal, onProgress: () => begun() })
        .catch((error) => expect(error).toBe("enough"));
    });
    const waits = pool.run(pair, { signal: second.signal });
    await running;
    second.abort("never mind");
    await expect(waits).rejects.toBe("never mind");
    first.abort("enough");
    expect((await pool.run(pair)).type).toBe("application/json");
  });

  test("are replaced where they need too much memory, and the work is refused for it", async () => {
    const pool = openPool({ workerMegabytes: 24 });
    const csv = `code,age,density,income\n${"x,y,z,z\n".repeat(1_000_000)}`;
    await expect(pool.run({ kind: "read", framework: smallFramework, csv })).rejects.toMatchObject({
      code: "out-of-memory",
    });
    expect((await pool.run({ kind: "heap" })).text).toMatch(/^\d+$/);
  });

  test("take nothing more once they are closed", async () => {
    const pool = openPool();
    const waits = [pool.run(endless), pool.run(pair)];
    const ends = Promise.allSettled(waits);
    await pool.close();
    expect((await ends).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await expect(pool.run(pair)).rejects.toMatchObject({ code: "shutting-down" });
  });
});
