import { readFileSync } from "node:fs";
import type { FastifyInstance, InjectOptions } from "fastify";
import { type RandomStream, randomStream } from "../../src/shared/random.js";
import { smallCsv, smallFramework } from "./small-table.js";

/** What a run of random requests came to. */
export interface FuzzCount {
  readonly requests: number;
  readonly statuses: { readonly [status: string]: number };
  /** Requests that were answered with 500, or in a form that no problem has, or with a path of this machine. */
  readonly faults: readonly {
    readonly request: InjectOptions;
    readonly status: number;
    readonly body: string;
  }[];
}

const LEAK = /node_modules|\/(?:tmp|home|root|usr)\/|\bat \w+ \(|\.[jt]s:\d/;

/** Sends random requests, valid and broken, some at a time; the seed decides them, and ids of earlier answers come up again. */
export async function sendRandomRequests(
  app: FastifyInstance,
  {
    count,
    seed,
    together = 20,
  }: { readonly count: number; readonly seed: number; readonly together?: number },
): Promise<FuzzCount> {
  const random = randomStream(seed);
  const known: Known = { tables: ["eaeu", "eu-nuts2"], jobs: [] };
  const statuses: { [status: string]: number } = {};
  const faults: { request: InjectOptions; status: number; body: string }[] = [];
  for (let sent = 0; sent < count; sent += together) {
    const batch = Array.from({ length: Math.min(together, count - sent) }, () => makeRequest(random, known));
    await Promise.all(
      batch.map(async (request) => {
        const { statusCode: status, headers, body } = await app.inject(request);
        statuses[status] = (statuses[status] ?? 0) + 1;
        remember(known, headers.location);
        const isProblem = String(headers["content-type"]).startsWith("application/problem+json");
        if (status === 500 || (status >= 400 && (!isProblem || LEAK.test(body))))
          faults.push({ request, status, body });
      }),
    );
  }
  return { requests: count, statuses, faults };
}

/** Ids that the server gave out; the last few. */
interface Known {
  readonly tables: string[];
  readonly jobs: string[];
}

function remember({ tables, jobs }: Known, location: unknown): void {
  const [, kind, id] = /^\/(tables|jobs)\/(.+)$/.exec(String(location)) ?? [];
  if (id === undefined) return;
  const list = kind === "jobs" ? jobs : tables;
  list.push(id);
  if (list.length > 12) list.splice(2, 1);
}

const codesOf = (bundled: string): readonly string[] =>
  readFileSync(`fixtures/${bundled}/regions.csv`, "utf8")
    .split("\n")
    .slice(1, 100)
    .map((line) => line.split(",", 1)[0]!);

/** The regions of the bundled tables; those that are uploaded here are all alike. */
const regions: { readonly [table: string]: readonly string[] } = {
  eaeu: codesOf("eaeu"),
  "eu-nuts2": codesOf("eu-nuts2"),
};
const ofUploads = ["A", "B", "C", "D"];

/** What programs stumble over. */
const odd: readonly unknown[] = [
  "",
  " ",
  "\u0000",
  "\ud800",
  "__proto__",
  "constructor",
  "toString",
  "../../etc/passwd",
  "..%2f",
  "%00",
  "%",
  "'; DROP TABLE tables; --",
  "=1+1",
  "<script>alert(1)</script>",
  "{{7*7}}",
  "#{7*7}",
  "a".repeat(300),
  "ES21\r\nX: y",
  "🏔️",
  "NaN",
  "1e999",
  "-0",
  "0x10",
  "null",
  "true",
  0,
  -1,
  1.5,
  1e308,
  -1e308,
  2 ** 53,
  null,
  true,
  false,
  [],
  {},
  [[]],
  [null],
  { a: { b: { c: {} } } },
  { length: 1e9 },
  ["ES21", "ES22"],
];

const types = [
  "application/json",
  "text/csv",
  "application/json; charset=utf-8",
  "text/plain",
  "application/xml",
  "multipart/form-data; boundary=x",
  "",
  "application/json;".repeat(40),
  "text/csv; charset=utf-16le",
  "text/csv; charset=nope",
];

/** Without halves of characters, which no address can hold. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

function makeRequest(random: RandomStream, known: Known): InjectOptions {
  const pick = <T>(list: readonly T[]): T => list[random.integer(list.length)]!;
  const chance = (share: number): boolean => random.uniform() < share;
  const oddText = (): string => {
    const value = pick(odd);
    return typeof value === "string" ? value : JSON.stringify(value);
  };
  const encode = (text: string): string =>
    chance(0.9) ? encodeURIComponent(wellFormed(text)) : text.replaceAll(/[^\x21-\x7e]/g, "");
  const table = (): string => (chance(0.9) ? pick(known.tables) : encode(oddText()));
  const job = (): string => (chance(0.8) && known.jobs.length > 0 ? pick(known.jobs) : encode(oddText()));
  const region = (of: string): unknown =>
    chance(0.9) ? pick(Object.hasOwn(regions, of) ? regions[of]! : ofUploads) : pick(odd);
  const count = (): unknown => (chance(0.7) ? 1 + random.integer(30) : pick(odd));

  // Of the bundled tables always the same space, which takes time to build.
  const plan = (of: string): unknown =>
    mutate({
      ...(Object.hasOwn(regions, of)
        ? {}
        : {
            prepare: {
              normalise: pick(["min-max", "z-score", "rank", "none"]),
              impute: pick(["none", "median"]),
            },
            space: { metric: pick(["squared-euclidean", "euclidean", "manhattan", "gower"]) },
          }),
      reference: { count: 1 + random.integer(30), exclude: { sameCountry: chance(0.5) } },
      sensitivity: { draws: 2 + random.integer(4), lists: 0 },
    });
  const fields = (kind: string, of: string): { [name: string]: unknown } => {
    if (kind === "pair") return { a: region(of), b: region(of) };
    if (kind === "explorer") return { language: pick(["en", "ru", "tlh"]) };
    if (kind === "typology")
      return {
        k: chance(0.9) ? 2 + random.integer(8) : pick(odd),
        method: "ward",
        format: pick(["json", "csv", "xml"]),
      };
    return {
      target: region(of),
      ...(chance(0.5) ? { count: count() } : {}),
      ...(chance(0.3) ? { excludeSameCountry: pick([true, false, ...odd]) } : {}),
      ...(chance(0.3) && kind !== "sensitivity"
        ? { format: pick(["json", "csv", "geojson", "markdown", "xml"]) }
        : {}),
    };
  };
  function mutate(value: unknown): unknown {
    if (chance(0.015)) return pick(odd);
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.filter(() => !chance(0.015)).map(mutate);
    const entries = Object.entries(value).filter(() => !chance(0.015));
    const more = chance(0.015) ? [[String(pick(odd)), pick(odd)]] : [];
    return Object.fromEntries([
      ...entries.map(([key, one]) => [chance(0.005) ? `${key}x` : key, mutate(one)]),
      ...more,
    ]);
  }
  const garble = (text: string): string => {
    if (chance(0.85)) return text;
    const at = random.integer(text.length + 1);
    return text.slice(0, at) + oddText() + text.slice(at + random.integer(4));
  };
  const query = (asked: { readonly [name: string]: unknown }): string => {
    const parts = Object.entries(asked).map(
      ([name, value]) => `${name}=${encode(typeof value === "string" ? value : JSON.stringify(value))}`,
    );
    return parts.length === 0 ? "" : `?${parts.join(chance(0.97) ? "&" : ";")}`;
  };
  const send = (url: string, body: unknown): InjectOptions => {
    const type = chance(0.9) ? "application/json" : pick(types);
    return {
      method: "POST",
      url,
      headers: type === "" ? {} : { "content-type": type },
      payload: garble(JSON.stringify(body) ?? ""),
    };
  };

  const made = ((): InjectOptions => {
    const roll = random.uniform();
    if (roll < 0.02) return { url: "/tables" };
    if (roll < 0.06) return { url: `/tables/${table()}${chance(0.3) ? "/data" : ""}` };
    if (roll < 0.1) return { method: "DELETE", url: `/tables/${chance(0.1) ? table() : encode(oddText())}` };
    if (roll < 0.25) {
      const rows = smallCsv
        .trim()
        .split("\n")
        .slice(1)
        .map((line) =>
          Object.fromEntries(
            line.split(",").map((cell, i) => [smallCsv.split("\n", 1)[0]!.split(",")[i]!, cell]),
          ),
        );
      return send(
        "/tables",
        mutate({ framework: smallFramework, ...(chance(0.5) ? { csv: garble(smallCsv) } : { rows }) }),
      );
    }
    if (roll < 0.3)
      return {
        method: "POST",
        url: `/tables?framework=${table()}`,
        headers: { "content-type": pick(types) || "text/csv" },
        payload: garble(smallCsv),
      };
    const of = table();
    if (roll < 0.34)
      return send(`/tables/${of}/sensitivity`, mutate({ ...fields("sensitivity", of), plan: plan(of) }));
    if (roll < 0.38) return { url: `/jobs/${job()}${pick(["", "", "/result", "/events", "/x"])}` };
    if (roll < 0.4) return { method: "DELETE", url: `/jobs/${job()}` };
    if (roll < 0.44) return { url: encodeURI(`/${wellFormed(oddText())}`).slice(0, 200) };
    const kind =
      roll < 0.7
        ? "reference-regions"
        : roll < 0.996
          ? "pair"
          : pick(["typology", "benchmark", "report", "explorer"]);
    const asked = fields(kind, of);
    const own = `/tables/${of}/${kind}`;
    if (chance(0.5)) return send(own, mutate({ ...asked, ...(chance(0.5) ? { plan: plan(of) } : {}) }));
    return { url: `${own}${query(chance(0.05) ? { ...asked, [oddText()]: oddText() } : asked)}` };
  })();
  const headers = {
    ...made.headers,
    ...(chance(0.05) ? { "if-none-match": oddText().replaceAll(/[^\x20-\x7e]/g, "") } : {}),
    ...(chance(0.02) ? { "content-encoding": pick(["gzip", "identity", "x"]) } : {}),
    ...(chance(0.02) ? { accept: '"'.repeat(200) } : {}),
  };
  return {
    ...made,
    headers,
    ...(chance(0.02) ? { method: pick(["PUT", "PATCH", "OPTIONS", "DELETE"] as const) } : {}),
  };
}
