import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** An empty project in which the packed tarball of the sources as they are now is installed. */
    project: string;
    /** The files of the tarball, by their paths inside the package. */
    packedFiles: readonly string[];
  }
}

const LEFT_OUT = new Set(["node_modules", "dist", "coverage", "site", ".git"]);

/**
 * Builds a copy of the repository, packs it, and installs the tarball in an empty project: what a user gets from `npm install`,
 * without a network and without touching the `dist` of the repository.
 */
export default function setup({ provide, config }: TestProject): () => void {
  const root = config.root;
  const home = mkdtempSync(join(realpathSync(tmpdir()), "reference-regions-"));
  const copy = join(home, "copy");
  const project = join(home, "project");
  cpSync(root, copy, { recursive: true, filter: (path) => !LEFT_OUT.has(relative(root, path)) });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "dir");
  run("npm", ["run", "build"], copy);
  run("npm", ["pack", "--ignore-scripts", "--pack-destination", home], copy);
  const tarball = readdirSync(home).find((name) => name.endsWith(".tgz"))!;
  run("tar", ["-xzf", tarball], home);

  const installed = join(project, "node_modules", "reference-regions");
  mkdirSync(dirname(installed), { recursive: true });
  cpSync(join(home, "package"), installed, { recursive: true });
  for (const name of dependenciesOf(installed)) {
    const link = join(project, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(realpathSync(join(root, "node_modules", name)), link, "dir");
  }
  provide("project", project);
  provide("packedFiles", filesUnder(installed));
  return () => rmSync(home, { recursive: true, force: true });
}

function run(command: string, args: string[], cwd: string): void {
  try {
    execFileSync(command, args, { cwd, stdio: "pipe", encoding: "utf8" });
  } catch (cause) {
    const { stdout, stderr } = cause as { stdout: string; stderr: string };
    throw new Error(`${command} ${args.join(" ")} failed:\n${stdout}\n${stderr}`, { cause });
  }
}

function dependenciesOf(installed: string): string[] {
  const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  return Object.keys(manifest.dependencies ?? {});
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}
