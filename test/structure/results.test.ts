import { readFileSync } from "node:fs";
import {
  analyse,
  assessStabilitySync,
  buildSpace,
  clusterRegions,
  compareTypologies,
  cutTree,
  explainPair,
  findReferenceRegions,
  frameworkSchema,
  locateInTypology,
  measureDistances,
  parseFramework,
  parsePlan,
  planSchema,
  plans,
  prepare,
  profile,
  readRegionsCsv,
  suggestClusterCount,
  summariseCoverage,
  weigh,
} from "reference-regions";
import { describe, expect, test } from "vitest";
import { makeTable } from "../support/tables.js";

const framework = parseFramework(JSON.parse(readFileSync("fixtures/eu-nuts2/framework.json", "utf8")));
const table = readRegionsCsv(readFileSync("fixtures/eu-nuts2/regions.csv", "utf8"), framework);
const prepared = prepare(table, { impute: "nearest" });
const space = buildSpace(prepare(table));
const reference = findReferenceRegions(space, "ES21", { eligible: ({ country }) => country !== "ES" });
const typology = clusterRegions(space, { method: "ward", k: 6 });
const searched = clusterRegions(space, { method: "k-means", k: 6, starts: 10 });
const few = makeTable({ age: [40, 42, 45, 39, 50, 41], jobs: [300, 310, 100, 320, 5, 90] });

const documents: { readonly [name: string]: unknown } = {
  framework,
  frameworkSchema,
  table,
  coverage: summariseCoverage(table),
  prepared,
  weights: weigh(prepared),
  "reference regions": reference,
  pair: explainPair(space, "ES21", "ES63"),
  plan: parsePlan({ reference: { count: 3 } }),
  plans,
  planSchema,
  typology,
  "typology of a search": searched,
  "cut of a tree": cutTree(typology, { k: 3 }),
  comparison: compareTypologies(typology, searched),
  profile: profile(space, typology),
  "type of a target": locateInTypology(typology, reference),
  advice: suggestClusterCount(space, { to: 4, draws: 3 }),
  stability: assessStabilitySync(space, { k: 6, draws: 3 }),
  analysis: await analyse(table, "ES21"),
  "analysis with types": await analyse(few, "R01", { typology: { method: "k-medoids", k: 2 } }),
  "analysis with types whose number is open": await analyse(few, "R01", { typology: {} }),
};

describe("results are plain data that survive JSON and structuredClone unchanged", () => {
  test.each(Object.entries(documents))("%s", (_, document) => {
    expect(JSON.parse(JSON.stringify(document))).toStrictEqual(document);
    expect(structuredClone(document)).toStrictEqual(document);
  });

  test.each(Object.entries({ space, matrix: measureDistances(space) }))(
    "%s, which holds a Float64Array: structuredClone alone",
    (_, result) => {
      expect(structuredClone(result)).toStrictEqual(result);
    },
  );
});
