import type { FastifyInstance } from "fastify";
import { compile, issuesOf } from "./validation.js";

/** For development and tests: an answer that is not what its route says becomes an error. */
export function checkAnswers(app: FastifyInstance): void {
  app.addHook("onSend", async (request, reply, payload) => {
    const { schema } = request.routeOptions;
    const type = String(reply.getHeader("content-type") ?? "").split(";")[0]!;
    const said = (schema?.response as { [status: number]: Said } | undefined)?.[reply.statusCode];
    if (request.routeOptions.url === undefined || reply.statusCode >= 500) return;
    if (said === undefined)
      throw new Error(`${request.method} ${request.url}: status ${reply.statusCode} is not foreseen`);
    if (said.content === undefined) return;
    const found = said.content[type];
    if (found === undefined) throw new Error(`${request.method} ${request.url}: ${type} is not foreseen`);
    if (!type.endsWith("json") || type === "application/geo+json") return;
    const validate = compile({ schema: found.schema });
    if (!validate(JSON.parse(String(payload))))
      throw new Error(`${request.method} ${request.url}: ${issuesOf(validate.errors!)[0]!.message}`);
  });
}

interface Said {
  readonly content?: { readonly [type: string]: { readonly schema: object } };
}
