import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, inject, test } from "vitest";
import { type Block, readBlocks } from "../support/read-markdown.js";
import { runNode } from "../support/run-in-project.js";

const blocks = existsSync("README.md") ? readBlocks(readFileSync("README.md", "utf8")) : [];
const named = (some: readonly Block[]) => some.map((block) => [`line ${block.line}`, block] as const);

const programs = blocks.filter(
  ({ language, code }) => language === "ts" && code.includes('"reference-regions"'),
);
const EXAMPLE = /^npm run (?:--silent )?example(:[\w-]+)?(?: -- (.*))?$/;
const commands = blocks.filter(({ language, code, output }) => {
  return language === "sh" && EXAMPLE.test(code.trim()) && output !== null;
});

describe("the programs of the README run as they stand, on the installed package", () => {
  test.skipIf(blocks.length === 0)("there is one at least", () => {
    expect(programs.length).toBeGreaterThan(0);
  });

  test.for(named(programs))("%s", ([, { code, line, output }]) => {
    const file = join(inject("project"), `readme-${line}.mjs`);
    const { outputText } = ts.transpileModule(code, {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
    });
    writeFileSync(file, outputText);
    const printed = runNode([file]);
    if (output !== null) expect(printed.trimEnd()).toBe(output.trimEnd());
  });
});

describe("the commands of the README print what it says", () => {
  test.skipIf(blocks.length === 0)("there is one at least", () => {
    expect(commands.length).toBeGreaterThan(0);
  });

  test.for(named(commands))("%s", ([, { code, output }]) => {
    const [, variant, args = ""] = EXAMPLE.exec(code.trim())!;
    const example = variant === undefined ? "find-reference-regions" : variant.slice(1);
    const printed = runNode([
      `node_modules/reference-regions/dist/examples/${example}.js`,
      ...args.split(/\s+/).filter((arg) => arg !== ""),
    ]);
    expect(withoutEllipsis(printed, output!)).toBe(output!.trimEnd());
  });
});

/** A line `...` in the README stands for any number of printed lines: the parts between must be printed in this order. */
function withoutEllipsis(printed: string, shown: string): string {
  const [first, ...parts] = shown.trimEnd().split("\n...\n");
  if (parts.length === 0 || !printed.startsWith(first!)) return printed.trimEnd();
  const last = parts.pop()!;
  let at = first!.length;
  for (const part of parts) {
    at = printed.indexOf(`\n${part}\n`, at);
    if (at < 0) return printed.trimEnd();
    at += part.length + 1;
  }
  const rest = printed.slice(at).trimEnd();
  return rest.endsWith(`\n${last}`) ? shown.trimEnd() : printed.trimEnd();
}
