import { readTree } from "./import-graph.js";

/** A block of code in the doc comment of an export, or in a text. */
export interface Example {
  /** File and line of its first line. */
  readonly place: string;
  /** What the comment documents; empty for a text. */
  readonly of: string;
  readonly code: string;
}

const COMMENT =
  /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:export\s+)?(?:declare\s+)?(?:async\s+)?(?:function|const|class|interface|type)\s+(\w+)/g;
const BLOCK = /@example[\s\S]*?```ts\n([\s\S]*?)```/g;
const ASSERTION = /^(\s*)(.+?);\s*\/\/ => (.+)$/;

/** The examples in the doc comments under a folder. */
export function docExamples(folder: string): Example[] {
  return [...readTree(folder)].flatMap(([path, text]) =>
    [...text.matchAll(COMMENT)].flatMap((comment) =>
      [...comment[0].matchAll(BLOCK)].map((block) => {
        const line = text.slice(0, comment.index + block.index).split("\n").length + 2;
        const code = block[1]!.replace(/^ *\* ?/gm, "");
        return { place: `${folder}/${path}:${line}`, of: comment[2]!, code };
      }),
    ),
  );
}

/** How many lines of an example assert something. */
export function countAssertions(code: string): number {
  return code.split("\n").filter((line) => ASSERTION.test(line)).length;
}

type Check = (actual: unknown, expected: unknown, what: string) => void;

/**
 * Runs an example with the given names in scope. A line `EXPRESSION; // => VALUE` calls `check` with both sides; the value is
 * an expression too. The examples are plain JavaScript; what they declare may hide the names given.
 */
export async function runExample(
  { code, place }: Example,
  scope: { readonly [name: string]: unknown },
  check: Check,
): Promise<void> {
  const body = code
    .split("\n")
    .map((line) => line.replace(ASSERTION, "$1__check(await ($2), ($3), $4);"))
    .map((line, i) => line.replace(", $4);", `, ${JSON.stringify(`${place}, line ${i + 1}`)});`))
    .join("\n");
  const names = Object.keys(scope);
  const run = new AsyncFunction("__check", ...names, `"use strict"; {\n${body}\n}`);
  await run(check, ...names.map((name) => scope[name]));
}

const AsyncFunction = (async () => {}).constructor as new (
  ...args: string[]
) => (...args: unknown[]) => Promise<void>;
