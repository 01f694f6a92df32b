import { parseFramework } from "reference-regions";
import { describe, expect, it } from "vitest";

const small = {
  schemaVersion: 1,
  id: "own",
  name: { en: "Own", ru: "Свой" },
  dimensions: [
    { id: "social", name: "Social", weight: 2, elements: [{ id: "people", name: "People", weight: 0 }] },
    { id: "economic", name: "Economic" },
  ],
  indicators: [
    {
      id: "age",
      name: "Median age",
      dimension: "social",
      element: "people",
      role: "structural",
      direction: "neutral",
      unit: "years",
      year: "2020-2022",
      source: { en: "Rosstat" },
      licence: "CC BY 4.0",
      weight: 0.5,
      composition: "undeclared",
      range: { min: 0, max: 120 },
    },
    { id: "gdp", name: "GDP", dimension: "economic", role: "performance", year: 2021, range: { max: 1e6 } },
  ],
  credits: ["Source: own"],
};

describe("parseFramework", () => {
  it("returns what it was given, checked", () => {
    expect(parseFramework(small)).toEqual(small);
  });

  it("survives a second parse and JSON unchanged", () => {
    const parsed = parseFramework(small);
    expect(parseFramework(JSON.parse(JSON.stringify(parsed)))).toEqual(parsed);
  });

  it("leaves the document as it was", () => {
    const before = structuredClone(small);
    parseFramework(small);
    expect(small).toEqual(before);
  });

  it("takes a key that is undefined for one that is absent", () => {
    const [age, gdp] = small.indicators;
    const parsed = parseFramework({
      ...small,
      credits: undefined,
      indicators: [age, { ...gdp, range: undefined }],
    });
    expect("credits" in parsed).toBe(false);
    expect("range" in parsed.indicators[1]!).toBe(false);
  });

  it("accepts one id in different kinds: a dimension, an element and an indicator may share it", () => {
    const parsed = parseFramework({
      schemaVersion: 1,
      id: "same",
      name: "Same",
      dimensions: [{ id: "same", name: "D", elements: [{ id: "same", name: "E" }] }],
      indicators: [{ id: "same", name: "I", dimension: "same", element: "same", role: "structural" }],
    });
    expect(parsed.indicators[0]!.id).toBe("same");
  });

  it("refuses one element id in two dimensions", () => {
    const elements = [{ id: "people", name: "People" }];
    const dimensions = [
      { id: "social", name: "S", elements },
      { id: "economic", name: "E", elements },
    ];
    const indicators = [{ ...small.indicators[0], element: "people" }];
    expect(() => parseFramework({ ...small, dimensions, indicators })).toThrow(
      'dimensions[1].elements[0].id: expected a new element id, got "people" again (first at dimensions[0].elements[0]). Rename or remove one.',
    );
  });
});
