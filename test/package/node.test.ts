import { expect, test } from "vitest";
import { runCode } from "../support/run-in-project.js";

const useIt = `
const framework = parseFramework(JSON.parse(readFileSync(resolve("framework.json"), "utf8")));
const table = readRegionsCsv(readFileSync(resolve("regions.csv"), "utf8"), framework);
const { regions } = findReferenceRegions(buildSpace(prepare(table)), "ES21", { count: 3 });
console.log(JSON.stringify(regions));
`;
const names = "{ buildSpace, findReferenceRegions, parseFramework, prepare, readRegionsCsv }";
const asModule = `
import { readFileSync } from "node:fs";
import ${names} from "reference-regions";
const resolve = (name) => new URL(import.meta.resolve("reference-regions/fixtures/eu-nuts2/" + name));
${useIt}`;
const asScript = `
const { readFileSync } = require("node:fs");
const ${names} = require("reference-regions");
const resolve = (name) => require.resolve("reference-regions/fixtures/eu-nuts2/" + name);
${useIt}`;

test("finds reference regions when it is imported, with the bundled data", () => {
  const regions = JSON.parse(runCode(asModule, "module"));
  expect(regions.map((region: { rank: number }) => region.rank)).toEqual([1, 2, 3]);
});

test("finds the same when it is required", () => {
  expect(runCode(asScript, "commonjs")).toBe(runCode(asModule, "module"));
});

test("states its own version in every recipe", () => {
  const printed = runCode(
    `import manifest from "reference-regions/package.json" with { type: "json" };
    import { parseFramework, prepare, readRegionRows } from "reference-regions";
    const framework = parseFramework({
      schemaVersion: 1, id: "one", name: "One", dimensions: [{ id: "d", name: "D" }],
      indicators: [{ id: "x", name: "X", dimension: "d", role: "structural" }],
    });
    const { recipe } = prepare(readRegionRows([{ code: "A", x: 1 }, { code: "B", x: 2 }], framework));
    console.log(recipe.version === manifest.version);`,
    "module",
  );
  expect(printed.trim()).toBe("true");
});

test.each(["module", "commonjs"] as const)(
  "an error of one entry is of the class that another exports (%s)",
  (kind) => {
    const load = (names: string, from: string): string =>
      kind === "module" ? `import ${names} from "${from}";` : `const ${names} = require("${from}");`;
    const printed = runCode(
      `${load("{ DataError, OptionsError, ReferenceRegionsError }", "reference-regions")}
    ${load("{ readJsonStat, downloadEurostat }", "reference-regions/eurostat")}
    const thrown = (run) => { try { run(); } catch (error) { return error; } };
    const data = thrown(() => readJsonStat("{"));
    downloadEurostat([]).catch((options) =>
      console.log(
        data instanceof DataError, data instanceof OptionsError, data instanceof ReferenceRegionsError,
        options instanceof OptionsError,
      ));`,
      kind,
    );
    expect(printed.trim()).toBe("true false true true");
  },
);
