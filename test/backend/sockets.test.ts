import { buildSpace, explainPair, prepare } from "reference-regions";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Server } from "../../examples/backend/server.js";
import { euTable, openServer, openServerForTest, smallCsv, smallFramework } from "../support/backend.js";
import { exchange, listen, open, readEvents, type StreamEvent } from "../support/sockets.js";

const begin = async (base: string, draws: number) => {
  const answer = await fetch(`${base}/tables/eu-nuts2/sensitivity`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ target: "ES21", plan: { sensitivity: { draws } } }),
  });
  return (await answer.json()) as { links: { self: string; events: string; result: string } };
};

let port: number;
let server: Server;
beforeAll(async () => {
  server = await openServer();
  port = await listen(server.app);
});
afterAll(() => server.app.close());

describe("events of a job", () => {
  test("come until it is done, with growing progress, and the stream ends", async () => {
    const base = `http://127.0.0.1:${port}`;
    const { links } = await begin(base, 300);
    const events: StreamEvent[] = [];
    for await (const event of readEvents(`${base}${links.events}`)) events.push(event);
    expect(events.at(-1)!.event).toBe("done");
    expect(events.every(({ event, data }) => event === data.state)).toBe(true);
    const told = events.flatMap(({ data }) => data.progress ?? []);
    expect(told.length).toBeGreaterThan(1);
    for (const stage of new Set(told.map((one) => one.stage))) {
      const done = told.filter((one) => one.stage === stage).map((one) => one.done);
      expect(done, stage).toEqual([...done].sort((a, b) => a - b));
    }
    // Who comes late hears the end alone.
    const late: string[] = [];
    for await (const { event } of readEvents(`${base}${links.events}`)) late.push(event);
    expect(late).toEqual(["done"]);
  });

  test("end when it is cancelled", async () => {
    const base = `http://127.0.0.1:${port}`;
    const { links } = await begin(base, 5_000);
    const heard: string[] = [];
    for await (const { event } of readEvents(`${base}${links.events}`)) {
      if (event === "running" && !heard.includes("running"))
        await fetch(`${base}${links.self}`, { method: "DELETE" });
      heard.push(event);
    }
    expect(heard.at(-1)).toBe("cancelled");
  });

  test("say that they live while nothing happens, and so many streams are open at once", async () => {
    const { app } = await openServerForTest({ limits: { heartbeatMs: 20, streams: 1 } });
    const strict = await listen(app);
    const base = `http://127.0.0.1:${strict}`;
    const { links } = await begin(base, 5_000);
    const socket = open(strict);
    let came = "";
    socket.on("data", (bytes) => {
      came += bytes.toString();
    });
    socket.write(`GET ${links.events} HTTP/1.1\r\nHost: a\r\n\r\n`);
    await expect.poll(() => came, { timeout: 20_000 }).toContain(": alive");
    expect(came).toContain("content-type: text/event-stream");
    expect(came).toContain("x-content-type-options: nosniff");
    expect((await fetch(`${base}${links.events}`)).status).toBe(429);
    socket.destroy();
    // Whoever leaves makes room; the job goes on.
    const again = new AbortController();
    await expect
      .poll(async () => (await fetch(`${base}${links.events}`, { signal: again.signal })).status, {
        timeout: 20_000,
      })
      .toBe(200);
    again.abort();
    expect(await (await fetch(`${base}${links.self}`)).json()).toMatchObject({ state: "running" });
  });
});

