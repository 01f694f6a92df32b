import {
  type Analysis,
  analyse,
  benchmarkAgainst,
  buildSpace,
  clusterRegions,
  explainPair,
  type Framework,
  findLeaders,
  findReferenceRegions,
  fromJson,
  type Plan,
  type PlanInput,
  parseFramework,
  parsePlan,
  plans,
  prepare,
  type ReferenceRegionsError,
  readRegionRows,
  readRegionsCsv,
  toJson,
} from "reference-regions";
import type { DocumentName } from "../../tools/document-schemas.js";
import { errorOf } from "../support/problems.js";
import { bundledFramework, bundledTable, makeTable } from "../support/tables.js";

const eu = bundledTable("eu-nuts2");
const eaeu = bundledTable("eaeu");

/** A framework that says all that one can say. */
const wordy: Framework = parseFramework({
  schemaVersion: 1,
  id: "wordy",
  name: { en: "Wordy", ru: "Многословный" },
  description: "All that a framework can say.",
  dimensions: [
    { id: "people", name: "People", weight: 2, elements: [{ id: "old", name: "Old", weight: 1 }] },
    { id: "land", name: { en: "Land" } },
  ],
  indicators: [
    {
      id: "age",
      name: "Age",
      dimension: "people",
      element: "old",
      role: "structural",
      direction: "neutral",
      kind: "ratio",
      unit: "years",
      year: 2020,
      source: "Statistics",
      licence: "CC BY 4.0",
      weight: 1,
      range: { min: 0, max: 120 },
      from: {
        dataset: "pop",
        select: { age: "T", sex: ["F", "M"] },
        derive: { share: { select: { age: "TOTAL" } } },
      },
    },
    ...["wood", "field", "rest"].map((id) => ({
      id,
      name: id,
      dimension: "land",
      role: "structural",
      composition: "use",
      year: "2019-2021",
    })),
    {
      id: "gdp",
      name: { en: "GDP" },
      dimension: "land",
      role: "performance",
      direction: "higher",
      unit: { en: "EUR" },
      from: { dataset: "gdp", select: {}, derive: { ratio: { dataset: "pop", select: {} }, times: 1000 } },
    },
    {
      id: "trend",
      name: "Trend",
      dimension: "land",
      role: "performance",
      from: { dataset: "gdp", select: {}, derive: { average: 3 } },
    },
    {
      id: "growth",
      name: "Growth",
      dimension: "land",
      role: "performance",
      from: { dataset: "gdp", select: {}, derive: { growth: 5 } },
    },
  ],
  compositions: [{ id: "use", name: "Land use", total: 100, tolerance: 2 }],
  credits: ["Statistics of the test."],
});

/** The same without words in several languages, and with every way to name cells. */
const plain: Framework = parseFramework({
  ...wordy,
  name: "Plain",
  indicators: wordy.indicators.map((one) => {
    const cells = { dataset: "other", select: { sex: ["F", "M"], age: "T" } };
    if (one.id === "age") return { ...one, from: { dataset: "pop", select: {}, derive: { share: cells } } };
    return one.id === "gdp"
      ? { ...one, from: { dataset: "gdp", select: {}, derive: { ratio: cells } } }
      : one;
  }),
});

/** Six regions with odd gaps: without place, name or country, without a figure, alone in a country. */
const small = readRegionRows(
  [40, 42, 45, 39, 50, null].map((age, i) => ({
    code: `R${i + 1}`,
    country: ["A", "A", "B", "B", "", "C"][i]!,
    lat: i === 0 ? "" : 50 + i,
    lon: i === 0 ? "" : 10 + i,
    kind: i % 2 ? "coast" : "",
    coast: i % 2 === 0,
    size: 10 * i,
    age,
    wood: 20 + 5 * i,
    field: 30 - 3 * i,
    rest: 50 - 2 * i,
    gdp: i === 3 ? null : 20_000 + 1000 * i,
    trend: 3 * i,
    growth: 1,
  })),
  wordy,
);

/** Every branch that a plan has. */
export const planInputs: readonly PlanInput[] = [
  {},
  plans.orkestra,
  plans.balanced,
  {
    name: "everything",
    description: "Every member.",
    prepare: {
      screen: { minRegionCoverage: 0.1, minIndicatorCoverage: 0.1 },
      impute: { method: "group-median", by: "kind" },
      composition: { method: "clr", delta: 0.5 },
      treat: { method: "winsorise", maxPoints: 3 },
      normalise: { method: "goalposts", bounds: { age: [20, 60] } },
      indicators: {
        age: { impute: "median", treat: "log", normalise: { method: "goalposts", bounds: [20, 60] } },
        wood: { normalise: "rank" },
      },
    },
    weigh: {
      scheme: "given",
      within: "table",
      dimensions: { people: 1, land: 2 },
      elements: { old: 1 },
      indicators: { age: 1 },
    },
    space: { metric: "manhattan", minCoverage: 0.5 },
    reference: {
      count: 3,
      maxDistance: 4,
      mutual: true,
      explain: false,
      exclude: {
        sameCountry: true,
        regions: ["R2"],
        nested: { parent: "kind" },
        withinKilometres: 10,
        attribute: { kind: ["coast"] },
      },
      only: { nested: "code-prefix" },
      pin: ["R3"],
      eligible: ["R3", "R4"],
    },
    typology: { method: "k-means", k: 2, seed: 3, starts: 30 },
    sensitivity: { draws: 20, seed: 2, spread: 0.1, lists: 5, vary: { metric: false } },
    benchmark: {
      indicators: ["gdp"],
      includeTarget: true,
      quartiles: "median-of-halves",
      score: { mean: 100, sd: 15 },
      resamples: 200,
      seed: 5,
    },
  },
  {
    prepare: {
      indicators: {
        age: { impute: { method: "group-median", by: "kind" }, treat: { method: "auto", maxPoints: 1 } },
        wood: { impute: { method: "nearest", neighbours: 2 } },
      },
    },
    reference: {
      exclude: { nested: "code-prefix" },
      only: {
        sameCountry: true,
        regions: ["R2"],
        nested: { parent: "kind" },
        withinKilometres: 1000,
        attribute: { kind: ["coast"] },
      },
    },
  },
  { reference: { only: { nested: true } } },
  ...(["none", "min-max", "z-score", "robust", "rank", "percentile"] as const).map((normalise) => ({
    prepare: {
      normalise,
      indicators: { age: { normalise } },
      impute: { method: "nearest" as const, neighbours: 2 },
    },
    reference: { exclude: { nested: true } },
  })),
];

