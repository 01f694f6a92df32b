import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Answer } from "./tasks.js";

/** Sends what a worker wrote; who has the very same text already is told so instead. */
export function sendAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  { text, type }: Answer,
): FastifyReply {
  const tag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
  void reply.header("etag", tag).header("cache-control", "private, no-cache");
  const held = request.headers["if-none-match"] ?? "";
  if (request.method === "GET" && held.split(",", 20).some((one) => one.trim().replace(/^W\//, "") === tag))
    return reply.code(304).send();
  return reply.type(type).send(text);
}
