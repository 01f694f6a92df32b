import { OptionsError, prepare, type WeighOptions, weigh, weightSchemes } from "reference-regions";
import { describe, expect, it } from "vitest";
import { makeFramework, makeTable } from "../support/tables.js";

const framework = makeFramework({
  dimensions: [
    { id: "social", name: "Social", elements: [{ id: "people", name: "People" }] },
    { id: "economic", name: "Economic" },
  ],
  indicators: [
    { id: "age", dimension: "social", element: "people" },
    { id: "births", dimension: "social", element: "people" },
    { id: "jobs", dimension: "economic" },
    { id: "gdp", dimension: "economic", role: "performance" },
  ],
});
const prepared = prepare(
  makeTable({ age: [1, 2], births: [2, 1], jobs: [3, 5], gdp: [1, 2] }, { framework }),
);

function problems(options: WeighOptions): string[] {
  try {
    weigh(prepared, options);
  } catch (error) {
    expect(error).toBeInstanceOf(OptionsError);
    return (error as OptionsError).issues.map(({ message }) => message);
  }
  throw new Error("expected an OptionsError, got none");
}

describe("the options of weigh", () => {
  it("refuse negative weights", () => {
    const [problem, ...rest] = problems({ scheme: "given", dimensions: { social: -1, economic: 1 } });
    expect(problem).toBe("weigh.dimensions.social: expected a number of at least 0, got -1.");
    expect(rest).toEqual([]);
  });

  it("refuse weights that are all 0", () => {
    expect(problems({ scheme: "given", dimensions: { social: 0, economic: 0 } })).toEqual([
      "weigh: expected at least one weight above 0 on an indicator that tells regions apart, got none. Give one a positive weight.",
    ]);
  });

  it("answer an unknown id with the ids that there are and the nearest spelling", () => {
    expect(problems({ scheme: "given", dimensions: { social: 1, economic: 1, socal: 1 } })).toEqual([
      'weigh.dimensions: expected one of social, economic, got "socal". Did you mean "social"?',
    ]);
  });

  it("refuse a performance indicator: it is no part of the space", () => {
    expect(problems({ scheme: "given", indicators: { age: 1, births: 1, jobs: 1, gdp: 1 } })).toEqual([
      'weigh.indicators: expected one of age, births, jobs, got "gdp".',
    ]);
  });

  it("want a weight for every id of a level that is given", () => {
    expect(problems({ scheme: "given", indicators: { jobs: 1 } })).toEqual([
      "weigh.indicators: expected a weight for each of the indicators, got none for age, births. Give 0 to leave one out.",
    ]);
  });

  it("want every indicator in an element when elements alone are given", () => {
    expect(problems({ scheme: "given", elements: { people: 1 } })).toEqual([
      "weigh.elements: expected every indicator in an element, got jobs in none. Give weights by dimension or by indicator.",
    ]);
    const both = {
      scheme: "given",
      dimensions: { social: 1, economic: 1 },
      elements: { people: 1 },
    } as const;
    expect(weigh(prepared, both).indicators.jobs).toBe(0.5);
  });

  it("take own weights for the scheme given alone", () => {
    expect(problems({ dimensions: { social: 1, economic: 1 } })).toEqual([
      'weigh.dimensions: expected scheme "given" beside own weights, got "equal-by-dimension". Set scheme to "given".',
    ]);
    expect(problems({ scheme: "given" })).toEqual([
      'weigh: expected weights in dimensions, elements or indicators for the scheme "given", got none.',
    ]);
  });

  it("are answered with all problems at once", () => {
    const options = {
      scheme: "given",
      dimensions: { social: 1, north: 1 },
      indicators: { age: 1, jobs: 1 },
    } as const;
    expect(problems(options).map((message) => message.split(":")[0])).toEqual([
      "weigh.dimensions",
      "weigh.dimensions",
      "weigh.indicators",
    ]);
  });

  it("answer an unknown scheme with the schemes", () => {
    expect(weightSchemes).toEqual([
      "equal-by-dimension",
      "equal",
      "given",
      "pca",
      "mfa",
      "redundancy",
      "entropy",
      "critic",
    ]);
    expect(problems({ scheme: "equals" as never })[0]).toBe(
      'weigh.scheme: expected one of "equal-by-dimension", "equal", "given", "pca", "mfa", "redundancy", "entropy", "critic", got "equals". Did you mean "equal"?',
    );
  });
});
