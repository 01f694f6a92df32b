import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** The backend in a process of its own, on a free port. */
export interface BackendProcess {
  readonly base: string;
  readonly child: ChildProcess;
  /** Sends a signal, and waits for the end: the exit code, or the signal that ended it. */
  end(signal: NodeJS.Signals): Promise<number | string>;
}

/** Starts the built `main.js`; `data` is the file of its storage. */
export async function startBackend(
  script: string,
  data: string,
  env: { readonly [name: string]: string } = {},
): Promise<BackendProcess> {
  const { NODE_OPTIONS: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [script], {
    env: { ...inherited, PORT: "0", DATA: data, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout!, child.stderr!])
    stream.on("data", (bytes) => {
      printed += String(bytes);
    });
  const ended = once(child, "exit") as Promise<[number | null, NodeJS.Signals | null]>;
  const base = await new Promise<string>((resolve, reject) => {
    child.stdout!.on("data", () => {
      const found = /Listening on (\S+);/.exec(printed);
      if (found) resolve(found[1]!);
    });
    void ended.then(() => reject(new Error(`expected the backend to listen, but it ended:\n${printed}`)));
  });
  return {
    base,
    child,
    async end(signal) {
      child.kill(signal);
      const [code, by] = await ended;
      return code ?? by!;
    },
  };
}
