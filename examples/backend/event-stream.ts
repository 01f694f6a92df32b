import type { ServerResponse } from "node:http";

/** Server-sent events to one reader. */
export interface EventStream {
  /** One that a later one replaces is left out while the reader is behind. */
  send(event: string, data: object, options?: { readonly last?: boolean }): void;
}

/**
 * Begins a stream of events; it says that it lives every so often. What waits to be read stays small: while the reader is behind, only the
 * last event is put to what waits. Whether anybody reads at all is watched by the idle time of the socket.
 */
export function openEventStream(
  response: ServerResponse,
  {
    headers,
    heartbeatMs,
    onClose,
  }: {
    readonly headers: { readonly [name: string]: string };
    readonly heartbeatMs: number;
    readonly onClose: () => void;
  },
): EventStream {
  response.writeHead(200, {
    ...headers,
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
    connection: "close",
  });
  const beat = setInterval(() => {
    if (!response.writableNeedDrain) response.write(": alive\n\n");
  }, heartbeatMs);
  response.on("close", () => {
    clearInterval(beat);
    onClose();
  });
  response.on("error", () => response.destroy());
  return {
    send(event, data, { last = false } = {}) {
      if (response.writableEnded || response.destroyed) return;
      if (!last && response.writableNeedDrain) return;
      response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
      if (last) response.end();
    },
  };
}
