import { readFileSync } from "node:fs";
import {
  assessSensitivitySync,
  benchmarkAgainst,
  buildSpace,
  clusterRegions,
  explainPair,
  findLeaders,
  findReferenceRegions,
  measureDistances,
  parseFramework,
  prepare,
  principalComponents,
  readRegionsCsv,
  summariseCoverage,
} from "reference-regions";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { renderSvg } from "../../examples/shared/render-svg.js";
import {
  type ChartOptions,
  chartWords,
  contributionChart,
  coverageHeatmap,
  dendrogramChart,
  distanceHistogram,
  type MapShapes,
  mapChart,
  paretoChart,
  pcaBiplot,
  profileChart,
  radarChart,
  rankRangeChart,
  silhouetteChart,
} from "../../src/chart/index.js";

const framework = parseFramework(JSON.parse(readFileSync("fixtures/eu-nuts2/framework.json", "utf8")));
const table = readRegionsCsv(readFileSync("fixtures/eu-nuts2/regions.csv", "utf8"), framework);
const prepared = prepare(table);
const space = buildSpace(prepared);
const list = findReferenceRegions(space, "ES21", { count: 10 });
const benchmark = benchmarkAgainst(table, list);
const typology = clusterRegions(space, { method: "ward", k: 6 });
const matrix = measureDistances(space);
const sensitivity = assessSensitivitySync(table, "ES21", { draws: 50, plan: { reference: { count: 10 } } });
const shapes: MapShapes = {
  type: "FeatureCollection",
  features: table.regions.map(({ id, latitude, longitude }) => ({
    type: "Feature",
    properties: { code: id },
    geometry: {
      type: "Polygon",
      coordinates: [
        [
          [longitude! - 1, latitude! - 1],
          [longitude! + 1, latitude! - 1],
          [longitude!, latitude! + 1],
          [longitude! - 1, latitude! - 1],
        ],
      ],
    },
  })),
};
const withShapes = mapChart(list, table, { shapes, key: "code" });

const draw = (language: string): { readonly [name: string]: ChartOptions } => ({
  radar: radarChart(table, list, { region: "ES12", language }),
  profile: profileChart(benchmark, { language }),
  contributions: contributionChart(explainPair(space, "ES21", "ES22"), { language }),
  map: mapChart(list, table, { language }).options,
  "map-of-types": mapChart(typology, table, { language }).options,
  "map-of-shapes": mapChart(list, table, { shapes, key: "code", language }).options,
  histogram: distanceHistogram(matrix, list, space.closeness, { language }),
  dendrogram: dendrogramChart(typology, { language }),
  silhouettes: silhouetteChart(typology, { language }),
  ranks: rankRangeChart(sensitivity, { language }),
  pareto: paretoChart(findLeaders(benchmark, list), { language }),
  coverage: coverageHeatmap(summariseCoverage(table), framework, { language }),
  biplot: pcaBiplot(principalComponents(prepared), prepared, { highlight: ["SE11"], language }),
});
const charts = draw("en");
const each = Object.entries(charts);

describe.each(each)("the %s chart", (name, options) => {
  test("has these options", async () => {
    await expect(`${JSON.stringify(options, null, 1)}\n`).toMatchFileSnapshot(`options/${name}.json`);
  });

  test("is plain JSON: nothing is lost on the way", () => {
    expect(JSON.parse(JSON.stringify(options))).toEqual(options);
    expect(JSON.stringify(options)).not.toMatch(/undefined|NaN/);
  });

  test("has a title, says where the data come from or what it is, and does not move", () => {
    expect((options.title as { text: string }[])[0]!.text).not.toBe("");
    expect(options.animation).toBe(false);
    expect((options.aria as { enabled: boolean }).enabled).toBe(true);
  });

  test("is drawn", () => {
    const svg = renderSvg(options, { maps: withShapes.maps });
    expect(svg).toMatch(/^<svg/);
    expect(svg.length).toBeGreaterThan(3_000);
  });
});

test("all satisfy the type that ECharts has for options", () => {
  const text = `import type { EChartsOption } from "echarts";\n${each
    .map(([, options], i) => `export const chart${i}: EChartsOption = ${JSON.stringify(options)};`)
    .join("\n")}`;
  const name = "test/chart/generated.ts";
  const settings: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
  };
  const host = ts.createCompilerHost(settings);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (path) => path === name || fileExists(path);
  host.readFile = (path) => (path === name ? text : readFile(path));
  host.getSourceFile = (path, target) =>
    path === name ? ts.createSourceFile(path, text, target) : getSourceFile(path, target);
  const problems = ts
    .getPreEmitDiagnostics(ts.createProgram([name], settings, host))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n").slice(0, 600));
  expect(problems).toEqual([]);
});

test("the Russian charts have no English word of the English ones", () => {
  const russian = draw("ru");
  for (const [name, options] of Object.entries(russian)) {
    const text = JSON.stringify(options.title);
    expect(text, name).toMatch(/[А-Яа-я]/);
    expect(text, name).not.toContain((charts[name]!.title as { text: string }[])[0]!.text);
  }
  expect(Object.keys(chartWords.ru).sort()).toEqual(Object.keys(chartWords.en).sort());
});

describe("a map", () => {
  test("names the regions without a place, and draws the others", () => {
    const lost = {
      regions: table.regions.map((one) => (one.id === "ES12" ? { ...one, latitude: null } : one)),
    };
    const { missing, options } = mapChart(list, lost);
    expect(missing).toEqual(["ES12"]);
    expect(JSON.stringify(options.title)).toContain("regions without a place: 1");
    const nowhere = { regions: table.regions.map((one) => ({ ...one, latitude: null })) };
    expect(mapChart(list, nowhere).missing).toHaveLength(242);
  });

  test("names the regions without a shape", () => {
    const some = { ...shapes, features: shapes.features.slice(1) };
    expect(mapChart(list, table, { shapes: some, key: "code" }).missing).toEqual([table.regions[0]!.id]);
  });

  test("puts regions far off all others at the edge, and says how many", () => {
    expect(JSON.stringify(mapChart(list, table).options.title)).toContain(
      "regions far away, shown at the edge: 10",
    );
  });
});

describe("charts refuse", () => {
  test("a language without words", () => {
    expect(() => silhouetteChart(typology, { language: "de" })).toThrow(
      'chart.language: expected one of en, ru, got "de". Other languages are given in languages.',
    );
    const kk = { ...chartWords.ru, group: "эталондық өңірлер" };
    expect(() => silhouetteChart(typology, { language: "de", languages: { kk } })).toThrow("en, ru, kk");
  });

  test("a language of one's own", () => {
    const kk = { ...chartWords.ru, group: "эталондық өңірлер" };
    const { series } = profileChart(benchmark, { language: "kk", languages: { kk } }) as {
      series: { name: string }[];
    };
    expect(series[0]!.name).toBe("эталондық өңірлер");
    expect(series[1]!.name).toBe(chartWords.ru.standing.ahead);
  });

  test("a region that is not there, and a typology without a hierarchy", () => {
    expect(() => radarChart(table, list, { region: "ES2" })).toThrow(/radarChart: .*"ES2"/);
    const flat = clusterRegions(space, { method: "k-medoids", k: 3, starts: 1 });
    expect(() => dendrogramChart(flat)).toThrow(/no-hierarchy|got one by k-medoids/);
  });
});

test("a title can be changed, and left out", () => {
  const titleOf = (title: string): string =>
    (profileChart(benchmark, { title }).title as { text: string }[])[0]!.text;
  expect(titleOf("Mine")).toBe("Mine");
  expect(titleOf("")).toBe("");
});
