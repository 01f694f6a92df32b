import { readFileSync } from "node:fs";
import {
  analyse,
  assessSensitivitySync,
  assessStabilitySync,
  benchmarkAgainst,
  buildSpace,
  clusterRegions,
  compareSelections,
  compareTypologies,
  cutTree,
  dropOneSync,
  explainPair,
  explainSwap,
  findConsensus,
  findLeaders,
  findNearestSync,
  findReferenceRegions,
  findThroughLenses,
  frameworkSchema,
  locateInTypology,
  measureDistances,
  neighbourGraph,
  parseFramework,
  parsePlan,
  planSchema,
  plans,
  prepare,
  profile,
  readRegionsCsv,
  suggestClusterCount,
  summariseCoverage,
  surveySensitivitySync,
  toGeoJson,
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
const benchmark = benchmarkAgainst(table, reference);
const short = { reference: { count: 2 } };
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
  sensitivity: assessSensitivitySync(few, "R01", { plan: short, draws: 5 }),
  survey: surveySensitivitySync(few, { plan: short, draws: 3 }),
  "drop of one": dropOneSync(few, "R01", { plan: short }),
  swap: explainSwap(space, "ES21", "ES12", "BE22"),
  lenses: findThroughLenses(space, "ES21", { count: 3 }),
  consensus: findConsensus([{ name: "one", regions: reference.regions }]),
  selections: compareSelections(reference, reference),
  "neighbour graph": neighbourGraph(findNearestSync(space, { count: 3 })),
  benchmark,
  leaders: findLeaders(benchmark, reference),
  map: toGeoJson(reference, table),
  analysis: await analyse(table, "ES21"),
  "analysis with everything": await analyse(table, "ES21", {
    typology: { method: "ward", k: 4 },
    sensitivity: { draws: 5 },
    benchmark: {},
  }),
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
