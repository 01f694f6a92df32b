import { connect, type Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import { onTestFinished } from "vitest";

/** Lets a server listen on a free port of this machine; returns the port. */
export async function listen(app: FastifyInstance): Promise<number> {
  await app.listen({ port: 0, host: "127.0.0.1" });
  const address = app.server.address();
  if (address === null || typeof address === "string") throw new Error("expected a port");
  return address.port;
}

/** A connection of a test, which ends with it; an error of it is no error of the test. */
export function open(port: number): Socket {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => {});
  onTestFinished(() => void socket.destroy());
  return socket;
}

/** Sends text as it is, and waits for all that comes until the other side ends. */
export function exchange(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = open(port);
    let came = "";
    socket.on("data", (bytes) => {
      came += bytes.toString();
    });
    socket.on("close", () => resolve(came));
    socket.write(text);
  });
}

/** An event of a stream. */
export interface StreamEvent {
  readonly event: string;
  readonly data: {
    readonly state: string;
    readonly progress: { readonly stage: string; readonly done: number } | null;
  };
}

/** The events of a stream, until it ends or the caller has had enough. */
export async function* readEvents(url: string, signal?: AbortSignal): AsyncGenerator<StreamEvent> {
  const answer = await fetch(url, signal ? { signal } : {});
  let rest = "";
  for await (const bytes of answer.body!) {
    rest += Buffer.from(bytes).toString();
    const blocks = rest.split("\n\n");
    rest = blocks.pop()!;
    for (const block of blocks) {
      const found = /^event: (.*)\ndata: (.*)$/.exec(block);
      if (found) yield { event: found[1]!, data: JSON.parse(found[2]!) };
      else if (block !== ": alive") throw new Error(`expected an event, got ${block}`);
    }
  }
}
