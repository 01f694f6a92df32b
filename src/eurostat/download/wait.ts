/** Waits so many milliseconds; rejects with the signal's reason once that is aborted. Neither a timer nor a listener is left behind. */
export function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", onAbort);
      resolve();
    }, ms);
    signal.addEventListener("abort", onAbort, { once: true });
  });
}

/**
 * How long (ms) a reply asks to wait before the next request; null where it does not say. A date is measured from the reply's own `Date`,
 * so that the clock of this machine does not matter.
 */
export function retryAfter(header: (name: string) => string | null): number | null {
  const asked = header("retry-after")?.trim();
  if (asked === undefined || asked === "") return null;
  if (/^\d+$/.test(asked)) return 1000 * Number(asked);
  const span = Date.parse(asked) - Date.parse(header("date") ?? "");
  return Number.isNaN(span) ? null : Math.max(0, span);
}
