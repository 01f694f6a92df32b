// A thread that answers questions, one at a time; it keeps tables and their spaces from one to the next.
import { parentPort, workerData } from "node:worker_threads";
import { DataError, FrameworkError, type Progress, ReferenceRegionsError } from "reference-regions";
import { answerTo } from "./answer.js";
import type { Limits } from "./limits.js";
import { type ProblemCode, ProblemError, summary } from "./problem.js";
import { createTables } from "./table-cache.js";
import type { Failure, FromWorker, Task, ToWorker } from "./tasks.js";

/** No more often than every so many ms does a task say how far it is. */
const PROGRESS = 100;

const { limits } = workerData as { readonly limits: Limits };
const port = parentPort!;
const send = (message: FromWorker): void => port.postMessage(message);
const wanted = new Map<string, (document: string | null) => void>();
const tables = createTables(fetchTable);
let current: { readonly number: number; readonly controller: AbortController } | null = null;

port.on("message", (message: ToWorker) => {
  if (message.type === "do") void perform(message.number, message.task);
  else if (message.type === "table") wanted.get(message.id)?.(message.document);
  else if (message.number === current?.number) current.controller.abort();
});

async function perform(number: number, task: Task): Promise<void> {
  const controller = new AbortController();
  current = { number, controller };
  try {
    const means = { tables, limits, signal: controller.signal, onProgress: teller(number) };
    send({ type: "done", number, answer: await answerTo(task, means) });
  } catch (error) {
    send({ type: "failed", number, failure: failureOf(error) });
  }
}

function fetchTable(id: string): Promise<string> {
  return new Promise((resolve, reject) => {
    wanted.set(id, (document) => {
      wanted.delete(id);
      if (document === null) reject(new ProblemError("unknown-table"));
      else resolve(document);
    });
    send({ type: "need-table", id });
  });
}

function teller(number: number): (progress: Progress) => void {
  let told = 0;
  return (progress) => {
    const now = performance.now();
    if (now - told < PROGRESS && progress.done < progress.total) return;
    told = now;
    send({ type: "progress", number, progress });
  };
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof ProblemError || error instanceof ReferenceRegionsError))
    return { code: "internal", stack: error instanceof Error ? `${error.stack}` : String(error) };
  const { issues } = error;
  const detail = error instanceof ProblemError ? error.message : summary(issues);
  return { code: codeOf(error), detail, issues: issues.slice(0, limits.issues), issueCount: issues.length };
}

function codeOf(error: ProblemError | ReferenceRegionsError): Exclude<ProblemCode, "internal"> {
  if (error instanceof ProblemError) return error.code as Exclude<ProblemCode, "internal">;
  if (error instanceof DataError) return "data-error";
  return error instanceof FrameworkError ? "framework-error" : "options-error";
}
