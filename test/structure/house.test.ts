import { readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { readTree, specifiersOf } from "../support/import-graph.js";

const sources = [...readTree("src")].map(([path, text]) => ({ path, text, code: withoutComments(text) }));
const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
  [kind in "dependencies" | "devDependencies"]: { [name: string]: string };
};

/** The code of a file: comments blanked, strings kept. */
function withoutComments(text: string): string {
  const file = ts.createSourceFile("file.ts", text, ts.ScriptTarget.ES2022, true);
  return ts.createPrinter({ removeComments: true }).printFile(file);
}

function filesWith(pattern: RegExp): string[] {
  return sources.filter(({ code }) => pattern.test(code)).map(({ path }) => path);
}

describe("no file of src", () => {
  test.each([
    ["imports from Node", /["']node:|["'](?:fs|path|url|buffer|util|os|process)["']/],
    ["prints", /\bconsole\b/],
    ["draws unseeded random numbers", /\bMath\.random\b|\bgetRandomValues\b|\brandomUUID\b/],
    ["reads the date", /\bDate\.now\b|\bnew Date\b|\bDate\(/],
    ["reaches for a global of Node", /\b(?:process|Buffer|require|__dirname|setImmediate)\b(?!["':-])/],
    ["casts to any", /\bas any\b|: any\b|<any>/],
  ])("%s", (_, pattern) => {
    expect(filesWith(pattern)).toEqual([]);
  });

  test("reads the clock, but for the one that decides when a long task pauses", () => {
    expect(filesWith(/\bperformance\.now\b/)).toEqual(["shared/long-task.ts"]);
  });

  test("silences the compiler or the linter", () => {
    const silenced = sources.filter(({ text }) =>
      /@ts-(?:ignore|expect-error|nocheck)|biome-ignore/.test(text),
    );
    expect(silenced.map(({ path }) => path)).toEqual([]);
  });

  test("has more than 220 lines, but for the table of contents, which grows with the names", () => {
    const long = sources.filter(
      ({ path, text }) => path !== "index.ts" && text.trimEnd().split("\n").length > 220,
    );
    expect(long.map(({ path }) => path)).toEqual([]);
  });
});

describe("dependencies", () => {
  const isOf = (name: string) => (specifier: string) =>
    specifier === name || specifier.startsWith(`${name}/`) || specifier === `#${name}`;
  const importers = (name: string) =>
    sources.filter(({ text }) => specifiersOf(text).some(isOf(name))).map(({ path }) => path);

  /** What the build takes inside, so that nobody installs it: named in tsup.config.ts, and a development dependency. */
  const bundled = ["ml-kmeans", "ml-matrix", "zod"];

  /** What stands inside the explorer's page, and the code of that page itself, which the build puts in. */
  const inThePage = ["echarts", "explorer-page"];

  test("echarts is imported only by the page of the explorer", () => {
    expect(importers("echarts").filter((path) => !path.startsWith("explorer/page/"))).toEqual([]);
  });

  test.each(bundled)("%s is taken inside the build, and not installed by users", (name) => {
    expect(readFileSync("tsup.config.ts", "utf8")).toMatch(new RegExp(`noExternal: \\[.*"${name}".*\\]`));
    expect(dependencies).not.toHaveProperty(name);
    expect(devDependencies).toHaveProperty(name);
  });

  test.each([...Object.keys(dependencies), "ml-kmeans", "ml-matrix"])(
    "%s is imported by exactly one file",
    (name) => {
      expect(importers(name)).toHaveLength(1);
    },
  );

  test("no package is imported that is not a dependency", () => {
    const specifiers = sources
      .flatMap(({ text }) => specifiersOf(text))
      .filter((one) => !one.startsWith("."));
    const known = [...Object.keys(dependencies), ...bundled, ...inThePage].map(isOf);
    expect(specifiers.filter((one) => !known.some((is) => is(one)))).toEqual([]);
  });

  test("zod is imported as zod/mini alone", () => {
    const specifiers = sources.flatMap(({ text }) => specifiersOf(text)).filter(isOf("zod"));
    expect([...new Set(specifiers)]).toEqual(["zod/mini"]);
  });

  test("zod is imported only where a schema stands", () => {
    const holdsSchema = /-options\.ts$|^shared\/check\.ts$/;
    const elsewhere = importers("zod").filter((path) => !holdsSchema.test(path));
    const withoutSchema = elsewhere.filter(
      (path) => !/export const \w+(?:Schema|Shape)\b/.test(sources.find((one) => one.path === path)!.code),
    );
    expect(withoutSchema).toEqual([]);
  });
});

test("index.ts is the table of contents: exports and nothing else", () => {
  const text = readFileSync("src/index.ts", "utf8");
  const { statements } = ts.createSourceFile("index.ts", text, ts.ScriptTarget.ES2022);
  expect(statements.filter((one) => !ts.isExportDeclaration(one))).toEqual([]);
});
