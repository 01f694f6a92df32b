import { runInSlices } from "../../shared/long-task.js";
import type { Engine, Settled } from "../model/engine.js";
import type { Ranking } from "../model/ranking.js";
import type { View } from "../model/view.js";

/** So long (in ms) a slider must rest before the library makes the whole answer. */
const REST = 150;

/** How far the answer to the view is. */
export interface Standing {
  readonly ranking: Ranking | null;
  readonly settled: Settled | null;
  /** What was thrown, or null. */
  readonly problem: unknown;
}

/** Answers the view: the list at once, and the whole answer of the library as soon as the reader rests. */
export interface Settling {
  readonly now: () => Standing;
  readonly restart: () => void;
}

/** `show` is called whenever there is more to show. */
export function openSettling(engine: Engine, view: () => View, show: () => void): Settling {
  let standing: Standing = { ranking: null, settled: null, problem: null };
  let running = new AbortController();
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const settle = async (): Promise<void> => {
    const { signal } = running;
    try {
      const settled = await runInSlices(engine.settle(view()), { signal });
      standing = { ...standing, settled };
    } catch (error) {
      if (signal.aborted) return;
      standing = { ...standing, problem: error };
    }
    show();
  };
  return {
    now: () => standing,
    restart: () => {
      running.abort();
      running = new AbortController();
      clearTimeout(waiting);
      try {
        standing = { ranking: engine.rank(view()), settled: null, problem: null };
        waiting = setTimeout(() => void settle(), REST);
      } catch (error) {
        standing = { ranking: null, settled: null, problem: error };
      }
      show();
    },
  };
}
