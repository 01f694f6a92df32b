import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import ts from "typescript";

/** Source texts by their path inside `src`, e.g. `space/metrics.ts`. */
export type SourceTree = ReadonlyMap<string, string>;

/** Reads all TypeScript files under a folder. */
export function readTree(folder: string): SourceTree {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".ts"))
    .sort();
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

/** The module specifiers of a file, as they are written: imports, re-exports and dynamic imports, types included. */
export function specifiersOf(text: string): string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

/** The files of the tree that a file imports. */
export function importsOf(path: string, text: string): string[] {
  return specifiersOf(text)
    .filter((specifier) => specifier.startsWith("."))
    .map((specifier) => posix.join(posix.dirname(path), specifier).replace(/\.js$/, ".ts"));
}

/** Imports that run from an earlier stage to a later one. Everyone may import `shared`, and a folder may import itself. */
export function backwardImports(tree: SourceTree, stages: readonly (readonly string[])[]): string[] {
  const stageOf = (path: string): number => {
    // A single file of a folder, or a folder inside it, can stand in an earlier stage.
    const names = path.split("/").map((_, depth, parts) => parts.slice(0, depth + 1).join("/"));
    const stage = names.reduce((found, name) => {
      const own = stages.findIndex((one) => one.includes(name));
      return own < 0 ? found : own;
    }, -1);
    if (stage < 0) throw new Error(`${path} belongs to no stage`);
    return stage;
  };
  const folderOf = (path: string): string => posix.dirname(path);
  return [...tree].flatMap(([path, text]) =>
    importsOf(path, text)
      .filter((target) => tree.has(target) && folderOf(target) !== "shared")
      .filter((target) => folderOf(target) !== folderOf(path) || folderOf(path) === ".")
      .filter((target) => stageOf(target) >= stageOf(path))
      .map((target) => `${path} -> ${target}`),
  );
}

/** Imports of files that are not there. */
export function brokenImports(tree: SourceTree): string[] {
  return [...tree].flatMap(([path, text]) =>
    importsOf(path, text)
      .filter((target) => target.endsWith(".ts") && !tree.has(target))
      .map((target) => `${path} -> ${target}`),
  );
}

/** Circles of imports, each once, as the way round. */
export function importCycles(tree: SourceTree): string[] {
  const cycles = new Map<string, string>();
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]): void => {
    const start = way.indexOf(path);
    if (start >= 0) {
      const circle = way.slice(start);
      cycles.set([...circle].sort().join(), [...circle, path].join(" -> "));
      return;
    }
    if (done.has(path)) return;
    for (const target of importsOf(path, tree.get(path) ?? ""))
      if (tree.has(target)) visit(target, [...way, path]);
    done.add(path);
  };
  for (const path of tree.keys()) visit(path, []);
  return [...cycles.values()];
}
