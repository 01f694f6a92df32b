// Writes all that can be said of one region into a folder: report.md, report.json, tables as CSV, the list as GeoJSON, and charts as SVG
// where ECharts is installed.
//
//   npm run example:report -- [REGION] [--out FOLDER] [--language LANGUAGE] [--plan NAME|FILE.json] [--data FILE.csv --framework FILE.json]
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import {
  type Analysis,
  analyse,
  summariseCoverage,
  toCsv,
  toGeoJson,
  toJson,
  toMarkdown,
} from "reference-regions";
import {
  coverageHeatmap,
  mapChart,
  paretoChart,
  profileChart,
  radarChart,
  rankRangeChart,
  silhouetteChart,
} from "reference-regions/chart";
import { planOfFlag } from "./shared/plan-of-flag.js";
import { clearProgress, printProgress } from "./shared/print-progress.js";
import { tableOfFlags } from "./shared/table-of-flags.js";

const usage = `Usage: npm run example:report -- [REGION] [options]

REGION                   the region that looks for its reference regions (default ES21)
--out FOLDER             where to write (default report-REGION)
--language LANGUAGE      of the report: en (default) or ru
--plan NAME|FILE.json    orkestra (default), balanced, or an own plan
--data FILE.csv          own table instead of the bundled one, with
--framework FILE.json    the framework that says what its columns mean`;

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: "string" },
    language: { type: "string", default: "en" },
    plan: { type: "string", default: "orkestra" },
    data: { type: "string" },
    framework: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

async function main(): Promise<void> {
  if (flags.help) return console.log(usage);
  const region = positionals[0] ?? "ES21";
  const { language } = flags;
  const { table } = tableOfFlags(flags);
  const plan = planOfFlag(flags.plan);
  // What a plan leaves out is asked here all the same, with all defaults.
  const whole = {
    ...plan,
    typology: plan.typology ?? {},
    sensitivity: plan.sensitivity ?? {},
    benchmark: plan.benchmark ?? {},
  };
  const analysis = await analyse(table, region, whole, { onProgress: printProgress });
  clearProgress();
  const { reference, benchmark, typology, sensitivity } = analysis;
  const files: { readonly [name: string]: string } = {
    "report.md": await toMarkdown(analysis, { language }),
    "report.json": toJson(analysis),
    "reference-regions.csv": toCsv(reference, { language }),
    "contributions.csv": toCsv(reference, { language, what: "contributions" }),
    ...(benchmark === undefined ? {} : { "benchmark.csv": toCsv(benchmark, { language }) }),
    ...(typology === undefined ? {} : { "types.csv": toCsv(typology, { language }) }),
    ...(sensitivity === undefined ? {} : { "certainty.csv": toCsv(sensitivity, { language }) }),
    "reference-regions.geojson": `${JSON.stringify(toGeoJson(reference, table, { language }))}\n`,
  };
  const charts = await drawCharts(analysis, language);
  const folder = flags.out ?? `report-${region}`;
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries({ ...files, ...charts })) {
    writeFileSync(join(folder, name), text);
    console.log(`${join(folder, name)}: ${Math.ceil(Buffer.byteLength(text) / 1024)} kB`);
  }
}

/** Charts as SVG; none where ECharts is not installed. */
async function drawCharts(
  analysis: Analysis,
  language: string,
): Promise<{ readonly [name: string]: string }> {
  const renderSvg = await import("./shared/render-svg.js").then(
    (loaded) => loaded.renderSvg,
    () => null,
  );
  if (renderSvg === null) return {};
  const { table, reference, typology, sensitivity, benchmark, leaders } = analysis;
  const map = mapChart(reference, table, { language });
  return {
    "map.svg": renderSvg(map.options, { height: 640, maps: map.maps }),
    "structure.svg": renderSvg(radarChart(table, reference, { language })),
    "coverage.svg": renderSvg(coverageHeatmap(summariseCoverage(table), table.framework, { language }), {
      width: 1000,
      height: 720,
    }),
    ...(sensitivity === undefined
      ? {}
      : { "certainty.svg": renderSvg(rankRangeChart(sensitivity, { language }), { height: 640 }) }),
    ...(benchmark === undefined
      ? {}
      : { "performance.svg": renderSvg(profileChart(benchmark, { language }), { width: 900 }) }),
    ...(leaders === undefined ? {} : { "leaders.svg": renderSvg(paretoChart(leaders, { language })) }),
    ...(typology === undefined
      ? {}
      : { "types.svg": renderSvg(silhouetteChart(typology, { language }), { height: 800 }) }),
  };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
