import { randomUUID } from "node:crypto";
import type { Progress } from "reference-regions";
import type { Limits } from "./limits.js";
import type { Pool } from "./pool.js";
import { type Problem, ProblemError, problemOf } from "./problem.js";
import type { Task } from "./tasks.js";

/** A job as it is told. */
export interface Job {
  readonly id: string;
  readonly table: string;
  readonly target: string;
  readonly state: "waiting" | "running" | "done" | "failed" | "cancelled";
  readonly progress: Progress | null;
  /** Why it failed. */
  readonly problem: Problem | null;
  readonly created: string;
  readonly ended: string | null;
  readonly links: { readonly self: string; readonly events: string; readonly result: string };
}

export const jobSchema: object = {
  title: "Job",
  description: "Long work: how far it is, and where its result will be.",
  type: "object",
  properties: {
    id: { type: "string", format: "uuid" },
    table: { type: "string" },
    target: { type: "string" },
    state: { type: "string", enum: ["waiting", "running", "done", "failed", "cancelled"] },
    progress: {
      anyOf: [
        {
          type: "object",
          properties: { stage: { type: "string" }, done: { type: "number" }, total: { type: "number" } },
          required: ["stage", "done", "total"],
        },
        { type: "null" },
      ],
    },
    problem: { anyOf: [{ $ref: "ProblemDocument#" }, { type: "null" }] },
    created: { type: "string", format: "date-time" },
    ended: { type: ["string", "null"], format: "date-time" },
    links: {
      type: "object",
      properties: { self: { type: "string" }, events: { type: "string" }, result: { type: "string" } },
      required: ["self", "events", "result"],
    },
  },
  required: ["id", "table", "target", "state", "progress", "problem", "created", "ended", "links"],
  additionalProperties: false,
};

/** Jobs live in memory: they are gone when the server ends, their tables are not. */
export interface Jobs {
  /** @throws {ProblemError} `too-many-jobs`. */
  open(task: Extract<Task, { kind: "sensitivity" }>): Job;
  /** @throws {ProblemError} `unknown-job`, as the others do. */
  find(id: string): Job;
  /** @throws {ProblemError} `not-done`. */
  result(id: string): string;
  /** Stops a job that is not over; one that is over stays as it is. */
  cancel(id: string): Job;
  /** Calls back with the job as it is now and at every change, the last time when it is over; returns what ends that. */
  watch(id: string, onChange: (job: Job) => void): () => void;
  /** Stops all that are not over. */
  cancelAll(): void;
}

interface Kept {
  job: Job;
  result: string | null;
  readonly controller: AbortController;
  readonly watchers: Set<(job: Job) => void>;
}

export interface JobsOptions {
  readonly pool: Pool;
  readonly limits: Limits;
  /** Makes a problem of any error, and keeps the log of what was not foreseen. */
  readonly asProblem: (error: unknown) => ProblemError;
}

export function createJobs({ pool, limits, asProblem }: JobsOptions): Jobs {
  const kept = new Map<string, Kept>();

  const get = (id: string): Kept => {
    const found = kept.get(id);
    if (found !== undefined) return found;
    throw new ProblemError("unknown-job", {
      detail: "There is no such job. Jobs that are over are kept for a while only.",
    });
  };
  const change = (one: Kept, changes: Partial<Job>): void => {
    if (isOver(one.job)) return;
    one.job = { ...one.job, ...changes };
    for (const tell of one.watchers) tell(one.job);
    if (isOver(one.job)) one.watchers.clear();
  };
  const end = (one: Kept, changes: Pick<Job, "state"> & Partial<Job>): void => {
    change(one, { ...changes, ended: new Date().toISOString() });
  };
  const cancel = (one: Kept): void => {
    end(one, { state: "cancelled" });
    one.controller.abort();
  };

  async function work(one: Kept, task: Task): Promise<void> {
    const late = setTimeout(() => one.controller.abort(tooLong(limits)), limits.jobMs);
    try {
      const onProgress = (progress: Progress | null): void => change(one, { state: "running", progress });
      const { text } = await pool.run(task, { signal: one.controller.signal, onProgress });
      if (!isOver(one.job)) one.result = text;
      end(one, { state: "done" });
    } catch (error) {
      if (!isOver(one.job))
        end(one, { state: "failed", problem: problemOf(asProblem(error), limits.issues) });
    } finally {
      clearTimeout(late);
    }
  }

  function makeRoom(): void {
    const over = [...kept.values()].filter(({ job }) => isOver(job));
    if (kept.size - over.length >= limits.openJobs)
      throw new ProblemError("too-many-jobs", {
        detail: `${limits.openJobs} jobs are open already. Wait until one is over, or cancel one.`,
        retryAfter: 10,
      });
    for (const { job } of over.slice(0, Math.max(0, over.length - limits.keptJobs + 1))) kept.delete(job.id);
  }

  return {
    open(task) {
      makeRoom();
      const id = randomUUID();
      const self = `/jobs/${id}`;
      const job: Job = {
        id,
        table: task.table,
        target: task.target,
        state: "waiting",
        progress: null,
        problem: null,
        created: new Date().toISOString(),
        ended: null,
        links: { self, events: `${self}/events`, result: `${self}/result` },
      };
      const one: Kept = { job, result: null, controller: new AbortController(), watchers: new Set() };
      kept.set(id, one);
      void work(one, task);
      return one.job;
    },
    find: (id) => get(id).job,
    result(id) {
      const { job, result } = get(id);
      if (result !== null) return result;
      throw new ProblemError("not-done", {
        detail: `The job is ${job.state}${isOver(job) ? "" : "; ask again later"}.`,
      });
    },
    cancel(id) {
      const one = get(id);
      cancel(one);
      return one.job;
    },
    watch(id, onChange) {
      const { job, watchers } = get(id);
      onChange(job);
      if (isOver(job)) return () => {};
      watchers.add(onChange);
      return () => watchers.delete(onChange);
    },
    cancelAll() {
      for (const one of kept.values()) if (!isOver(one.job)) cancel(one);
    },
  };
}

export function isOver({ state }: Job): boolean {
  return state !== "waiting" && state !== "running";
}

function tooLong({ jobMs }: Limits): ProblemError {
  return new ProblemError("took-too-long", {
    detail: `The job was not done within ${jobMs / 1000} s. Ask for fewer draws, or a smaller table.`,
  });
}
