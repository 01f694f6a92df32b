import { show } from "../../shared/show.js";
import type { DownloadChoices } from "./download-options.js";
import { type Query, urlOf } from "./query.js";
import { type Part, readReply, type Trouble, troubleOf, type Verdict } from "./read-reply.js";
import type { CachedReply, ReplyCache } from "./reply-cache.js";
import { type Arrived, send, TIMED_OUT } from "./send.js";
import { unlessAborted, wait } from "./wait.js";

/** How a query ended, after so many requests. */
export type Answer =
  | { readonly kind: "data"; readonly url: string; readonly part: Part }
  | {
      readonly kind: "too-large" | "failed";
      readonly url: string;
      readonly trouble: Trouble;
      readonly tries: number;
    };

/** What all queries of a call share. */
export interface Run {
  readonly choices: DownloadChoices;
  readonly cache: ReplyCache;
  readonly signal: AbortSignal;
}

/**
 * Asks one query until there is an answer that will not change, or none that is worth waiting for. Each wait is twice as long as the one
 * before, or as long as the server says. Rejects only with the signal's reason, and with what the caller's own cache throws.
 */
export async function ask(query: Query, run: Run): Promise<Answer> {
  const { retries, polls, waitMs, maxWaitMs, baseUrl } = run.choices;
  const url = urlOf(query, baseUrl);
  const most = { again: retries, later: polls };
  const waits = { again: 0, later: 0 };
  let stored = await storedReply(url, run);
  for (let tries = 1; ; tries++) {
    const outcome = await attempt(query, url, stored, run);
    if (outcome === "worthless") {
      stored = null;
      continue;
    }
    if (outcome.kind === "data") return { kind: "data", url, part: outcome.part };
    const { kind, trouble } = outcome;
    if (kind === "too-large") return { kind, url, trouble, tries };
    if (kind === "refused" || waits[kind] >= most[kind]) return { kind: "failed", url, trouble, tries };
    const ms = trouble.wait ?? Math.min(maxWaitMs, waitMs * 2 ** waits[kind]);
    if (ms > maxWaitMs) {
      const advice = `The server asks to wait ${ms / 1000} seconds, longer than maxWaitMs. Ask again then.`;
      return { kind: "failed", url, trouble: { ...trouble, advice }, tries };
    }
    waits[kind] += 1;
    await wait(ms, run.signal);
  }
}

/** One request, and what came of it; `"worthless"` where the stored reply, which the server says still holds, is none. */
async function attempt(
  query: Query,
  url: string,
  stored: CachedReply | null,
  run: Run,
): Promise<Verdict | "worthless"> {
  const condition = stored === null ? {} : { "if-none-match": stored.etag };
  const arrived = await sendOnce(url, { accept: "application/json", ...condition }, run);
  if ("got" in arrived) return { kind: "again", trouble: arrived };
  if (stored !== null && arrived.status === 304) {
    const verdict = readReply({ ...arrived, status: 200, body: stored.body }, query);
    return verdict.kind === "data" ? verdict : "worthless";
  }
  const verdict = readReply(arrived, query);
  const etag = arrived.header("etag");
  if (verdict.kind === "data" && etag !== null)
    await unlessAborted(run.cache.set(url, { etag, body: arrived.body }), run.signal);
  return verdict;
}

/** The whole reply, or why none came. */
async function sendOnce(
  url: string,
  headers: { readonly [name: string]: string },
  { choices, signal }: Run,
): Promise<Arrived | Trouble> {
  try {
    return await send(url, headers, { ...choices, signal });
  } catch (error) {
    signal.throwIfAborted();
    if (error === TIMED_OUT) {
      const advice = "Try again later, give it more time (timeoutMs), or ask for fewer cells.";
      return troubleOf("timeout", `no whole reply within ${choices.timeoutMs / 1000} seconds`, advice);
    }
    const got = `no whole reply (${faultText(error)})`;
    return troubleOf("network", got, "Look at the connection, and try again.");
  }
}

/** What a network fault says: the platform's own words stand in its cause. */
function faultText(error: unknown): string {
  if (!(error instanceof Error)) return show(error);
  const { cause } = error;
  return cause instanceof Error && cause.message !== ""
    ? `${error.message}: ${cause.message}`
    : error.message;
}

async function storedReply(url: string, { cache, signal }: Run): Promise<CachedReply | null> {
  const found = await unlessAborted(cache.get(url), signal);
  return typeof found?.etag === "string" && typeof found.body === "string" ? found : null;
}
