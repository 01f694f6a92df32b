import vm from "node:vm";
import { build } from "esbuild";
import { beforeAll, expect, inject, test } from "vitest";

const page = `
import { buildSpace, findReferenceRegions, parseFramework, prepare, readRegionsCsv } from "reference-regions";
const framework = parseFramework({
  schemaVersion: 1,
  id: "small",
  name: "Small",
  dimensions: [{ id: "people", name: "People" }],
  indicators: [
    { id: "age", name: "Median age", dimension: "people", role: "structural" },
    { id: "density", name: "Density", dimension: "people", role: "structural" },
  ],
});
const csv = '\\ufeffcode,name,age,density\\nA,"North, upper",40,100\\nB,East,41,110\\nC,West,52,\\nD,South,49,700\\n';
const space = buildSpace(prepare(readRegionsCsv(csv, framework)));
globalThis.answer = JSON.stringify(findReferenceRegions(space, "A", { count: 2 }).regions.map(({ id }) => id));
`;

let bundle = "";

beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: { contents: page, resolveDir: inject("project") },
    absWorkingDir: inject("project"),
    bundle: true,
    platform: "browser",
    format: "iife",
    write: false,
    logLevel: "silent",
  });
  bundle = outputFiles[0]!.text;
});

test("a bundle for browsers asks for nothing of Node", () => {
  expect(bundle).not.toMatch(/["']node:|\brequire\(["']/);
});

test("the bundle reads a CSV and finds reference regions where there is no Buffer, process or require", () => {
  // Every browser has these two; the language alone does not.
  const globals: { answer?: string; TextEncoder: unknown; TextDecoder: unknown } = {
    TextEncoder,
    TextDecoder,
  };
  const context = vm.createContext(globals);
  expect(vm.runInContext("typeof Buffer + typeof process + typeof require", context)).toBe(
    "undefined".repeat(3),
  );
  vm.runInContext(bundle, context);
  expect(JSON.parse(globals.answer!)).toEqual(["B", "D"]);
});
