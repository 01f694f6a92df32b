import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import type { TestProject } from "vitest/node";
import { explorerPage } from "../../tools/explorer-page.js";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder in which the backend is built from the sources as they are now: `main.js` and `worker.js`. */
    backend: string;
  }
}

/** Builds the backend with the sources of the library, for what cannot run from the sources: threads and processes. */
export default async function setup({ provide, config: { root } }: TestProject): Promise<() => void> {
  const outdir = join(root, ".backend", String(process.pid));
  mkdirSync(outdir, { recursive: true });
  const source = (entry: string): string => join(root, "src", entry);
  await build({
    entryPoints: [join(root, "examples/backend/main.ts"), join(root, "examples/backend/worker.ts")],
    outdir,
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "error",
    packages: "external",
    alias: {
      "reference-regions/report": source("report/index.ts"),
      "reference-regions/schemas": source("schemas/index.ts"),
      "reference-regions/explorer": source("explorer/index.ts"),
      "reference-regions": source("index.ts"),
    },
    plugins: [explorerPage as Plugin],
  });
  provide("backend", pathToFileURL(`${outdir}/`).href);
  return () => rmSync(outdir, { recursive: true, force: true });
}