const analyses: readonly Analysis[] = [
  await analyse(eu, "ES21"),
  await analyse(eu, "ITH2", {
    reference: { exclude: { sameCountry: true } },
    typology: { method: "ward", k: 6 },
    sensitivity: { draws: 20, lists: 5 },
    benchmark: {},
  }),
  await analyse(eu, "FI20", {
    space: { minCoverage: 0 },
    typology: { method: "k-means", k: 4, starts: 5 },
    benchmark: {},
  }),
  await analyse(eaeu, eaeu.regions[5]!.id, {
    ...plans.balanced,
    typology: {},
    benchmark: {},
    sensitivity: { draws: 20 },
  }),
  await analyse(small, "R2", {
    space: { minCoverage: 0.3 },
    reference: { count: 2, exclude: { withinKilometres: 100 } },
    typology: { method: "k-medoids", k: 2 },
    benchmark: {},
    sensitivity: { draws: 10 },
  }),
  await analyse(small, "R6", {
    space: { minCoverage: 0.2 },
    reference: { count: 1, explain: false },
    benchmark: {},
    typology: { k: 1 },
  }),
  await analyse(small, "R5", { benchmark: {} }),
  await analyse(makeTable({ age: [1, 1, 1, 2] }), "R01", { reference: { count: 1 } }),
];

const complete: readonly Plan[] = planInputs.map(parsePlan);
const spaces = [
  buildSpace(prepare(eu)),
  buildSpace(prepare(small)),
  buildSpace(prepare(small), { metric: "chebyshev" }),
];
const lists = analyses.map(({ reference }) => reference);
const problems: readonly ReferenceRegionsError[] = [
  errorOf(() => readRegionsCsv("code,age\nA,1\nA,x\n", wordy)),
  errorOf(() => parsePlan({ reference: { count: 0 }, space: { metric: "miles" } })),
  errorOf(() => parseFramework({})),
  errorOf(() =>
    readRegionRows(
      [
        { code: "A", age: "x", lat: 100 },
        { code: "A", age: 1 },
      ],
      wordy,
    ),
  ),
];

/** Documents of every kind as the library makes them from the bundled data and from a table with gaps. */
const made: { readonly [name in DocumentName]: readonly unknown[] } = {
  Framework: [bundledFramework("eu-nuts2"), bundledFramework("eaeu"), wordy, plain],
  Plan: [...planInputs, ...complete],
  RegionTable: [eu, eaeu, small, makeTable({ age: [40, null, 45], jobs: [300, 310, 100] })],
  ReferenceRegions: [
    ...lists,
    ...(["euclidean", "chebyshev", "cosine", "mahalanobis", "gower"] as const).map((metric) =>
      findReferenceRegions(buildSpace(prepare(eu, { impute: "median" }), { metric }), "ES21"),
    ),
    findReferenceRegions(buildSpace(prepare(makeTable({ age: [1, 1, 1, 2] }))), "R01", {
      count: 1,
      pin: ["R04"],
    }),
  ],
  PairExplanation: spaces.flatMap((space) => {
    const ids = space.regions.slice(0, 40).map(({ id }) => id);
    return [...ids.map((id) => explainPair(space, ids[0]!, id)), explainPair(space, ids[1]!, ids.at(-1)!)];
  }),
  Benchmark: analyses.flatMap(({ benchmark, table, reference }) => [
    ...(benchmark ? [benchmark] : []),
    benchmarkAgainst(table, reference, { lists: [reference.regions.map(({ id }) => id)] }),
  ]),
  Leaders: analyses.flatMap(({ leaders, table, reference }) => [
    ...(leaders ? [leaders] : []),
    findLeaders(benchmarkAgainst(table, reference), reference),
  ]),
  Typology: [
    ...analyses.flatMap(({ typology }) => typology ?? []),
    ...(["average", "complete", "single", "k-medoids", "k-means"] as const).map((method) =>
      clusterRegions(spaces[0]!, { method, k: 3 }),
    ),
  ],
  Sensitivity: analyses.flatMap(({ sensitivity }) => sensitivity ?? []),
  Analysis: [
    ...analyses,
    fromJson(toJson(analyses[1]!)),
    // Every branch of a plan, in an analysis that was made by another.
    ...complete.map((plan) => ({ ...analyses[4]!, plan })),
  ],
  Problem: problems,
};

/** As whoever gets them reads them: after JSON. */
export const samples = JSON.parse(JSON.stringify(made)) as {
  readonly [name in DocumentName]: readonly unknown[];
};
