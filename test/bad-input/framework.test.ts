import { type Framework, FrameworkError, parseFramework, readRegionRows } from "reference-regions";
import { describe, expect, it } from "vitest";
import { errorOf, messagesOf } from "../support/problems.js";

const indicator = (id: string, more: object = {}) => ({
  id,
  name: id,
  dimension: "social",
  element: "people",
  role: "structural",
  ...more,
});
const document = (more: object = {}) => ({
  schemaVersion: 1,
  id: "own",
  name: "Own",
  dimensions: [
    { id: "social", name: "Social", elements: [{ id: "people", name: "People" }] },
    { id: "economic", name: "Economic" },
  ],
  indicators: [indicator("age")],
  ...more,
});
const withIndicators = (...indicators: object[]) => document({ indicators });

describe("an indicator in both roles", () => {
  it("is refused, with the reason", () => {
    const error = errorOf(() =>
      parseFramework(
        withIndicators(indicator("age"), indicator("gdp"), indicator("gdp", { role: "performance" })),
      ),
    );
    expect(error).toBeInstanceOf(FrameworkError);
    expect(error.code).toBe("structural-and-performance");
    expect(error.message).toBe(
      "indicators, indicator gdp: expected one role, got structural and performance. Similarity is measured on structure only; decide which it is and remove the other entry.",
    );
  });

  it("is not reported a second time as a double id", () => {
    const error = errorOf(() =>
      parseFramework(withIndicators(indicator("gdp", { role: "performance" }), indicator("gdp"))),
    );
    expect(error.issues.map(({ code }) => code)).toEqual(["structural-and-performance"]);
  });
});

describe("a framework that contradicts itself", () => {
  it.each<[string, object, string]>([
    [
      "names an id that is given twice and its first place",
      withIndicators(indicator("age"), indicator("age")),
      'indicators[1].id: expected a new indicator id, got "age" again (first at indicators[0]). Rename or remove one.',
    ],
    [
      "answers an unknown dimension with the nearest known",
      withIndicators(indicator("age", { dimension: "sozial" })),
      'indicators[0].dimension, indicator age: expected one of social, economic, got "sozial". Did you mean "social"?',
    ],
    [
      "answers an unknown element with those of the dimension",
      withIndicators(indicator("age", { element: "peple" })),
      'indicators[0].element, indicator age: expected one of the elements of social (people), got "peple". Did you mean "people"?',
    ],
    [
      "says that a dimension has no elements",
      withIndicators(indicator("age", { dimension: "economic" })),
      'indicators[0].element, indicator age: expected one of the elements of economic (none: the dimension has no elements), got "people".',
    ],
    [
      "asks for an element where the dimension has some",
      withIndicators(indicator("age", { element: undefined })),
      "indicators[0].element, indicator age: expected one of the elements of social (people), got nothing.",
    ],
    [
      "answers an unknown composition with the declared ones",
      { ...withIndicators(indicator("age", { composition: "sector" })), compositions: [{ id: "sectors" }] },
      'indicators[0].composition, indicator age: expected one of sectors, got "sector". Did you mean "sectors"?',
    ],
    [
      "refuses a range whose ends are exchanged",
      withIndicators(indicator("age", { range: { min: 120, max: 0 } })),
      "indicators[0].range, indicator age: expected min at most max, got 120 and 0.",
    ],
    [
      "asks for one structural indicator",
      withIndicators(indicator("age", { role: "performance" })),
      'indicators: expected at least one indicator with role "structural", got none. Distance is measured on structure.',
    ],
  ])("%s", (_, json, message) => {
    expect(messagesOf(() => parseFramework(json))).toEqual([message]);
  });

  it("is told all of it at once", () => {
    const json = withIndicators(
      indicator("age", { role: "performance", dimension: "sozial" }),
      indicator("age", { role: "performance", range: { min: 1, max: 0 } }),
    );
    expect(errorOf(() => parseFramework(json)).issues.map(({ code }) => code)).toEqual([
      "duplicate-id",
      "unknown-dimension",
      "empty-range",
      "no-structural-indicator",
    ]);
  });
});

describe("a framework of the wrong shape", () => {
  it("is told every wrong key and value with its path", () => {
    const json = document({
      schemaVersion: 2,
      name: 5,
      indicators: [
        { id: "", name: {}, role: "structral", weight: -1, range: { min: "0" }, sources: "Eurostat" },
      ],
    });
    expect(messagesOf(() => parseFramework(json))).toEqual([
      "schemaVersion: expected 1, got 2.",
      "name: expected a text or an object, got 5.",
      'indicators[0].id: expected a text of at least 1 character, got "".',
      "indicators[0].dimension: expected a text, got nothing.",
      'indicators[0].role: expected one of "structural", "performance", got "structral". Did you mean "structural"?',
      "indicators[0].weight: expected a number of at least 0, got -1.",
      'indicators[0].range.min: expected a number, got "0".',
      'indicators[0]: unknown key "sources". Did you mean "source"?',
    ]);
  });

  it.each([
    [null, "null"],
    [undefined, "nothing"],
    ["own", '"own"'],
    [[], "[]"],
  ])("is refused when it is %j", (json, shown) => {
    expect(messagesOf(() => parseFramework(json))).toEqual([`expected an object, got ${shown}.`]);
  });
});

describe("a reader without a framework", () => {
  it("says what it expected and how to make one", () => {
    for (const given of [undefined, {}, "framework.json"]) {
      const error = errorOf(() => readRegionRows([{ code: "A", age: 1 }], given as unknown as Framework));
      expect(error).toBeInstanceOf(FrameworkError);
      expect(error.message).toMatch(
        /^framework: expected a framework, got .+\. Make it with parseFramework\(JSON\.parse\(text\)\)\.$/,
      );
    }
  });
});
