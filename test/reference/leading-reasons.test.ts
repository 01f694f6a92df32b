import { buildSpace, findReferenceRegions, prepare } from "reference-regions";
import { describe, expect, it } from "vitest";
import { leadingReasons } from "../../src/reference/leading-reasons.js";
import { makeFramework, makeTable } from "../support/tables.js";

const framework = makeFramework({
  dimensions: [
    { id: "social", name: "Social", elements: ["people", "skills"].map((id) => ({ id, name: id })) },
    { id: "economic", name: "Economic" },
  ],
  indicators: [
    { id: "a", element: "people" },
    { id: "b", element: "people" },
    { id: "c", element: "skills" },
    { id: "d", dimension: "economic" },
    { id: "e", dimension: "economic" },
  ],
});

describe("the leading reasons", () => {
  const lead = (ids: string[], most: number): string[] => leadingReasons(ids, framework.indicators, most);

  it("are the strongest, at most one of each element", () => {
    expect(lead(["b", "a", "c"], 3)).toEqual(["b", "c"]);
    expect(lead(["a", "b", "c", "d"], 2)).toEqual(["a", "c"]);
  });

  it("take indicators of a dimension without elements each for itself", () => {
    expect(lead(["d", "e", "a"], 3)).toEqual(["d", "e", "a"]);
  });

  it("are none of none", () => {
    expect(lead([], 3)).toEqual([]);
  });
});

describe("the contributions to a distance", () => {
  // Weights: social 1/2 (people 1/4: a, b 1/8 each; skills: c 1/4), economic 1/2 (d, e 1/4 each).
  const columns = { a: [0, 4, 9], b: [1, 1, 9], c: [0, 2, 9], d: [3, 1, 9], e: [5, null, 9] };
  const space = buildSpace(prepare(makeTable(columns, { framework }), { treat: "none", normalise: "none" }));
  const [nearest] = findReferenceRegions(space, "R01", { count: 1 }).regions;
  const { dimensions, indicators } = nearest!.contributions!;

  it("are weight times squared gap, raised for what is missing, and add up by dimension", () => {
    // 0.75 of the weight is shared: 1/8 * 16 + 0 + 1/4 * 4 = 3, and 1/4 * 4 = 1, each over 0.75.
    expect(dimensions.social).toBeCloseTo(3 / 0.75, 13);
    expect(dimensions.economic).toBeCloseTo(1 / 0.75, 13);
    expect(nearest!.distance).toBeCloseTo(4 / 0.75, 13);
    expect(nearest!.coverage).toBeCloseTo(0.75, 14);
  });

  it("show for each indicator weight, share, gap, what is typical, and the raw value of both", () => {
    const [a, b, , , e] = indicators;
    expect(a).toMatchObject({ id: "a", weight: 0.125, gap: 4, typicalGap: 6.5, target: 0, value: 4 });
    expect(a!.share).toBeCloseTo(2 / 0.75, 13);
    expect(b).toMatchObject({ share: 0, gap: 0, typicalGap: 4 });
    expect(e).toMatchObject({ share: null, gap: null, typicalGap: 4, target: 5, value: null });
  });

  it("name dimensions of the space alone", () => {
    const idle = makeFramework({
      dimensions: [
        { id: "used", name: "Used" },
        { id: "results", name: "Results" },
      ],
      indicators: ["x", { id: "gdp", dimension: "results", role: "performance" }],
    });
    const own = buildSpace(prepare(makeTable({ x: [1, 2], gdp: [3, 4] }, { framework: idle })));
    expect(Object.keys(findReferenceRegions(own, "R01").regions[0]!.contributions!.dimensions)).toEqual([
      "used",
    ]);
  });
});
