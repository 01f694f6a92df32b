/** How far a long computation is. */
export interface Progress {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
}

/** Options of everything that can take long. */
export interface LongTaskOptions {
  /** Aborting stops the work with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Told how far the work is, each time that there is something to say. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/**
 * A long computation, written once for both its forms: at each `yield` it may be interrupted, and says how far it is where there is
 * something to say. It yields at least every few milliseconds.
 */
export type LongTask<T> = Generator<Progress | undefined, T, undefined>;

/** No longer than this (in ms) does the asynchronous form hold the event loop. */
const SLICE = 12;

/** A part of a longer task: may be interrupted as before, but leaves it to the whole to say how far it is. */
export function* quietly<T>(task: LongTask<T>): LongTask<T> {
  for (;;) {
    const step = task.next();
    if (step.done) return step.value;
    yield;
  }
}

/** Runs a long task to its end in one go. An abort can come from `onProgress`. */
export function runToEnd<T>(task: LongTask<T>, { signal, onProgress }: LongTaskOptions = {}): T {
  signal?.throwIfAborted();
  for (;;) {
    const step = task.next();
    if (step.done) return step.value;
    if (step.value !== undefined) onProgress?.(step.value);
    signal?.throwIfAborted();
  }
}

/**
 * Runs a long task in slices, and gives the event loop back between them and before each new stage, so that an abort or a repaint
 * can come through. The result is that of `runToEnd`: the clock decides only when to pause.
 */
export async function runInSlices<T>(
  task: LongTask<T>,
  { signal, onProgress }: LongTaskOptions = {},
): Promise<T> {
  signal?.throwIfAborted();
  let begun = performance.now();
  let stage = "";
  for (;;) {
    const step = task.next();
    if (step.done) return step.value;
    if (step.value !== undefined) onProgress?.(step.value);
    signal?.throwIfAborted();
    const reached = step.value?.stage ?? stage;
    if (reached === stage && performance.now() - begun < SLICE) continue;
    stage = reached;
    await new Promise((resolve) => setTimeout(resolve, 0));
    signal?.throwIfAborted();
    begun = performance.now();
  }
}
