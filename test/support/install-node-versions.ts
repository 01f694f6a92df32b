import { execFileSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The binaries of Node by their versions, the running one among them. */
    nodes: readonly (readonly [version: string, binary: string])[];
  }
}

/** The lines of Node that are supported beside the one that runs. */
const LINES = ["22", "24"];

/** Installs other lines of Node from the packages that carry their binaries, for as long as the tests last. */
export default function setup({ provide }: TestProject): () => void {
  const home = mkdtempSync(join(realpathSync(tmpdir()), "node-lines-"));
  const carrier = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  execFileSync(
    "npm",
    [
      "install",
      "--no-save",
      "--no-audit",
      "--no-fund",
      "--prefix",
      home,
      ...LINES.map((line) => `node${line}@npm:${carrier}@${line}`),
    ],
    { stdio: "pipe" },
  );
  const others = LINES.map((line) => join(home, "node_modules", `node${line}`, "bin", "node"));
  provide(
    "nodes",
    [process.execPath, ...others].map((binary) => [versionOf(binary), binary] as const),
  );
  return () => rmSync(home, { recursive: true, force: true });
}

function versionOf(binary: string): string {
  return execFileSync(binary, ["--version"], { encoding: "utf8" }).trim();
}
