import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import ts from "typescript";
import { describe, expect, inject, test } from "vitest";
import { printedByBlock, programsOf, textOf, transpiled } from "../support/doc-programs.js";
import { type Block, readBlocks } from "../support/read-markdown.js";
import { runNode } from "../support/run-in-project.js";

const documents = readdirSync("docs").filter((name) => name.endsWith(".md"));
const pages = ["README.md", "CONTRIBUTING.md", ...documents.map((name) => `docs/${name}`)].map((page) => {
  const blocks = readBlocks(readFileSync(page, "utf8"));
  return { page, blocks, programs: programsOf(page, blocks) };
});
const places = pages.flatMap(({ page, blocks }) => blocks.map((block) => ({ page, block })));
const project = inject("project");

test("every page has its place in the documentation, and every place its page", () => {
  const { projectDocuments } = JSON.parse(readFileSync("typedoc.json", "utf8")) as {
    projectDocuments: string[];
  };
  expect([...projectDocuments, "README.md"].sort()).toEqual(pages.map(({ page }) => page).sort());
});

test("every entry of the package is in the reference", () => {
  const { entryPoints } = JSON.parse(readFileSync("typedoc.json", "utf8")) as { entryPoints: string[] };
  const { exports } = JSON.parse(readFileSync("package.json", "utf8")) as { exports: object };
  const sources = Object.keys(exports)
    .map((entry) => join("src", entry, "index.ts"))
    .filter((source) => existsSync(source));
  expect([...entryPoints].sort()).toEqual(sources.sort());
});

const withPrograms = pages.filter(({ programs }) => programs.length > 0);
const programs = withPrograms.flatMap((one) => one.programs);

test("README and docs have programs", () => {
  expect(programs.length).toBeGreaterThan(10);
});

describe("the programs of a page run as they stand, on the installed package, and print what it says", () => {
  test.for(withPrograms.map((one) => [one.page, one.programs] as const))("%s", ([page, programs]) => {
    for (const program of programs) writeFileSync(join(project, `${program.name}.mjs`), transpiled(program));
    const all = programs.map(({ name }) => `await import("./${name}.mjs");`).join("\n");
    const file = join(project, `${page.replaceAll(/\W+/g, "-")}.mjs`);
    writeFileSync(file, all);
    const printed = printedByBlock(runNode([file]));
    const blocks = programs.flatMap((one) => one.blocks);
    expect(printed).toHaveLength(blocks.length);
    blocks.forEach(({ line, output }, i) => {
      expect.soft(printed[i]!.trimEnd(), `${page}, line ${line}`).toBe(output?.trimEnd() ?? "");
    });
  });
});

test("the programs hold for a strict compiler", { timeout: 120_000 }, () => {
  const files = programs.map((program) => {
    const file = join(project, `${program.name}.mts`);
    writeFileSync(file, textOf(program));
    return file;
  });
  const compiled = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts"],
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    typeRoots: [resolve("node_modules/@types")],
    types: ["node"],
  });
  const problems = ts.getPreEmitDiagnostics(compiled).map(({ file, start, messageText }) => {
    const at = file ? `${file.fileName}:${file.getLineAndCharacterOfPosition(start!).line + 1}` : "";
    return `${at} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
  expect(problems).toEqual([]);
});

const EXAMPLE = /^npm run (?:--silent )?example(:[\w-]+)?(?: -- (.*))?$/;
const commands = places.filter(
  ({ block: { language, code, output } }) =>
    language === "sh" && EXAMPLE.test(code.trim()) && output !== null,
);

describe("the commands print what is said", () => {
  test("there is one at least", () => {
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

describe("no block goes untested", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
    scripts: { [name: string]: string };
  };

  test.for(named(places.filter(({ block }) => block.language === "sh")))(
    "%s",
    ([place, { code, output }]) => {
      const lines = code.trim().split(/\n|&&/);
      const strange = lines.filter((line) => !isKnown(line.trim()));
      expect(strange, "commands that no script of package.json, npm or curl answers").toEqual([]);
      // What curl gets is compared in test/backend/readme.test.ts.
      const asked = place.startsWith("README.md") && code.startsWith("curl ");
      if (output !== null && !asked) expect(code.trim(), "a command with its output").toMatch(EXAMPLE);
    },
  );

  test("blocks are programs, commands, their outputs, JSON, or figures without a language", () => {
    const languages = new Set(places.map(({ block }) => block.language));
    expect([...languages].filter((one) => !["ts", "sh", "text", "json", ""].includes(one))).toEqual([]);
  });

  test("every text block is the output of the block above", () => {
    const texts = places.filter(({ block }) => block.language === "text");
    const outputs = places.filter(({ block }) => block.output !== null);
    expect(outputs.map(({ block }) => block.output)).toEqual(texts.map(({ block }) => block.code));
    const owners = new Set(outputs.map(({ block }) => block.language));
    expect([...owners].filter((one) => one !== "ts" && one !== "sh")).toEqual([]);
  });

  test("JSON is JSON", () => {
    for (const { block } of places.filter(({ block }) => block.language === "json")) JSON.parse(block.code);
  });

  function isKnown(line: string): boolean {
    const script = /^npm run (?:--silent )?([\w:-]+)(?: -- .*)?$/.exec(line)?.[1];
    if (script !== undefined) return Object.hasOwn(scripts, script);
    return /^(?:npm ci|npm test|npm install [\w@/ -]+|npx (?:vitest|biome) .+|curl .+)$/.test(line);
  }
});

function named(some: readonly { page: string; block: Block }[]): (readonly [string, Block])[] {
  return some.map(({ page, block }) => [`${page}, line ${block.line}`, block]);
}

/** A line `...` stands for any number of printed lines: the parts between must be printed in this order. */
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
