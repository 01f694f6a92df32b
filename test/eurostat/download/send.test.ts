import { describe, expect, test } from "vitest";
import { send, TIMED_OUT } from "../../../src/eurostat/download/send.js";
import { retryAfter, unlessAborted, wait } from "../../../src/eurostat/download/wait.js";

/** A signal that counts who listens to it. */
function counted(): { stop: AbortController; listeners: () => number } {
  const stop = new AbortController();
  const { signal } = stop;
  const listening = new Set<unknown>();
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = (...args: Parameters<typeof add>) => {
    listening.add(args[1]);
    add(...args);
  };
  signal.removeEventListener = (...args: Parameters<typeof remove>) => {
    listening.delete(args[1]);
    remove(...args);
  };
  return { stop, listeners: () => listening.size };
}

const timers = (): number => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
const LONG = 600_000;
const reply = { status: 200, headers: new Headers({ etag: '"1"' }), text: async () => "text" };
const never = (): Promise<never> => new Promise(() => undefined);

describe.each([
  ["a reply", async () => reply, "whole"],
  ["a fault", async () => Promise.reject(new TypeError("fetch failed")), "fetch failed"],
  ["an abort while nothing comes", never, "enough"],
  ["an abort while the body stalls", async () => ({ ...reply, text: never }), "enough"],
] as const)("send, at %s,", (_, fetch, expected) => {
  test("leaves neither a timer nor a listener behind", async () => {
    const before = timers();
    const { stop, listeners } = counted();
    let own: AbortSignal | undefined;
    const sent = send(
      "http://x",
      {},
      {
        signal: stop.signal,
        timeoutMs: LONG,
        fetch: (_url, init) => {
          own = init.signal;
          return fetch();
        },
      },
    );
    const outcome = sent.then(
      ({ body, header }) => (body === "text" && header("etag") === '"1"' ? "whole" : "other"),
      (error: Error) => error.message,
    );
    expect(timers()).toBe(before + 1);
    expect(listeners()).toBe(1);
    if (expected === "enough") {
      await Promise.resolve();
      stop.abort(new Error("enough"));
      expect(own!.aborted).toBe(true);
    }
    expect(await outcome).toBe(expected);
    expect(timers()).toBe(before);
    expect(listeners()).toBe(0);
  });
});

test("send gives up after its time, and tells the request to end", async () => {
  const { stop, listeners } = counted();
  let own: AbortSignal | undefined;
  const fetch = (_: string, init: { signal: AbortSignal }) => {
    own = init.signal;
    return never();
  };
  await expect(send("http://x", {}, { signal: stop.signal, timeoutMs: 5, fetch })).rejects.toBe(TIMED_OUT);
  expect(own!.aborted).toBe(true);
  expect(listeners()).toBe(0);
});

test("wait ends with its time or with the signal, and leaves nothing behind", async () => {
  const before = timers();
  const { stop, listeners } = counted();
  await wait(1, stop.signal);
  expect(listeners()).toBe(0);
  const long = wait(LONG, stop.signal);
  stop.abort("enough");
  await expect(long).rejects.toBe("enough");
  await expect(wait(LONG, stop.signal)).rejects.toBe("enough");
  await expect(unlessAborted(never(), stop.signal)).rejects.toBe("enough");
  expect(timers()).toBe(before);
  expect(listeners()).toBe(0);
});

test.each([
  [{}, null],
  [{ "retry-after": "7" }, 7000],
  [{ "retry-after": " 0 " }, 0],
  [{ "retry-after": "-7", date: "Tue, 10 Feb 2026 11:00:00 GMT" }, null],
  [{ "retry-after": "" }, null],
  [{ "retry-after": "Tue, 10 Feb 2026 11:00:07 GMT" }, null],
  [{ "retry-after": "Tue, 10 Feb 2026 11:00:07 GMT", date: "Tue, 10 Feb 2026 11:00:00 GMT" }, 7000],
  [{ "retry-after": "Tue, 10 Feb 2026 10:00:00 GMT", date: "Tue, 10 Feb 2026 11:00:00 GMT" }, 0],
])("of the headers %j the wait is %s", (headers, expected) => {
  const given = new Headers(headers as { [name: string]: string });
  expect(retryAfter((name) => given.get(name))).toBe(expected);
});
