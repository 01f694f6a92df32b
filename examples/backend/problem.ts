import type { Issue } from "reference-regions";

/** Every problem that this server has a word for: its status and its title. */
export const problems = {
  "invalid-request": [400, "The request is not what the route takes"],
  "not-json": [400, "The body is no JSON document that can be taken"],
  "not-text": [400, "The body is no text in the stated encoding"],
  "read-only": [403, "The table is part of the server"],
  "no-such-route": [404, "There is nothing here"],
  "unknown-table": [404, "There is no such table"],
  "unknown-job": [404, "There is no such job"],
  "method-not-allowed": [405, "The route does not take this method"],
  "slow-request": [408, "The request did not arrive in time"],
  "not-done": [409, "The job has no result"],
  "body-too-large": [413, "The body is too large"],
  "table-too-large": [413, "The table is too large"],
  "out-of-memory": [413, "The request takes more memory than it may"],
  "long-address": [414, "The address is too long"],
  "unsupported-media-type": [415, "The route does not take this media type"],
  "data-error": [422, "The data are not what they must be"],
  "framework-error": [422, "The framework is not what it must be"],
  "options-error": [422, "The question cannot be answered"],
  "over-limit": [422, "The question asks for more than it may"],
  "too-many-jobs": [429, "Too many jobs are open"],
  "too-many-streams": [429, "Too many event streams are open"],
  "headers-too-large": [431, "The headers are too large"],
  internal: [500, "The server failed"],
  busy: [503, "The server is busy"],
  "took-too-long": [503, "The answer took too long"],
  "worker-lost": [503, "The work was broken off"],
  "shutting-down": [503, "The server is shutting down"],
  "storage-full": [507, "The storage is full"],
} as const;

export type ProblemCode = keyof typeof problems;

/** A problem document (RFC 9457), with the issues of the library where it has some. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemCode;
  /** The first of them, each with its place and what to do. */
  readonly issues: readonly Issue[];
  /** How many there are. */
  readonly issueCount: number;
}

export const problemType = "application/problem+json";

/** What a problem document looks like; the issues are those of the library. */
export const problemSchema: object = {
  title: "ProblemDocument",
  description: "A problem document (RFC 9457) that carries the issues of the library.",
  type: "object",
  properties: {
    type: { type: "string", format: "uri" },
    title: { type: "string" },
    status: { type: "integer", minimum: 400, maximum: 599 },
    detail: { type: "string" },
    code: { type: "string", enum: Object.keys(problems) },
    issues: { type: "array", items: { $ref: "Problem#/$defs/Issue" } },
    issueCount: { type: "integer", minimum: 0 },
  },
  required: ["type", "title", "status", "detail", "code", "issues", "issueCount"],
  additionalProperties: false,
};

/** A problem on its way to the one who asked. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly issues: readonly Issue[];
  /** How many there are, where not all came along. */
  readonly issueCount: number;
  /** Seconds after which it is worth asking again. */
  readonly retryAfter: number | null;

  constructor(
    code: ProblemCode,
    {
      detail,
      issues = [],
      issueCount = issues.length,
      retryAfter = null,
    }: {
      readonly detail?: string;
      readonly issues?: readonly Issue[];
      readonly issueCount?: number;
      readonly retryAfter?: number | null;
    } = {},
  ) {
    super(detail ?? (issues.length > 0 ? summary(issues) : `${problems[code][1]}.`));
    this.code = code;
    this.issues = issues;
    this.issueCount = issueCount;
    this.retryAfter = retryAfter;
  }
}

/** The document, with so many of its issues at most. */
export function problemOf({ code, message, issues, issueCount }: ProblemError, most: number): Problem {
  const [status, title] = problems[code];
  return {
    type: `urn:reference-regions:problem:${code}`,
    title,
    status,
    detail: message,
    code,
    issues: issues.slice(0, most),
    issueCount,
  };
}

/** One issue, in the library's form: the message begins with the place. */
export function issue(code: string, path: string, sentence: string): Issue {
  return { code, message: path === "" ? sentence : `${path}: ${sentence}`, ...(path === "" ? {} : { path }) };
}

/** The one problem, or how many there are and the first. */
export function summary(issues: readonly Issue[]): string {
  return issues.length === 1
    ? issues[0]!.message
    : `${issues.length} problems; the first: ${issues[0]!.message}`;
}
