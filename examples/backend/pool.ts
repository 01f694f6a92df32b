import { Worker } from "node:worker_threads";
import type { Progress } from "reference-regions";
import type { Limits } from "./limits.js";
import { ProblemError } from "./problem.js";
import type { Answer, Failure, FromWorker, Task, ToWorker } from "./tasks.js";

export interface RunOptions {
  /** Aborting stops the work; what is done of it is lost. */
  readonly signal?: AbortSignal | undefined;
  /** Called when the work begins, and while it goes on. */
  readonly onProgress?: ((progress: Progress | null) => void) | undefined;
}

/** Worker threads, each doing one task at a time, and a queue before them. */
export interface Pool {
  /**
   * @throws {ProblemError} What the task rejects with; `busy` where too many wait; `worker-lost` and `out-of-memory` where a thread dies.
   */
  run(task: Task, options?: RunOptions): Promise<Answer>;
  /** The same task for every thread. */
  runOnAll(task: Task): Promise<readonly Answer[]>;
  close(): Promise<void>;
}

export interface PoolOptions {
  readonly size: number;
  /** So many tasks may wait. */
  readonly waiting: number;
  readonly script: URL;
  readonly limits: Limits;
  /** The document of a table that a worker does not hold. */
  readonly readTable: (id: string) => Promise<string | null>;
}

interface Ticket {
  readonly number: number;
  readonly task: Task;
  readonly onProgress: NonNullable<RunOptions["onProgress"]>;
  readonly settle: (outcome: { readonly answer: Answer } | { readonly error: unknown }) => void;
}

interface Seat {
  worker: Worker;
  ticket: Ticket | null;
  /** What the worker died of. */
  cause: (Error & { readonly code?: string }) | null;
  /** Whether it has ever answered: one that dies before is not replaced at once. */
  proven: boolean;
}

export function createPool({ size, waiting: most, script, limits, readTable }: PoolOptions): Pool {
  const waiting: Ticket[] = [];
  const seats: Seat[] = [];
  let closed = false;
  let last = 0;

  function hire(seat: Seat): void {
    const worker = new Worker(script, {
      workerData: { limits },
      resourceLimits: { maxOldGenerationSizeMb: limits.workerMegabytes },
    });
    Object.assign(seat, { worker, ticket: null, cause: null, proven: false });
    worker.on("message", (message: FromWorker) => hear(seat, message));
    worker.on("error", (error) => {
      seat.cause = error;
    });
    worker.on("exit", () => lose(seat));
  }

  function hear(seat: Seat, message: FromWorker): void {
    if (message.type === "need-table") void hand(seat, message.id);
    else if (message.number !== seat.ticket?.number) return;
    else if (message.type === "progress") seat.ticket.onProgress(message.progress);
    else {
      const { ticket } = seat;
      Object.assign(seat, { ticket: null, proven: true });
      ticket.settle(message.type === "done" ? message : { error: errorOf(message.failure) });
      assign();
    }
  }

  async function hand(seat: Seat, id: string): Promise<void> {
    const { worker } = seat;
    const document = await readTable(id).catch(() => null);
    worker.postMessage({ type: "table", id, document } satisfies ToWorker);
  }

  function lose(seat: Seat): void {
    const { ticket, cause, proven } = seat;
    ticket?.settle({ error: lost(cause) });
    seat.ticket = null;
    if (closed) return;
    seats.splice(seats.indexOf(seat), 1);
    const replace = (): void => {
      if (closed) return;
      hire(seat);
      seats.push(seat);
      assign();
    };
    if (proven || cause === null || ticket !== null) replace();
    else setTimeout(replace, 1_000).unref();
  }

  function assign(): void {
    for (const seat of seats) {
      if (seat.ticket !== null) continue;
      const ticket = waiting.shift();
      if (ticket === undefined) return;
      seat.ticket = ticket;
      ticket.onProgress(null);
      seat.worker.postMessage({ type: "do", number: ticket.number, task: ticket.task } satisfies ToWorker);
    }
  }

  /** Takes a task out of the queue, or tells its worker to stop, and ends the worker that does not. */
  function stop(number: number): void {
    const place = waiting.findIndex((ticket) => ticket.number === number);
    if (place >= 0) waiting.splice(place, 1);
    const seat = seats.find(({ ticket }) => ticket?.number === number);
    if (seat === undefined) return;
    seat.worker.postMessage({ type: "stop", number } satisfies ToWorker);
    setTimeout(() => {
      if (seat.ticket?.number === number) void seat.worker.terminate();
    }, limits.graceMs).unref();
  }

  async function run(task: Task, { signal, onProgress = () => {} }: RunOptions = {}): Promise<Answer> {
    signal?.throwIfAborted();
    if (closed) throw new ProblemError("shutting-down", { retryAfter: 5 });
    if (waiting.length >= most && seats.every(({ ticket }) => ticket !== null))
      throw new ProblemError("busy", {
        detail: `${most} requests wait already. Ask again later.`,
        retryAfter: 2,
      });
    const number = ++last;
    return new Promise((resolve, reject) => {
      const onAbort = (): void => {
        reject(signal!.reason);
        stop(number);
      };
      signal?.addEventListener("abort", onAbort, { once: true });
      waiting.push({
        number,
        task,
        onProgress: (progress) => signal?.aborted || onProgress(progress),
        settle: (outcome) => {
          signal?.removeEventListener("abort", onAbort);
          if ("answer" in outcome) resolve(outcome.answer);
          else reject(outcome.error);
        },
      });
      assign();
    });
  }

  for (let i = 0; i < size; i++) {
    const seat = {} as Seat;
    hire(seat);
    seats.push(seat);
  }
  return {
    run,
    runOnAll: (task) => Promise.all(seats.map(() => run(task))),
    async close() {
      closed = true;
      for (const { settle } of waiting.splice(0)) settle({ error: new ProblemError("shutting-down") });
      await Promise.all(seats.map(({ worker }) => worker.terminate()));
    },
  };
}

function lost(cause: Seat["cause"]): ProblemError {
  if (cause?.code === "ERR_WORKER_OUT_OF_MEMORY")
    return new ProblemError("out-of-memory", {
      detail: "The work needed more memory than it may take. Ask for less.",
    });
  return new ProblemError("worker-lost", {
    detail: "The work was broken off before it was done. Ask again.",
    retryAfter: 1,
  });
}

function errorOf(failure: Failure): Error {
  if (failure.code !== "internal") return new ProblemError(failure.code, failure);
  const error = new Error("a worker failed");
  error.stack = failure.stack;
  return error;
}
