/** What the work brings; rejects with the signal's reason as soon as that is aborted, whether or not the work heeds it. */
export async function unlessAborted<T>(work: T | Promise<T>, signal: AbortSignal): Promise<T> {
  let onAbort = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
  });
  signal.addEventListener("abort", onAbort);
  if (signal.aborted) onAbort();
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}

/** Waits so many milliseconds; no timer is left behind where the signal is aborted meanwhile. */
export async function wait(ms: number, signal: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const passed = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  try {
    await unlessAborted(passed, signal);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * How long (ms) a reply asks to wait before the next request; null where it does not say. A date is measured from the reply's own `Date`,
 * so that the clock of this machine does not matter.
 */
export function retryAfter(header: (name: string) => string | null): number | null {
  const asked = header("retry-after")?.trim();
  if (asked === undefined || asked === "") return null;
  if (/^\d+$/.test(asked)) return 1000 * Number(asked);
  // Anything else is no date of HTTP, and `Date.parse` would make one of nearly anything.
  if (!asked.endsWith(" GMT")) return null;
  const span = Date.parse(asked) - Date.parse(header("date") ?? "");
  return Number.isNaN(span) ? null : Math.max(0, span);
}
