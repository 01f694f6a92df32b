import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { beforeAll, describe, expect, inject, test } from "vitest";

const consumer = `
import {
  type Analysis,
  analyse,
  buildSpace,
  DataError,
  findReferenceRegions,
  metrics,
  type Plan,
  plans,
  prepare,
  type RegionTable,
  type StructuralSpace,
} from "reference-regions";
import { languages, type MarkdownOptions, toMarkdownSync } from "reference-regions/report";

export const report = (analysis: Analysis, options: MarkdownOptions): string => toMarkdownSync(analysis, options);
export const titles: string[] = Object.values(languages).map(({ headings }) => headings.question);

export async function use(table: RegionTable): Promise<Analysis> {
  const space: StructuralSpace = buildSpace(prepare(table), { metric: metrics[0] });
  const share: number | null | undefined = findReferenceRegions(space, "A").regions[0]?.contributions?.indicators[0]?.share;
  const plan: Plan = plans.orkestra;
  // @ts-expect-error -- not a metric
  buildSpace(prepare(table), { metric: "nearest" });
  // @ts-expect-error -- results cannot be changed
  plan.name = "mine";
  if (share === null) throw new DataError([]);
  return analyse(table, "A", { ...plan, reference: { count: 3 } });
}
`;

const folder = join(inject("project"), "types");

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  for (const name of ["esm.mts", "commonjs.cts"]) writeFileSync(join(folder, name), consumer);
});

describe.each([
  {
    under: "node16",
    file: "esm.mts",
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
  },
  {
    under: "node16",
    file: "commonjs.cts",
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
  },
  {
    under: "bundler",
    file: "esm.mts",
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  },
])("$file under $under", ({ file, module, moduleResolution }) => {
  test("type-checks strictly, declarations of the package included", () => {
    const program = ts.createProgram([join(folder, file)], {
      module,
      moduleResolution,
      target: ts.ScriptTarget.ES2022,
      lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      noEmit: true,
    });
    const problems = ts.getPreEmitDiagnostics(program);
    expect(ts.formatDiagnostics(problems, host)).toBe("");
  });
});

const host: ts.FormatDiagnosticsHost = {
  getCanonicalFileName: (name) => name,
  getCurrentDirectory: () => folder,
  getNewLine: () => "\n",
};
