import { spawnSync } from "node:child_process";
import { inject } from "vitest";

/** Runs Node in the project in which the package is installed, with no configuration of this repository around it; returns what it printed. */
export function runNode(args: readonly string[], input?: string, node: string = process.execPath): string {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const result = spawnSync(node, args, {
    cwd: inject("project"),
    env,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    ...(input === undefined ? {} : { input }),
  });
  if (result.status !== 0)
    throw new Error(`node ${args.join(" ")} ended with ${result.status}:\n${result.stderr}`);
  return result.stdout;
}

/** Runs a module (ESM) or a script (CommonJS) in that project, by this Node or another. */
export function runCode(code: string, type: "module" | "commonjs", node?: string): string {
  return runNode([`--input-type=${type}`], code, node);
}
