import type { FastifyInstance } from "fastify";

/** Of every answer: nothing here is a page, may be framed, guessed to be something else, or read by other sites. */
export const securityHeaders: { readonly [name: string]: string } = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

/** Of the one page: its scripts and styles stand inside it, and it loads nothing. */
export const pagePolicy =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-scripts allow-downloads";

export function addSecurityHeaders(app: FastifyInstance): void {
  app.addHook("onRequest", async (_, reply) => {
    void reply.headers(securityHeaders);
  });
}
