/**
 * Does the jobs 0..n-1, at most `width` at the same time. Where one of them throws, or the signal is aborted, the signal that the jobs were
 * handed is aborted too; the promise rejects with the reason only when every job has come to its end, so that none goes on behind it.
 */
export async function runAll(
  n: number,
  width: number,
  signal: AbortSignal | undefined,
  job: (i: number, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  signal?.throwIfAborted();
  const inner = new AbortController();
  const onAbort = (): void => inner.abort(signal?.reason);
  signal?.addEventListener("abort", onAbort);
  let next = 0;
  const work = async (): Promise<void> => {
    try {
      while (next < n && !inner.signal.aborted) await job(next++, inner.signal);
    } catch (error) {
      inner.abort(error);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, n) }, work));
  signal?.removeEventListener("abort", onAbort);
  inner.signal.throwIfAborted();
}
