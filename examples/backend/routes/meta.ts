import type { FastifyInstance } from "fastify";
import type { RouteBook } from "../openapi.js";

/** Of the server itself: whether it lives, and what it can be asked. */
export function addMeta(app: FastifyInstance, book: RouteBook): void {
  app.get("/health", {
    schema: {
      operationId: "health",
      summary: "Whether the server takes requests",
      response: {
        200: {
          description: "It does.",
          content: {
            "application/json": {
              schema: {
                type: "object",
                properties: { status: { type: "string", const: "ok" } },
                required: ["status"],
              },
            },
          },
        },
      },
    },
    handler: async (_, reply) => reply.header("cache-control", "no-store").send({ status: "ok" }),
  });
  let document: string | null = null;
  app.get("/openapi.json", {
    schema: {
      operationId: "openapi",
      summary: "This document",
      response: {
        200: { description: "OpenAPI 3.1.", content: { "application/json": { schema: { type: "object" } } } },
      },
    },
    handler: async (_, reply) => {
      document ??= JSON.stringify(book.document());
      return reply.type("application/json").send(document);
    },
  });
}
