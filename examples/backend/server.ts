import Fastify, { type FastifyInstance } from "fastify";
import { addCsvParser, addJsonParser } from "./body-parsers.js";
import { withBundledTables } from "./bundled-tables.js";
import { checkAnswers } from "./check-answers.js";
import { answerClientError } from "./client-error.js";
import { asProblem, sendError } from "./errors.js";
import { createJobs } from "./jobs.js";
import { defaultLimits, type Limits } from "./limits.js";
import { openRouteBook } from "./openapi.js";
import { createPool, type Pool } from "./pool.js";
import { ProblemError } from "./problem.js";
import { addJobs } from "./routes/jobs.js";
import { addMeta } from "./routes/meta.js";
import { addQuestions } from "./routes/questions.js";
import { addTables } from "./routes/tables.js";
import { addSecurityHeaders } from "./security-headers.js";
import type { Storage } from "./storage.js";
import { compile } from "./validation.js";

export interface ServerOptions {
  /** Where tables are kept; the server closes it. */
  readonly storage: Storage;
  readonly limits?: Partial<Limits> | undefined;
  /** Threads that answer questions while one waits; default 1. */
  readonly questionWorkers?: number | undefined;
  /** Threads that do jobs; default 1. */
  readonly jobWorkers?: number | undefined;
  /** The built worker; default: the one beside this file. */
  readonly worker?: URL | undefined;
  /** Whether to compare every answer with what its route says it is; default false. */
  readonly checkAnswers?: boolean | undefined;
  /** From which level the log is written; default `"warn"`, or `"silent"`. */
  readonly logLevel?: string | undefined;
}

/** A server that is ready to listen, and the threads that work for it. */
export interface Server {
  readonly app: FastifyInstance;
  readonly pools: { readonly questions: Pool; readonly jobs: Pool };
}

/** The whole server; this thread only routes, validates and stores, and threads do the work. */
export async function buildServer({
  storage: own,
  limits: changed,
  questionWorkers = 1,
  jobWorkers = 1,
  worker: script = new URL("./worker.js", import.meta.url),
  checkAnswers: checked = false,
  logLevel = "warn",
}: ServerOptions): Promise<Server> {
  const limits: Limits = { ...defaultLimits, ...changed };
  const storage = withBundledTables(own);
  const readTable = storage.read;
  const staff = { script, limits, readTable };
  const pools = {
    questions: createPool({ ...staff, size: questionWorkers, waiting: limits.waiting }),
    jobs: createPool({ ...staff, size: jobWorkers, waiting: limits.openJobs }),
  };
  const app = Fastify({
    logger: { level: logLevel },
    bodyLimit: limits.questionBytes,
    requestTimeout: limits.idleMs,
    connectionTimeout: limits.idleMs,
    keepAliveTimeout: 5_000,
    forceCloseConnections: "idle",
    return503OnClosing: false,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 100 },
    http: { maxHeaderSize: 8_192, headersTimeout: Math.min(10_000, limits.idleMs) },
    frameworkErrors: (error, request, reply) => sendError(error, request, reply, limits),
    clientErrorHandler: answerClientError,
  });
  app.server.maxConnections = limits.connections;
  const book = openRouteBook(app);
  const log = (error: unknown): void => app.log.error(error);
  const jobs = createJobs({ pool: pools.jobs, limits, asProblem: (error) => asProblem(error, log) });
  const context = { storage, pool: pools.questions, jobs, limits };

  app.setValidatorCompiler(compile);
  // Answers are written as they are: a serialiser that leaves out or changes members would make other numbers of them.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  app.setErrorHandler((error, request, reply) => sendError(error, request, reply, limits));
  app.setNotFoundHandler((request, reply) => {
    const methods = book.methodsOf(request.url.split("?", 1)[0]!);
    if (methods.length > 0) void reply.header("allow", methods.join(", "));
    const code = methods.length > 0 ? "method-not-allowed" : "no-such-route";
    sendError(
      new ProblemError(code, { detail: "GET /openapi.json names all routes." }),
      request,
      reply,
      limits,
    );
  });
  addSecurityHeaders(app);
  addJsonParser(app, limits);
  if (checked) checkAnswers(app);

  addMeta(app, book);
  addQuestions(app, context);
  addJobs(app, context);
  await app.register(async (scope) => {
    addCsvParser(scope);
    addTables(scope, context);
  });

  // Jobs end first, for their event streams would keep connections open; threads and storage when no request is left.
  app.addHook("preClose", async () => jobs.cancelAll());
  app.addHook("onClose", async () => {
    await Promise.all([pools.questions.close(), pools.jobs.close()]);
    await storage.close();
  });
  await app.ready();
  return { app, pools };
}
