import type { FastifyReply } from "fastify";
import type { Limits } from "./limits.js";
import { ProblemError } from "./problem.js";

/**
 * Does work for an answer, with a signal that stops it: when the answer is late, or when the one who asked has gone. (The `request.signal`
 * of Fastify 5.12 fires as soon as the body of a POST was read: fastify/fastify#6725.)
 */
export async function inTime<T>(
  reply: FastifyReply,
  { answerMs }: Limits,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const late = new ProblemError("took-too-long", {
    detail: `The answer was not there within ${answerMs / 1000} s. Ask for less: name the number of types, take fewer draws, or a smaller table.`,
  });
  const timer = setTimeout(() => controller.abort(late), answerMs);
  const onClose = (): void =>
    controller.abort(new ProblemError("worker-lost", { detail: "The one who asked has gone." }));
  reply.raw.once("close", onClose);
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    reply.raw.off("close", onClose);
  }
}
