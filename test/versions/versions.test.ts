import { describe, expect, inject, test } from "vitest";
import { runCode } from "../support/run-in-project.js";

/** Every entry does its work; what is printed are the numbers, so that they can be compared to the last digit. */
const useIt = `
const framework = core.parseFramework(JSON.parse(read("eu-nuts2/framework.json")));
const table = core.readRegionsCsv(read("eu-nuts2/regions.csv"), framework);
const plan = {
  reference: { count: 10 },
  prepare: { treat: "auto", normalise: "z-score", impute: "nearest" },
  weigh: { scheme: "pca" },
  typology: { method: "k-means", k: 6, seed: 1 },
  benchmark: {},
  sensitivity: { draws: 100, seed: 1 },
};
const run = async () => {
  const analysis = await core.analyse(table, "ES21", plan);
  const nearest = await core.findNearest(core.buildSpace(core.prepare(table)), { count: 5 });
  const components = core.principalComponents(core.prepare(table, { normalise: "z-score" }));
  const tsv = new TextEncoder().encode("unit,geo\\\\time\\t2021\\nNR,ES21\\t50 p\\n");
  const zipped = await new Response(new Blob([tsv]).stream().pipeThrough(new CompressionStream("gzip"))).arrayBuffer();
  const decoded = await eurostat.decode(new Uint8Array(zipped));
  const results = {
    analysis: JSON.parse(core.toJson(analysis)),
    nearest,
    components,
    report: report.toMarkdownSync(analysis, { language: "ru" }),
    asked: await core.toMarkdown(analysis),
    chart: chart.radarChart(table, analysis.reference),
    page: explorer.renderExplorer(table).length,
    schema: schemas.schemas.Analysis,
    observations: eurostat.readEurostatTsv(decoded.text ?? decoded),
  };
  console.log(JSON.stringify(results));
};
run().catch((error) => { console.error(error); process.exitCode = 1; });
`;
const asModule = `
import { readFileSync } from "node:fs";
import * as core from "reference-regions";
import * as report from "reference-regions/report";
import * as chart from "reference-regions/chart";
import * as explorer from "reference-regions/explorer";
import * as eurostat from "reference-regions/eurostat";
import * as schemas from "reference-regions/schemas";
const read = (name) => readFileSync(new URL(import.meta.resolve("reference-regions/fixtures/" + name)), "utf8");
${useIt}`;
const asScript = `
const { readFileSync } = require("node:fs");
const [core, report, chart, explorer, eurostat, schemas] = ["", "/report", "/chart", "/explorer", "/eurostat", "/schemas"].map((entry) => require("reference-regions" + entry));
const read = (name) => readFileSync(require.resolve("reference-regions/fixtures/" + name), "utf8");
${useIt}`;

const nodes = inject("nodes");
const wanted = runCode(asModule, "module");

test("three lines of Node are there", () => {
  expect(nodes.map(([version]) => version.split(".")[0])).toEqual([
    process.version.split(".")[0],
    "v22",
    "v24",
  ]);
  expect(Object.keys(JSON.parse(wanted))).toHaveLength(9);
});

describe.each(nodes)("Node %s", (_, binary) => {
  test("gives the same numbers, to the last digit, when the package is imported", () => {
    expect(runCode(asModule, "module", binary) === wanted).toBe(true);
  });

  test("gives the same numbers when it is required", () => {
    expect(runCode(asScript, "commonjs", binary) === wanted).toBe(true);
  });
});
