import ts from "typescript";
import type { Block } from "./read-markdown.js";

/** What a page shows as one program: a block that begins with an import, and those behind it that go on without one. */
export interface Program {
  /** A name for its file: the page and the line of its first block. */
  readonly name: string;
  readonly blocks: readonly Block[];
}

/** Printed before each block, so that it can be told what each of them prints. */
const MARK = "\u001e";

/** The programs of a page, in their order. */
export function programsOf(page: string, blocks: readonly Block[]): Program[] {
  const programs: { name: string; blocks: Block[] }[] = [];
  for (const block of blocks) {
    if (block.language !== "ts") continue;
    const begins = /^import\b/.test(block.code);
    if (!begins && programs.length === 0)
      throw new Error(`${page}, line ${block.line}: expected a program that begins with its imports.`);
    if (begins) programs.push({ name: `${page.replaceAll(/\W+/g, "-")}-${block.line}`, blocks: [] });
    programs.at(-1)!.blocks.push(block);
  }
  return programs;
}

/** The text of a program as a reader copies it, which prints a mark before each block. */
export function textOf({ blocks }: Program): string {
  return blocks.map(({ code }) => `console.log("${MARK}");\n${code}`).join("");
}

/** The text as JavaScript. */
export function transpiled(program: Program): string {
  return ts.transpileModule(textOf(program), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  }).outputText;
}

/** What each block printed, from all that its page printed. */
export function printedByBlock(printed: string): string[] {
  return printed.split(`${MARK}\n`).slice(1);
}
