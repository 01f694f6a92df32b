import { expect, inject, test } from "vitest";

const files = inject("packedFiles");
const allowed = /^(?:dist\/|fixtures\/|README\.md$|LICENSE$|CHANGELOG\.md$|package\.json$)/;

test("ships dist, fixtures, README, LICENSE, CHANGELOG and package.json, and nothing else", () => {
  expect(files.filter((file) => !allowed.test(file))).toEqual([]);
  expect(files).toEqual(expect.arrayContaining(["README.md", "LICENSE", "CHANGELOG.md", "package.json"]));
});

test("ships no test and no source", () => {
  expect(files.filter((file) => /\.test\.|(?:^|\/)(?:src|test|bench)\/|(?<!\.d)\.ts$/.test(file))).toEqual(
    [],
  );
});

test("the build is exactly the library in two formats, its declarations, and the examples", () => {
  // What the examples share, and what the entries do, stands in files that are named after their content.
  const built = files.filter((file) => file.startsWith("dist/"));
  const names = [
    ...new Set(
      built.map((file) =>
        file.replace(/chunk-\w+/, "chunk").replace(/dist\/[\w-]+-[\w-]{8}\.d\./, "dist/shared.d."),
      ),
    ),
  ].sort();
  expect(names).toMatchInlineSnapshot(`
    [
      "dist/chart.cjs",
      "dist/chart.d.cts",
      "dist/chart.d.ts",
      "dist/chart.js",
      "dist/chunk.js",
      "dist/csv-for-browsers.js",
      "dist/eurostat.cjs",
      "dist/eurostat.d.cts",
      "dist/eurostat.d.ts",
      "dist/eurostat.js",
      "dist/examples/chunk.js",
      "dist/examples/explorer.js",
      "dist/examples/find-reference-regions.js",
      "dist/examples/full-report.js",
      "dist/examples/neighbours.js",
      "dist/examples/own-method.js",
      "dist/examples/render-svg-SHVM5HEM.js",
      "dist/examples/typology.js",
      "dist/explorer.cjs",
      "dist/explorer.d.cts",
      "dist/explorer.d.ts",
      "dist/explorer.js",
      "dist/index.cjs",
      "dist/index.d.cts",
      "dist/index.d.ts",
      "dist/index.js",
      "dist/report.cjs",
      "dist/report.d.cts",
      "dist/report.d.ts",
      "dist/report.js",
      "dist/schemas.cjs",
      "dist/schemas.d.cts",
      "dist/schemas.d.ts",
      "dist/schemas.js",
      "dist/schemas/analysis.json",
      "dist/schemas/benchmark.json",
      "dist/schemas/framework.json",
      "dist/schemas/leaders.json",
      "dist/schemas/pair-explanation.json",
      "dist/schemas/plan.json",
      "dist/schemas/problem.json",
      "dist/schemas/reference-regions.json",
      "dist/schemas/region-table.json",
      "dist/schemas/sensitivity.json",
      "dist/schemas/typology.json",
      "dist/shared.d.cts",
      "dist/shared.d.ts",
    ]
  `);
});
