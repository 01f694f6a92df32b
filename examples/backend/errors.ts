import type { ErrorObject } from "ajv/dist/2020.js";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { type Issue, parseFramework, parsePlan, ReferenceRegionsError } from "reference-regions";
import type { Limits } from "./limits.js";
import { type ProblemCode, ProblemError, problemOf, problemType } from "./problem.js";
import { issuesOf } from "./validation.js";

/** The problems that the framework below knows, in this server's words. */
const known: { readonly [code: string]: readonly [code: ProblemCode, detail: string] } = {
  FST_ERR_CTP_BODY_TOO_LARGE: ["body-too-large", "Expected a smaller body. Leave out what is not needed."],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    "unsupported-media-type",
    "Expected application/json, or text/csv where a table is uploaded. State it in content-type.",
  ],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ["invalid-request", "The body is not as long as content-length says."],
  FST_ERR_CTP_EMPTY_JSON_BODY: ["not-json", "Expected a JSON document, got an empty body."],
  FST_ERR_CTP_INVALID_JSON_BODY: [
    "not-json",
    "Expected a JSON document. It is not well formed, or holds keys that are not taken.",
  ],
  FST_ERR_BAD_URL: ["invalid-request", "The address is not well formed."],
  FST_ERR_MAX_PARAM_LENGTH: ["long-address", "The address is too long."],
};

/** Makes a problem of any error; what was not foreseen goes to the log, and only "the server failed" to the one who asked. */
export function asProblem(error: unknown, log: (error: unknown) => void): ProblemError {
  if (error instanceof ProblemError) return error;
  const { code, statusCode, validation } = (error ?? {}) as Partial<FastifyError>;
  if (validation)
    return new ProblemError("invalid-request", {
      issues: issuesOf(validation as readonly ErrorObject[]),
    });
  const word = code === undefined ? undefined : known[code];
  if (word !== undefined) return new ProblemError(word[0], { detail: word[1] });
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new ProblemError("invalid-request", { detail: "The request is not what the route takes." });
  log(error);
  return new ProblemError("internal", { detail: "The server failed. The request was not carried out." });
}

/** Answers with a problem document. */
export function sendError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  limits: Limits,
): void {
  const problem = inLibrarysWords(
    asProblem(error, (unforeseen) => request.log.error(unforeseen)),
    request,
  );
  const document = problemOf(problem, limits.issues);
  if (problem.retryAfter !== null) void reply.header("retry-after", String(problem.retryAfter));
  // What is left of a body that was not read is not waited for.
  if (document.status === 413) void reply.header("connection", "close");
  void reply
    .code(document.status)
    .header("cache-control", "no-store")
    .type(problemType)
    .send(JSON.stringify(document));
}

/** A validator names one problem in its own words; of plans and frameworks the library names all, with what to do. */
function inLibrarysWords(problem: ProblemError, { body }: FastifyRequest): ProblemError {
  if (problem.code !== "invalid-request" || typeof body !== "object" || body === null) return problem;
  const { plan, framework } = body as { readonly plan?: unknown; readonly framework?: unknown };
  const found = [
    ...(plan === undefined ? [] : libraryIssues(() => parsePlan(plan))),
    ...(framework === undefined ? [] : libraryIssues(() => parseFramework(framework))),
  ];
  const others = problem.issues.filter(({ path = "" }) => !/^(?:plan|framework)(?:$|[.[])/.test(path));
  return found.length === 0
    ? problem
    : new ProblemError("invalid-request", { issues: [...others, ...found] });
}

function libraryIssues(parse: () => unknown): readonly Issue[] {
  try {
    parse();
    return [];
  } catch (error) {
    if (error instanceof ReferenceRegionsError) return error.issues;
    throw error;
  }
}
