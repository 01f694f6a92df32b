import type { FastifyInstance } from "fastify";
import { openEventStream } from "../event-stream.js";
import { isOver } from "../jobs.js";
import { ProblemError } from "../problem.js";
import { securityHeaders } from "../security-headers.js";
import type { Questions } from "../tasks.js";
import type { Context } from "./context.js";
import { findTable, tableParams } from "./find-table.js";
import { anyPlan, listFields, object } from "./questions.js";
import { answersWith, problemsOf } from "./schemas.js";

const jobParams = {
  type: "object",
  properties: { job: { type: "string", minLength: 1, maxLength: 64 } },
  required: ["job"],
};
const jobOf = (params: unknown): string => (params as { readonly job: string }).job;
const aJob = answersWith({ "application/json": "Job" });

/** Long work: begun here, looked at, listened to, fetched, and stopped. */
export function addJobs(app: FastifyInstance, context: Context): void {
  const { jobs, limits } = context;
  let streams = 0;

  app.post("/tables/:table/sensitivity", {
    bodyLimit: limits.questionBytes,
    schema: {
      operationId: "begin-sensitivity",
      summary: "How sure a list is: begins a job, whose result says it",
      params: tableParams,
      body: object({ ...listFields, plan: anyPlan }, ["target"]),
      response: {
        202: answersWith({ "application/json": "Job" }, "It is begun; location says where it is."),
        ...problemsOf(400, 404, 413, 415, 429),
      },
    },
    handler: async (request, reply) => {
      const { id: table } = await findTable(request, context);
      const asked = request.body as Omit<Questions["reference-regions"], "table">;
      const job = jobs.open({ ...asked, kind: "sensitivity", table });
      return reply.code(202).header("location", job.links.self).send(job);
    },
  });

  app.get("/jobs/:job", {
    schema: {
      operationId: "get-job",
      summary: "How far a job is",
      params: jobParams,
      response: { 200: aJob, ...problemsOf(400, 404) },
    },
    handler: async ({ params }, reply) =>
      reply.header("cache-control", "no-store").send(jobs.find(jobOf(params))),
  });

  app.get("/jobs/:job/result", {
    schema: {
      operationId: "get-job-result",
      summary: "What a job found",
      params: jobParams,
      response: { 200: answersWith({ "application/json": "Sensitivity" }), ...problemsOf(400, 404, 409) },
    },
    handler: async ({ params }, reply) =>
      reply
        .header("cache-control", "no-store")
        .type("application/json")
        .send(jobs.result(jobOf(params))),
  });

  app.delete("/jobs/:job", {
    schema: {
      operationId: "cancel-job",
      summary: "Stops a job; one that is over stays as it is",
      params: jobParams,
      response: { 200: aJob, ...problemsOf(400, 404, 413, 415) },
    },
    handler: async ({ params }) => jobs.cancel(jobOf(params)),
  });

  app.get("/jobs/:job/events", {
    schema: {
      operationId: "watch-job",
      summary:
        "A job at every change, as server-sent events named by its state; the last is done, failed or cancelled",
      params: jobParams,
      response: { 200: answersWith({ "text/event-stream": null }), ...problemsOf(400, 404, 429) },
    },
    handler: async ({ params }, reply) => {
      const { id } = jobs.find(jobOf(params));
      if (streams >= limits.streams) throw new ProblemError("too-many-streams", { retryAfter: 10 });
      streams++;
      let leave = (): void => {};
      reply.hijack();
      const stream = openEventStream(reply.raw, {
        headers: securityHeaders,
        heartbeatMs: limits.heartbeatMs,
        onClose: () => {
          streams--;
          leave();
        },
      });
      leave = jobs.watch(id, (job) => stream.send(job.state, job, { last: isOver(job) }));
    },
  });
}
