import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { clusterMethods, plans } from "reference-regions";
import { languages } from "reference-regions/report";
import { inTime } from "../deadline.js";
import { pagePolicy } from "../security-headers.js";
import { sendAnswer } from "../send-answer.js";
import type { QuestionKind, Task } from "../tasks.js";
import type { Context } from "./context.js";
import { findTable, tableParams } from "./find-table.js";
import { answersWith, type Fields, problemsOf } from "./schemas.js";

/** One question about a table: what it says, and what is answered. */
interface Question {
  readonly summary: string;
  readonly fields: Fields;
  readonly required: readonly string[];
  /** The media types of the answer; the schema of the JSON one is named. */
  readonly answers: { readonly [type: string]: string | null };
}

const id = { type: "string", minLength: 1, maxLength: 100 };
const language = {
  type: "string",
  enum: Object.keys(languages),
  description: "Of names and words; default en.",
};
const written = (...formats: string[]): Fields => ({
  format: { type: "string", enum: formats, description: `Default ${formats[0]}.` },
  language,
});
/** What says whose list is meant, and how it is made. */
export const listFields: Fields = {
  target: { ...id, description: "The region that looks for its reference regions." },
  count: {
    type: "integer",
    minimum: 1,
    maximum: 5_000,
    description: "How many regions to list; default: the plan's.",
  },
  excludeSameCountry: { type: "boolean", description: "Leave out regions of the target's country." },
};
const presets = { type: "string", enum: Object.keys(plans), description: "A preset; default orkestra." };

const questions: { readonly [kind in QuestionKind]: Question } = {
  "reference-regions": {
    summary: "The reference regions of a region, each distance split into its reasons",
    fields: { ...listFields, ...written("json", "csv", "geojson") },
    required: ["target"],
    answers: { "application/json": "ReferenceRegions", "text/csv": null, "application/geo+json": null },
  },
  pair: {
    summary: "What unites two regions, and what divides them",
    fields: { a: id, b: id },
    required: ["a", "b"],
    answers: { "application/json": "PairExplanation" },
  },
  typology: {
    summary: "All regions divided into types",
    fields: {
      k: {
        type: "integer",
        minimum: 2,
        maximum: 100,
        description: "How many; default: what six criteria say.",
      },
      method: { type: "string", enum: clusterMethods, description: "Default: the plan's, else ward." },
      seed: { type: "integer", description: "Decides every random draw; default 1." },
      ...written("json", "csv"),
    },
    required: [],
    answers: { "application/json": "Typology", "text/csv": null },
  },
  benchmark: {
    summary: "The performance of a region against its reference regions",
    fields: { ...listFields, ...written("json", "csv") },
    required: ["target"],
    answers: { "application/json": "Benchmark", "text/csv": null },
  },
  report: {
    summary: "All that can be said of a region, as a document to read or as data",
    fields: { ...listFields, ...written("markdown", "json") },
    required: ["target"],
    answers: { "text/markdown": null, "application/json": "Analysis" },
  },
  explorer: {
    summary: "An interactive page with the table in it",
    fields: { language },
    required: [],
    answers: { "text/html": null },
  },
};

/** The plan of a question that is sent: a preset, or a plan of one's own. */
export const anyPlan: object = {
  description: "A preset, or a plan of one's own.",
  anyOf: [presets, { $ref: "Plan#" }],
};

/** Each question twice: in an address, with a preset, to be linked to; and as a JSON document, with a plan of one's own. */
export function addQuestions(app: FastifyInstance, context: Context): void {
  for (const [kind, question] of Object.entries(questions) as [QuestionKind, Question][]) {
    const { summary, required, fields } = question;
    const url = `/tables/:table/${kind}`;
    const ask = answerer(kind, context);
    const response = { 200: answersWith(question.answers), ...problemsOf(400, 404, 413, 422, 503) };
    app.get(url, {
      schema: {
        operationId: `get-${kind}`,
        summary,
        params: tableParams,
        querystring: object({ ...fields, plan: presets }, required),
        response: { ...response, 304: { description: "As the one who asks has it already.", type: "null" } },
      },
      handler: (request, reply) => ask(request, reply, request.query as object),
    });
    app.post(url, {
      bodyLimit: context.limits.questionBytes,
      schema: {
        operationId: `post-${kind}`,
        summary: `${summary} (with a plan of one's own)`,
        params: tableParams,
        body: object({ ...fields, plan: anyPlan }, required),
        response: { ...response, ...problemsOf(415) },
      },
      handler: (request, reply) => ask(request, reply, request.body as object),
    });
  }
}

function answerer(kind: QuestionKind, context: Context) {
  return async (request: FastifyRequest, reply: FastifyReply, asked: object): Promise<FastifyReply> => {
    const { id: table } = await findTable(request, context);
    const answer = await inTime(reply, context.limits, (signal) =>
      context.pool.run({ ...asked, kind, table } as Task, { signal }),
    );
    if (kind === "explorer") void reply.header("content-security-policy", pagePolicy);
    return sendAnswer(request, reply, answer);
  };
}

export function object(properties: Fields, required: readonly string[]): object {
  return { type: "object", properties, required, additionalProperties: false };
}
