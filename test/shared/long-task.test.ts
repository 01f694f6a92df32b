import { describe, expect, it } from "vitest";
import { type LongTask, type Progress, quietly, runInSlices, runToEnd } from "../../src/shared/long-task.js";

/** Counts to `total`, with a pause after each and a word after every second. */
function* countTo(total: number): LongTask<number> {
  let sum = 0;
  for (let i = 1; i <= total; i++) {
    sum += i;
    yield i % 2 === 0 ? { stage: "count", done: i, total } : undefined;
  }
  return sum;
}

/** As long as that many milliseconds, with a pause about every one of them. */
function* last(milliseconds: number): LongTask<string> {
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    const pause = performance.now() + 1;
    while (performance.now() < pause);
    yield;
  }
  return "done";
}

function* stages(...names: readonly string[]): LongTask<null> {
  for (const stage of names) yield { stage, done: 1, total: 1 };
  return null;
}

/** A task that says how often it was asked to go on. */
function counted(total: number) {
  const asked = { steps: 0 };
  function* task(): LongTask<null> {
    for (; asked.steps < total; asked.steps++) yield { stage: "step", done: asked.steps, total };
    return null;
  }
  return { asked, task: task() };
}

/** How many turns of the event loop pass while `run` does. */
async function turnsDuring(run: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  const turn = (): void => {
    turns++;
    timer = setTimeout(turn, 0);
  };
  let timer = setTimeout(turn, 0);
  await run();
  clearTimeout(timer);
  return turns;
}

const reason = new Error("the user went on");

describe("both ways to run a long task", () => {
  it("come to the same result and tell the same progress", async () => {
    const [whole, slices]: [Progress[], Progress[]] = [[], []];
    expect(runToEnd(countTo(5), { onProgress: (progress) => whole.push(progress) })).toBe(15);
    expect(await runInSlices(countTo(5), { onProgress: (progress) => slices.push(progress) })).toBe(15);
    expect(whole).toEqual([
      { stage: "count", done: 2, total: 5 },
      { stage: "count", done: 4, total: 5 },
    ]);
    expect(slices).toEqual(whole);
  });

  it("need no options", async () => {
    expect(runToEnd(countTo(3))).toBe(6);
    expect(await runInSlices(countTo(3))).toBe(6);
  });

  it("do not begin where the signal is aborted before", async () => {
    const signal = AbortSignal.abort(reason);
    for (const run of [runToEnd, runInSlices]) {
      const { asked, task } = counted(5);
      await expect((async () => run(task, { signal }))()).rejects.toBe(reason);
      expect(asked.steps).toBe(0);
    }
  });

  it("stop at the step at which onProgress aborts, with the signal's reason", async () => {
    for (const run of [runToEnd, runInSlices]) {
      const { asked, task } = counted(50);
      const controller = new AbortController();
      const onProgress = ({ done }: Progress): void => {
        if (done === 3) controller.abort(reason);
      };
      await expect((async () => run(task, { signal: controller.signal, onProgress }))()).rejects.toBe(reason);
      expect(asked.steps).toBe(3);
    }
  });

  it("stop with an AbortError where no reason is given", async () => {
    const signal = AbortSignal.abort();
    expect(() => runToEnd(countTo(3), { signal })).toThrow(expect.objectContaining({ name: "AbortError" }));
    await expect(runInSlices(countTo(3), { signal })).rejects.toMatchObject({ name: "AbortError" });
  });

  it("hand on what the task throws, and what onProgress throws", async () => {
    function* broken(): LongTask<null> {
      yield;
      throw reason;
    }
    expect(() => runToEnd(broken())).toThrow(reason);
    await expect(runInSlices(broken())).rejects.toBe(reason);
    const onProgress = (): never => {
      throw reason;
    };
    expect(() => runToEnd(countTo(3), { onProgress })).toThrow(reason);
    await expect(runInSlices(countTo(3), { onProgress })).rejects.toBe(reason);
  });
});

describe("runInSlices", () => {
  it("gives the event loop back again and again during a task that lasts", async () => {
    expect(await turnsDuring(() => runInSlices(last(100)))).toBeGreaterThanOrEqual(3);
  });

  it("gives it back before each new stage, however short", async () => {
    const turns = await turnsDuring(() => runInSlices(stages("a", "b", "c", "d")));
    expect(turns).toBeGreaterThanOrEqual(3);
  });

  it("does not pause at every step of a stage", async () => {
    const begun = performance.now();
    await runInSlices(countTo(20_000));
    // Twenty thousand turns of the event loop would take twenty times as long.
    expect(performance.now() - begun).toBeLessThan(1000);
  });

  it("can be aborted from outside while it has given the event loop back", async () => {
    const controller = new AbortController();
    const running = runInSlices(last(5000), { signal: controller.signal });
    setTimeout(() => controller.abort(reason), 20);
    const begun = performance.now();
    await expect(running).rejects.toBe(reason);
    expect(performance.now() - begun).toBeLessThan(2500);
  });
});

describe("runToEnd", () => {
  it("does not give the event loop back", async () => {
    let turned = false;
    const timer = setTimeout(() => {
      turned = true;
    }, 0);
    runToEnd(last(30));
    clearTimeout(timer);
    expect(turned).toBe(false);
  });
});

describe("quietly", () => {
  it("keeps the pauses and the result, and hides the progress", () => {
    const steps: unknown[] = [];
    const task = quietly(countTo(4));
    let step = task.next();
    for (; !step.done; step = task.next()) steps.push(step.value);
    expect(step.value).toBe(10);
    expect(steps).toEqual([undefined, undefined, undefined, undefined]);
  });

  it("leaves the whole to speak for itself", () => {
    function* whole(): LongTask<number> {
      const part = yield* quietly(countTo(6));
      yield { stage: "whole", done: 1, total: 1 };
      return part;
    }
    const seen: Progress[] = [];
    expect(runToEnd(whole(), { onProgress: (progress) => seen.push(progress) })).toBe(21);
    expect(seen).toEqual([{ stage: "whole", done: 1, total: 1 }]);
  });
});
