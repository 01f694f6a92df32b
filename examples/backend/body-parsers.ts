import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Limits } from "./limits.js";
import { ProblemError } from "./problem.js";

/** Bodies are JSON, not too deep, and not packed. */
export function addJsonParser(app: FastifyInstance, limits: Limits): void {
  app.removeAllContentTypeParsers();
  const parseJson = app.getDefaultJsonParser("error", "error");
  app.addContentTypeParser("application/json", { parseAs: "string" }, (request, body, done) => {
    const text = String(body);
    if (depthOf(text) > limits.depth)
      done(
        new ProblemError("not-json", {
          detail: `Expected at most ${limits.depth} levels of arrays and objects.`,
        }),
      );
    else void parseJson(request, text, done);
  });
  app.addHook("onRequest", async ({ method, headers }) => {
    const coding = headers["content-encoding"];
    if (method !== "GET" && coding !== undefined && coding !== "identity")
      throw new ProblemError("unsupported-media-type", {
        detail: "Expected a body that is not packed. Send it as it is.",
      });
  });
}

/** Bodies may be CSV besides, in a stated encoding or UTF-8. */
export function addCsvParser(app: FastifyInstance): void {
  app.addContentTypeParser("text/csv", { parseAs: "buffer" }, async (request: FastifyRequest, body: Buffer) =>
    decode(body, charsetOf(request.headers["content-type"])),
  );
}

/** How deep the brackets of a JSON text stand in each other; those in strings are none. */
export function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x22) {
      for (i++; i < text.length && text.charCodeAt(i) !== 0x22; i++) if (text.charCodeAt(i) === 0x5c) i++;
    } else if (code === 0x5b || code === 0x7b) most = Math.max(most, ++depth);
    else if (code === 0x5d || code === 0x7d) depth--;
  }
  return most;
}

function charsetOf(contentType = ""): string {
  return /;\s{0,4}charset="?([\w-]{1,40})/i.exec(contentType.slice(0, 200))?.[1] ?? "utf-8";
}

function decode(bytes: Buffer, charset: string): string {
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(charset, { fatal: true });
  } catch {
    throw new ProblemError("unsupported-media-type", {
      detail: `Expected an encoding such as utf-8 or windows-1251, got "${charset}".`,
    });
  }
  try {
    return decoder.decode(bytes);
  } catch {
    throw new ProblemError("not-text", {
      detail: `Expected text in ${decoder.encoding}, got other bytes. Name the encoding: "content-type: text/csv; charset=windows-1251".`,
    });
  }
}
