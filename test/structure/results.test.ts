import { readFileSync } from "node:fs";
import {
  analyse,
  buildSpace,
  explainPair,
  findReferenceRegions,
  frameworkSchema,
  measureDistances,
  parseFramework,
  parsePlan,
  planSchema,
  plans,
  prepare,
  readRegionsCsv,
  summariseCoverage,
  weigh,
} from "reference-regions";
import { describe, expect, test } from "vitest";

const framework = parseFramework(JSON.parse(readFileSync("fixtures/eu-nuts2/framework.json", "utf8")));
const table = readRegionsCsv(readFileSync("fixtures/eu-nuts2/regions.csv", "utf8"), framework);
const prepared = prepare(table, { impute: "nearest" });
const space = buildSpace(prepare(table));

const documents: { readonly [name: string]: unknown } = {
  framework,
  frameworkSchema,
  table,
  coverage: summariseCoverage(table),
  prepared,
  weights: weigh(prepared),
  "reference regions": findReferenceRegions(space, "ES21", { eligible: ({ country }) => country !== "ES" }),
  pair: explainPair(space, "ES21", "ES63"),
  plan: parsePlan({ reference: { count: 3 } }),
  plans,
  planSchema,
  analysis: await analyse(table, "ES21"),
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
