import { randomUUID } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { inTime } from "../deadline.js";
import { checkTableSize } from "../limits.js";
import { issue, ProblemError } from "../problem.js";
import { sendAnswer } from "../send-answer.js";
import type { TableEntry } from "../storage.js";
import type { Upload } from "../tasks.js";
import type { Context } from "./context.js";
import { findTable, findTableById, tableParams } from "./find-table.js";
import { object } from "./questions.js";
import { answersWith, problemsOf } from "./schemas.js";

const options = {
  type: "object",
  description:
    "How the table is written: layout, delimiter, decimal, missing, columns, as readRegionsCsv takes them.",
};

/** A table as a JSON document: the framework with CSV, or with rows. */
const upload = {
  ...object(
    { framework: { $ref: "Framework#" }, csv: { type: "string" }, rows: { type: "array" }, options },
    ["framework"],
  ),
  oneOf: [{ required: ["csv"] }, { required: ["rows"] }],
};

/** Tables: which there are, one of them, a new one, one less. */
export function addTables(app: FastifyInstance, context: Context): void {
  const { storage, pool, limits } = context;

  let uploads = 0;

  /** So many bodies of this size are held at once, and no more. */
  function takePlace({ raw }: FastifyReply): void {
    if (uploads >= limits.uploads)
      throw new ProblemError("busy", {
        detail: `${limits.uploads} tables are being uploaded already. Ask again later.`,
        retryAfter: 5,
      });
    uploads++;
    raw.once("close", () => uploads--);
  }

  app.get("/tables", {
    schema: {
      operationId: "list-tables",
      summary: "Which tables there are",
      response: {
        200: {
          description: "All.",
          content: { "application/json": { schema: { type: "array", items: { $ref: "TableEntry#" } } } },
        },
      },
    },
    handler: async () => storage.list(),
  });

  app.get("/tables/:table", {
    schema: {
      operationId: "get-table",
      summary: "What is told of a table",
      params: tableParams,
      response: { 200: answersWith({ "application/json": "TableEntry" }), ...problemsOf(400, 404) },
    },
    handler: (request) => findTable(request, context),
  });

  app.get("/tables/:table/data", {
    schema: {
      operationId: "get-table-data",
      summary: "A table: framework, regions, figures",
      params: tableParams,
      response: { 200: answersWith({ "application/json": "RegionTable" }), ...problemsOf(400, 404) },
    },
    handler: async (request, reply) => {
      const { id } = await findTable(request, context);
      const text = await storage.read(id);
      if (text === null) throw new ProblemError("unknown-table");
      return sendAnswer(request, reply, { text, type: "application/json" });
    },
  });

  app.post("/tables", {
    bodyLimit: limits.uploadBytes,
    onRequest: async (_, reply) => takePlace(reply),
    preValidation: async ({ body }) => checkUploadSize(body as Partial<Upload> | string | undefined, context),
    schema: {
      operationId: "add-table",
      summary:
        "A new table, read and checked; what is wrong with it is told cell by cell, and nothing of it is stored",
      querystring: object(
        {
          framework: {
            type: "string",
            maxLength: 64,
            description: "Of a CSV body: the table whose framework says what its columns mean.",
          },
          delimiter: { type: "string", minLength: 1, maxLength: 1 },
          decimal: { type: "string", enum: [".", ","] },
          layout: { type: "string", enum: ["wide", "long"] },
        },
        [],
      ),
      body: {
        content: { "application/json": { schema: upload }, "text/csv": { schema: { type: "string" } } },
      },
      response: {
        201: answersWith({ "application/json": "TableEntry" }, "It is stored; location says where."),
        ...problemsOf(400, 404, 413, 415, 422, 503, 507),
      },
    },
    handler: async (request, reply) => {
      const upload = await uploadOf(request, context);
      const { text, about } = await inTime(reply, limits, (signal) =>
        pool.run({ kind: "read", ...upload }, { signal }),
      );
      const entry: TableEntry = {
        id: randomUUID(),
        ...about!,
        readOnly: false,
        created: new Date().toISOString(),
      };
      await storage.add(entry, text);
      return reply.code(201).header("location", `/tables/${entry.id}`).send(entry);
    },
  });

  app.delete("/tables/:table", {
    schema: {
      operationId: "remove-table",
      summary: "Removes a table",
      params: tableParams,
      response: {
        204: { description: "It is gone.", type: "null" },
        ...problemsOf(400, 403, 404, 413, 415, 507),
      },
    },
    handler: async (request, reply) => {
      const { id, readOnly } = await findTable(request, context);
      if (readOnly)
        throw new ProblemError("read-only", {
          detail: "The table comes with the server, and cannot be removed.",
        });
      await storage.remove(id);
      return reply.code(204).send();
    },
  });
}

/** Before anything looks into it: a table that is larger than the server takes. */
function checkUploadSize(body: Partial<Upload> | string | undefined, { limits }: Context): void {
  if (typeof body !== "object" || body === null) return;
  const { framework, rows } = body;
  if (JSON.stringify(framework ?? null).length > limits.frameworkLength)
    throw new ProblemError("table-too-large", {
      issues: [
        issue(
          "over-limit",
          "framework",
          `expected at most ${limits.frameworkLength} characters. Shorten it.`,
        ),
      ],
    });
  checkTableSize({ regions: Array.isArray(rows) ? rows.length : 0, indicators: 0 }, limits);
}

async function uploadOf(request: FastifyRequest, { storage }: Context): Promise<Upload> {
  const { body } = request;
  const { framework, ...options } = request.query as { readonly framework?: string };
  if (body === undefined)
    throw new ProblemError("unsupported-media-type", {
      detail: "Expected a table, as text/csv or application/json, got an empty body.",
    });
  if (typeof body !== "string") {
    if (Object.keys(request.query as object).length > 0)
      throw new ProblemError("invalid-request", {
        issues: [
          issue(
            "unknown-key",
            "querystring",
            "expected nothing beside a JSON body. Put it in the body, into options.",
          ),
        ],
      });
    return body as Upload;
  }
  if (framework === undefined)
    throw new ProblemError("invalid-request", {
      issues: [
        issue(
          "missing",
          "framework",
          "expected the id of a table whose framework says what the columns mean, got none. Add ?framework=..., or send { framework, csv } as JSON.",
        ),
      ],
    });
  const { id } = await findTableById(framework, storage);
  return { frameworkOf: id, csv: body, options };
}
