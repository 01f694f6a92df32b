import type { Socket } from "node:net";
import { type ProblemCode, ProblemError, problemOf, problemType } from "./problem.js";
import { securityHeaders } from "./security-headers.js";

const codes: { readonly [code: string]: ProblemCode } = {
  HPE_HEADER_OVERFLOW: "headers-too-large",
  ERR_HTTP_REQUEST_TIMEOUT: "slow-request",
};

/** Answers what is no HTTP request at all, in the same form as all else. */
export function answerClientError(error: Error & { readonly code?: string }, socket: Socket): void {
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const code = codes[error.code ?? ""] ?? "invalid-request";
  const document = problemOf(
    new ProblemError(code, { detail: "Expected an HTTP/1.1 request within the limits of this server." }),
    0,
  );
  const body = JSON.stringify(document);
  const headers = {
    ...securityHeaders,
    "content-type": problemType,
    "content-length": String(Buffer.byteLength(body)),
    connection: "close",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${document.status} ${document.title}\r\n${lines.join("")}\r\n${body}`);
}
