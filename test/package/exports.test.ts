import { expect, test } from "vitest";
import { runCode } from "../support/run-in-project.js";

const list = "console.log(JSON.stringify(Object.keys(all).sort()))";
const imported = JSON.parse(runCode(`import * as all from "reference-regions"; ${list}`, "module"));

/** A name that goes or comes here is a change of the public interface: it belongs in the CHANGELOG. */
test("exports these names and no other", () => {
  expect(imported).toMatchInlineSnapshot(`
    [
      "DataError",
      "FrameworkError",
      "OptionsError",
      "ReferenceRegionsError",
      "analyse",
      "assessSensitivity",
      "assessSensitivitySync",
      "assessStability",
      "assessStabilitySync",
      "assumptions",
      "benchmarkAgainst",
      "buildSpace",
      "closenessWords",
      "clusterCriteria",
      "clusterMethods",
      "clusterRegions",
      "compareSelections",
      "compareTypologies",
      "compareVintages",
      "compositionMethods",
      "copheneticDistances",
      "cutTree",
      "describeIndicators",
      "describeSpace",
      "directions",
      "distanceBetween",
      "dropLevels",
      "dropOne",
      "dropOneSync",
      "explainPair",
      "explainSwap",
      "findConsensus",
      "findLeaders",
      "findNearest",
      "findNearestSync",
      "findReferenceRegions",
      "findThroughLenses",
      "frameworkSchema",
      "fromJson",
      "imputations",
      "joinNearest",
      "kinds",
      "layouts",
      "locateInTypology",
      "measureDistances",
      "metrics",
      "neighbourGraph",
      "normalisations",
      "parseFramework",
      "parsePlan",
      "placeRegion",
      "planSchema",
      "plans",
      "prepare",
      "principalComponents",
      "profile",
      "quartileMethods",
      "readRegionRows",
      "readRegionsCsv",
      "roles",
      "stabilityBands",
      "suggestClusterCount",
      "suggestClusterCountAsync",
      "summariseCoverage",
      "surveySensitivity",
      "surveySensitivitySync",
      "textIn",
      "toCsv",
      "toGeoJson",
      "toJson",
      "toMarkdown",
      "treatments",
      "weigh",
      "weighScopes",
      "weightSchemes",
    ]
  `);
});

test("exports the same names when it is required", () => {
  const required = JSON.parse(runCode(`const all = require("reference-regions"); ${list}`, "commonjs"));
  expect(required).toEqual(imported);
});

test("the entry of reports exports the languages, and the report in one go, either way", () => {
  const names = ["languages", "toMarkdownSync"];
  const from = (load: string, kind: "module" | "commonjs"): unknown =>
    JSON.parse(runCode(`${load} ${list}`, kind));
  expect(from('import * as all from "reference-regions/report";', "module")).toEqual(names);
  expect(from('const all = require("reference-regions/report");', "commonjs")).toEqual(names);
});

test("the entry of charts exports a function a chart, and the words", () => {
  const names = JSON.parse(runCode(`import * as all from "reference-regions/chart"; ${list}`, "module"));
  expect(names).toEqual([
    "chartWords",
    "contributionChart",
    "coverageHeatmap",
    "dendrogramChart",
    "distanceHistogram",
    "mapChart",
    "paretoChart",
    "pcaBiplot",
    "profileChart",
    "radarChart",
    "rankRangeChart",
    "silhouetteChart",
  ]);
});

test("the entry of Eurostat exports the readers and the codes, either way", () => {
  const names = [
    "checkRegionCodes",
    "decode",
    "readCorrespondence",
    "readEurostatTsv",
    "readJsonStat",
    "readSdmxCsv",
    "recodeMethods",
    "recodeRegions",
    "toRegionTable",
  ];
  const from = (load: string, kind: "module" | "commonjs"): unknown =>
    JSON.parse(runCode(`${load} ${list}`, kind));
  expect(from('import * as all from "reference-regions/eurostat";', "module")).toEqual(names);
  expect(from('const all = require("reference-regions/eurostat");', "commonjs")).toEqual(names);
});

test("the entry of schemas exports them and their version, either way, and they are files as well", () => {
  const names = ["schemaVersion", "schemas"];
  const from = (load: string, kind: "module" | "commonjs"): unknown =>
    JSON.parse(runCode(`${load} ${list}`, kind));
  expect(from('import * as all from "reference-regions/schemas";', "module")).toEqual(names);
  expect(from('const all = require("reference-regions/schemas");', "commonjs")).toEqual(names);
  const same = `const { schemas } = require("reference-regions/schemas");
    const files = Object.values(schemas).map(({ $id }) => $id.split(":").at(-1));
    const read = files.map((file) => require("reference-regions/schemas/" + file + ".json"));
    console.log(JSON.stringify([read.length, JSON.stringify(read) === JSON.stringify(Object.values(schemas))]));`;
  expect(JSON.parse(runCode(same, "commonjs"))).toEqual([11, true]);
});

test("lets nobody reach past its entries", () => {
  expect(() => runCode(`import "reference-regions/dist/index.js"`, "module")).toThrow(
    "ERR_PACKAGE_PATH_NOT_EXPORTED",
  );
});
