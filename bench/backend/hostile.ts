import { connect } from "node:net";
import { buildServer } from "../../examples/backend/server.js";
import type { Storage } from "../../examples/backend/storage.js";
import { smallCsv, smallFramework } from "../../test/support/small-table.js";

/** One kind of hostile input: what came of it, and whether that is what should. */
export interface Outcome {
  readonly name: string;
  readonly came: string;
  readonly good: boolean;
}

const routes: readonly string[] = [
  ...["reference-regions", "pair", "typology", "benchmark", "report", "explorer", "sensitivity"].map(
    (one) => `/tables/eu-nuts2/${one}`,
  ),
  "/tables",
];
const json = { "content-type": "application/json" };

/** Sends each kind of hostile input to every route that takes it, over sockets, to a server of this process. */
export async function runHostile(storage: Storage, worker: URL): Promise<readonly Outcome[]> {
  const { app } = await buildServer({ storage, worker, limits: { idleMs: 2_000, heartbeatMs: 500 } });
  const base = await app.listen({ port: 0, host: "127.0.0.1" });
  const port = Number(new URL(base).port);
  const post = (path: string, body: string, headers: object = json) =>
    fetch(base + path, { method: "POST", headers: { ...headers }, body }).then(statusOf);
  const toAll = (body: string, headers?: object) =>
    Promise.all(routes.map((path) => post(path, body, headers)));
  const outcomes: Outcome[] = [];
  const note = (name: string, statuses: readonly number[], expected: readonly number[]): void => {
    outcomes.push({ name, came: counted(statuses), good: statuses.every((one) => expected.includes(one)) });
  };

  note("oversized body (6 MB)", await toAll(JSON.stringify({ target: "x".repeat(6e6) })), [413]);
  note("100,000 levels deep", await toAll(`{"target":${"[".repeat(1e5)}${"]".repeat(1e5)}}`), [400, 413]);
  const wrong = [
    "null",
    "[]",
    "7",
    '"x"',
    '{"target":{},"a":[],"b":1,"k":"two","language":7,"framework":[],"csv":{}}',
  ];
  for (const body of wrong) note(`wrong types: ${body.slice(0, 24)}`, await toAll(body), [400]);
  const pollution = ['{"__proto__":{"polluted":1}}', '{"plan":{"constructor":{"prototype":{"polluted":1}}}}'];
  for (const body of pollution) note(`prototype pollution: ${body.slice(0, 24)}`, await toAll(body), [400]);
  note("the prototype is as it was", "polluted" in {} ? [500] : [200], [200]);
  note(
    "no JSON, no known type, packed",
    [
      ...(await toAll("{")),
      ...(await toAll("<a/>", { "content-type": "application/xml" })),
      ...(await toAll("x", { ...json, "content-encoding": "gzip" })),
    ],
    [400, 415],
  );
  const slow = [
    "a".repeat(7_000),
    '"'.repeat(7_000),
    " ".repeat(7_000),
    ";=".repeat(3_500),
    `${"a/".repeat(3_500)}`,
  ];
  const headers = slow.flatMap((text) => [
    { "content-type": `text/csv; charset=${text}x` },
    { ...json, "if-none-match": text },
    { ...json, accept: text },
    { ...json, "x-forwarded-for": text },
  ]);
  note(
    "headers on which expressions choke",
    (await Promise.all(headers.map((one) => toAll("{", one)))).flat(),
    [400, 415],
  );
  const start = performance.now();
  await toAll("{", headers[0]);
  outcomes.push({
    name: "  the slowest of them",
    came: `${Math.ceil(performance.now() - start)} ms for ${routes.length} requests`,
    good: performance.now() - start < 2_000,
  });
  note(
    "headers of 20 kB, no HTTP, two lengths",
    await Promise.all([
      raw(port, `GET /health HTTP/1.1\r\nHost: a\r\nX: ${"a".repeat(20_000)}\r\n\r\n`),
      raw(port, "hello\r\n\r\n"),
      raw(port, "POST /tables HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"),
    ]),
    [400, 431],
  );
  const tricks = [
    "/../../etc/passwd",
    "/tables/..%2f..%2fetc%2fpasswd",
    "/tables/%00",
    "/tables/%252e%252e/data",
    "/tables/__proto__",
    "/tables/constructor/data",
    "/jobs/..%5c..%5c",
    "/tables/eu-nuts2/../../../etc/passwd",
    "//etc/passwd",
    `/tables/${"a/".repeat(500)}`,
  ];
  note(
    "path tricks",
    await Promise.all(
      tricks.map((path) => raw(port, `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)),
    ),
    [400, 404, 414],
  );

  const csv = smallCsv
    .replace("Upper", "=1+1")
    .replace("Lower", "@SUM(A1)")
    .replace("East", "+1")
    .replace("West", "-1");
  const { id } = (await (
    await fetch(`${base}/tables`, {
      method: "POST",
      headers: json,
      body: JSON.stringify({ framework: smallFramework, csv }),
    })
  ).json()) as { id: string };
  const exported = await (await fetch(`${base}/tables/${id}/typology?k=2&format=csv`)).text();
  outcomes.push({
    name: "CSV formula cells in an export",
    came: exported
      .split("\r\n")
      .slice(1, 5)
      .map((line) => line.split(",")[1])
      .join("  "),
    good: !/(?:^|,)"?[=+@]|,-1,/m.test(exported) && exported.includes("'=1+1"),
  });

  const jobs = await Promise.all(
    Array.from({ length: 1_000 }, () =>
      fetch(`${base}/tables/eu-nuts2/sensitivity`, {
        method: "POST",
        headers: json,
        body: JSON.stringify({ target: "ES21", plan: { sensitivity: { draws: 5_000 } } }),
      }).then(async (answer) => ({
        status: answer.status,
        at: answer.headers.get("location"),
        end: await answer.text(),
      })),
    ),
  );
  note(
    "1,000 parallel sensitivity jobs",
    jobs.map(({ status }) => status),
    [202, 429],
  );
  note("  a question meanwhile", [(await fetch(`${base}/tables/eu-nuts2/pair?a=ES21&b=ES12`)).status], [200]);
  await Promise.all(jobs.flatMap(({ at }) => (at === null ? [] : [fetch(base + at, { method: "DELETE" })])));

  const idle = Array.from({ length: 20 }, () => connect(port, "127.0.0.1"));
  const gone = idle.map(
    (socket) => new Promise<number>((resolve) => socket.on("error", () => {}).on("close", () => resolve(1))),
  );
  for (const socket of idle)
    socket.pause().write("GET /tables/eu-nuts2/explorer HTTP/1.1\r\nHost: a\r\n\r\n".repeat(10));
  const count = () => new Promise<number>((resolve) => app.server.getConnections((_, open) => resolve(open)));
  let open = idle.length;
  for (let wait = 0; wait < 100 && open > 1; wait++) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    open = await count();
  }
  for (const socket of idle) socket.destroy();
  await Promise.all(gone);
  outcomes.push({
    name: "20 clients that never read 10 MB",
    // One connection may be that of this process, which is kept alive.
    came:
      open <= 1 ? "all let go after their idle time" : `${open - 1} still connected after their idle time`,
    good: open <= 1,
  });
  note(
    "  a question afterwards",
    [(await fetch(`${base}/tables/eu-nuts2/pair?a=ES21&b=ES12`)).status],
    [200],
  );
  await app.close();
  return outcomes;
}

async function statusOf(answer: Response): Promise<number> {
  const text = await answer.text();
  if (answer.status >= 400 && !answer.headers.get("content-type")?.startsWith("application/problem+json"))
    throw new Error(`expected a problem document, got ${text}`);
  return answer.status;
}

function raw(port: number, text: string): Promise<number> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    let came = "";
    socket.on("data", (bytes) => {
      came += String(bytes);
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(came)?.[1] ?? 0)));
    socket.write(text);
  });
}

export function counted(statuses: readonly number[]): string {
  const counts = new Map<number, number>();
  for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([status, count]) => `${status} x ${count}`)
    .join(", ");
}
