import { unlessAborted } from "./wait.js";

/** What is used of a reply; the platform's `Response` has it. */
export interface FetchReply {
  readonly status: number;
  readonly headers: {
    /** The value of a header, whatever the case of its name. */
    get(name: string): string | null;
  };
  /** The whole body. */
  text(): Promise<string>;
}

/** What is used of `fetch`. The signal ends a request that takes too long or is no longer wanted. */
export type Fetch = (
  url: string,
  init: { readonly headers: { readonly [name: string]: string }; readonly signal: AbortSignal },
) => Promise<FetchReply>;

/** A reply that has arrived as a whole. */
export interface Arrived {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly body: string;
}

/** Why an attempt was given up; never seen outside. */
export const TIMED_OUT: Error = new Error("timed out");

/**
 * Sends one request and waits for the whole body. Rejects with `TIMED_OUT` once it takes longer than `timeoutMs`, with the signal's reason
 * once that is aborted (whether or not `fetch` heeds it), else with what `fetch` rejects with.
 */
export async function send(
  url: string,
  headers: { readonly [name: string]: string },
  options: { readonly fetch: Fetch; readonly timeoutMs: number; readonly signal: AbortSignal },
): Promise<Arrived> {
  const { fetch, timeoutMs, signal } = options;
  const attempt = new AbortController();
  const onAbort = (): void => attempt.abort(signal.reason);
  const whole = async (): Promise<Arrived> => {
    const reply = await fetch(url, { headers, signal: attempt.signal });
    return { status: reply.status, header: (name) => reply.headers.get(name), body: await reply.text() };
  };
  signal.throwIfAborted();
  signal.addEventListener("abort", onAbort);
  const timer = setTimeout(() => attempt.abort(TIMED_OUT), timeoutMs);
  try {
    return await unlessAborted(whole(), attempt.signal);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", onAbort);
  }
}