describe("a client that", () => {
  test("never reads is let go, and others are answered", async () => {
    const { app } = await openServerForTest({ limits: { idleMs: 500, heartbeatMs: 100 } });
    const own = await listen(app);
    const socket = open(own);
    socket.pause();
    // So many pages at once that no buffer on the way takes them.
    socket.write("GET /tables/eu-nuts2/explorer HTTP/1.1\r\nHost: a\r\n\r\n".repeat(30));
    const connections = () =>
      new Promise<number>((resolve) => app.server.getConnections((_, count) => resolve(count)));
    await expect.poll(connections, { timeout: 20_000 }).toBe(1);
    await expect.poll(connections, { timeout: 30_000 }).toBe(0);
    expect((await fetch(`http://127.0.0.1:${own}/health`)).status).toBe(200);
  });

  test("goes away ends the work for it", async () => {
    const { app } = await openServerForTest({ limits: { graceMs: 200 } });
    const own = await listen(app);
    const base = `http://127.0.0.1:${own}`;
    await fetch(`${base}/tables/eu-nuts2/pair?a=ES21&b=ES12`);
    const leave = new AbortController();
    // This would take minutes, and there is one thread.
    const lost = fetch(`${base}/tables/eu-nuts2/typology?method=k-means`, { signal: leave.signal }).catch(
      () => "left",
    );
    setTimeout(() => leave.abort(), 300);
    expect(await lost).toBe("left");
    expect((await fetch(`${base}/tables/eu-nuts2/pair?a=ES21&b=ES22`)).status).toBe(200);
  });

  test("sends its request too slowly is let go, and nothing of it is taken", async () => {
    const { app } = await openServerForTest({ limits: { idleMs: 300 } });
    const own = await listen(app);
    const socket = open(own);
    const closed = new Promise((resolve) => socket.on("close", resolve));
    socket.write(
      "POST /tables HTTP/1.1\r\nHost: a\r\nContent-Type: text/csv\r\nContent-Length: 1000\r\n\r\ncode",
    );
    await closed;
    expect((await (await fetch(`http://127.0.0.1:${own}/tables`)).json()) as unknown[]).toHaveLength(2);
  });

  test("uploads while as many do as may is refused, and taken when one of them has left", async () => {
    const { app } = await openServerForTest({ limits: { uploads: 1 } });
    const free = await listen(app);
    const socket = open(free);
    socket.write(
      "POST /tables HTTP/1.1\r\nHost: a\r\nContent-Type: text/csv\r\nContent-Length: 1000\r\n\r\ncode",
    );
    const status = async () => {
      const answer = await fetch(`http://127.0.0.1:${free}/tables`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ framework: smallFramework, csv: smallCsv }),
      });
      await answer.text();
      return answer.status;
    };
    await expect.poll(status, { timeout: 20_000 }).toBe(503);
    socket.destroy();
    await expect.poll(status, { timeout: 20_000 }).toBe(201);
  });

  test("sends a plan is answered, or told that the answer took too long", async () => {
    const { app } = await openServerForTest({ limits: { answerMs: 3_000 } });
    const base = `http://127.0.0.1:${await listen(app)}`;
    const ask = async (question: string, body: object) => {
      const answer = await fetch(`${base}/tables/eu-nuts2/${question}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      return (await answer.json()) as object;
    };
    const space = buildSpace(prepare(euTable));
    const pair = JSON.parse(JSON.stringify(explainPair(space, "ES21", "ES12")));
    expect(await ask("pair", { a: "ES21", b: "ES12", plan: {} })).toEqual(pair);
    expect(await ask("typology", { method: "k-means" })).toMatchObject({
      status: 503,
      code: "took-too-long",
    });
    expect(await ask("pair", { a: "ES21", b: "ES12" })).toEqual(pair);
  });

  test.for<[name: string, text: string, status: string]>([
    ["sends no HTTP", "hello\r\n\r\n", "400"],
    [
      "sends headers that are too large",
      `GET /health HTTP/1.1\r\nHost: a\r\nX: ${"a".repeat(20_000)}\r\n\r\n`,
      "431",
    ],
    [
      "sends two lengths",
      "POST /tables HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
      "400",
    ],
    [
      "smuggles a second request",
      "POST /tables HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      "400",
    ],
    [
      "sends a header that expressions choke on",
      `GET /tables/eu-nuts2/pair?a=ES21&b=ES12 HTTP/1.1\r\nHost: a\r\nConnection: close\r\nIf-None-Match: ${'"'.repeat(6_000)}\r\n\r\n`,
      "200",
    ],
    [
      "sends a media type that expressions choke on",
      `POST /tables HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: text/csv; charset=${" ".repeat(6_000)}x\r\nContent-Length: 1\r\n\r\na`,
      "4",
    ],
    [
      "sends more than is taken",
      `POST /tables/eu-nuts2/pair HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 99999999\r\n\r\n{`,
      "413",
    ],
  ])("%s is answered with a problem or its answer", async ([, text, status]) => {
    const came = await exchange(port, text);
    expect(came).toMatch(new RegExp(`^HTTP/1.1 ${status}`));
    if (status !== "200") expect(came).toContain("application/problem+json");
    expect(came).toContain("x-content-type-options: nosniff");
  });
});
