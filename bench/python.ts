import { spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";

/** Python beside us: asked for one task at a time, so that its runs alternate with ours. */
export interface Peer {
  run(task: string, folder: string, runs: number): Promise<{ readonly ms: number; readonly value: number }>;
  stop(): void;
}

/** The first Python that has scipy, scikit-learn and pandas; null where there is none. */
export async function startPeer(): Promise<Peer | null> {
  const python = findPython();
  if (python === null) return null;
  const child = spawn(python, ["bench/scipy-peer.py"], { stdio: ["pipe", "pipe", "inherit"] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => JSON.parse((await answers.next()).value as string);
  if (!(await next()).ready) return null;
  return {
    run(task, folder, runs) {
      child.stdin.write(`${JSON.stringify({ task, folder, runs })}\n`);
      return next();
    },
    stop: () => child.stdin.end(),
  };
}

/** Debian's Python first: its scipy is a package of the system. `PYTHON` names another. */
export function findPython(): string | null {
  const candidates = [process.env.PYTHON, "/usr/bin/python3", "python3"].filter((one) => one !== undefined);
  const has = (python: string) => spawnSync(python, ["-c", "import scipy, sklearn, pandas"]).status === 0;
  return candidates.find(has) ?? null;
}
