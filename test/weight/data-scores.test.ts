import { prepare, weigh, weighScopes, weightSchemes } from "reference-regions";
import { describe, expect, it } from "vitest";
import { isDataScheme } from "../../src/weight/levels.js";
import { makeFramework, makeTable } from "../support/tables.js";

const dataSchemes = weightSchemes.filter(isDataScheme);

//   d1  e1  a, b (weight 2), c        d2  f        d3  g, h (constant)
//       e2  d, e
const framework = makeFramework({
  dimensions: [
    {
      id: "d1",
      name: "D1",
      elements: [
        { id: "e1", name: "E1" },
        { id: "e2", name: "E2", weight: 2 },
      ],
    },
    { id: "d2", name: "D2", weight: 3 },
    { id: "d3", name: "D3" },
  ],
  indicators: [
    { id: "a", dimension: "d1", element: "e1" },
    { id: "b", dimension: "d1", element: "e1", weight: 2 },
    { id: "c", dimension: "d1", element: "e1" },
    { id: "d", dimension: "d1", element: "e2" },
    { id: "e", dimension: "d1", element: "e2" },
    { id: "f", dimension: "d2" },
    { id: "g", dimension: "d3" },
    { id: "h", dimension: "d3" },
  ],
});
const columns = {
  a: [1, 4, 2, 8, 5, 7, 3, 6],
  b: [2, 3, 1, 9, 6, 4, 4, 7],
  c: [9, 1, 7, 3, 2, 2, 8, 4],
  d: [3, 9, 2, 4, 8, 1, 7, 5],
  e: [5, 5, 1, 2, 9, 4, 4, 8],
  f: [1, 1, 2, 3, 5, 8, 13, 21],
  g: [2, 7, 1, 8, 2, 8, 1, 8],
  h: [3, 3, 3, 3, 3, 3, 3, 3],
};
const prepared = prepare(makeTable(columns, { framework }), { treat: "none" });
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

for (const scheme of dataSchemes)
  describe(`weights by ${scheme}`, () => {
    it.each(weighScopes)(
      "within %s sum to 1, none negative, and 0 for what cannot tell regions apart",
      (within) => {
        const { indicators } = weigh(prepared, { scheme, within });
        expect(sum(Object.values(indicators))).toBeCloseTo(1, 13);
        for (const weight of Object.values(indicators)) expect(weight).toBeGreaterThanOrEqual(0);
        expect(indicators.h).toBe(0);
      },
    );

    it("within a dimension keep the framework's weights of dimensions; a lone indicator has all of its own", () => {
      const { dimensions, indicators } = weigh(prepared, { scheme });
      expect([dimensions.d1, dimensions.d2, dimensions.d3].map((one) => one!.toFixed(12))).toEqual(
        [0.2, 0.6, 0.2].map((one) => one.toFixed(12)),
      );
      expect(indicators.f).toBeCloseTo(0.6, 13);
      expect(indicators.g).toBeCloseTo(0.2, 13);
    });

    it("within an element keep those of elements, too", () => {
      const { elements } = weigh(prepared, { scheme, within: "element" });
      expect(elements.e1).toBeCloseTo(0.2 / 3, 13);
      expect(elements.e2).toBeCloseTo(0.4 / 3, 13);
    });

    it("multiply with the framework's weights of indicators", () => {
      const even = makeFramework({
        ...framework,
        indicators: framework.indicators.map(({ weight: _, ...one }) => one),
      });
      for (const within of weighScopes) {
        const plain = weigh(prepare(makeTable(columns, { framework: even }), { treat: "none" }), {
          scheme,
          within,
        });
        const { indicators } = weigh(prepared, { scheme, within });
        expect(indicators.b! / indicators.a!).toBeCloseTo(
          (2 * plain.indicators.b!) / plain.indicators.a!,
          10,
        );
        expect(indicators.c! / indicators.a!).toBeCloseTo(plain.indicators.c! / plain.indicators.a!, 10);
      }
    });

    it("do not depend on the unit of the columns", () => {
      const scaled = { ...columns, a: columns.a.map((x) => 1e4 * x + 7), d: columns.d.map((x) => x / 3) };
      const other = weigh(prepare(makeTable(scaled, { framework }), { treat: "none" }), {
        scheme,
        within: "table",
      });
      const own = weigh(prepared, { scheme, within: "table" });
      for (const id of Object.keys(columns))
        expect(other.indicators[id], id).toBeCloseTo(own.indicators[id]!, 10);
    });

    it("write scheme and scope into the recipe", () => {
      expect(weigh(prepared, { scheme, within: "element" }).recipe.plan.weigh).toEqual({
        scheme,
        within: "element",
      });
    });
  });

describe("entropy and critic, word for word", () => {
  const rescaled = (values: readonly number[]) => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return values.map((value) => (value - low) / (high - low));
  };

  it("entropy: one less sum(-p ln p) / ln n", () => {
    const score = (values: readonly number[]) => {
      const shares = rescaled(values).map((one, _, all) => one / sum(all));
      return 1 + sum(shares.filter((p) => p > 0).map((p) => p * Math.log(p))) / Math.log(values.length);
    };
    const { indicators } = weigh(prepared, { scheme: "entropy", within: "element" });
    expect(indicators.d! / indicators.e!).toBeCloseTo(score(columns.d) / score(columns.e), 12);
  });

  it("critic: standard deviation times the sum of 1 - r", () => {
    const sd = (values: readonly number[]) => {
      const mean = sum(values) / values.length;
      return Math.sqrt(sum(values.map((x) => (x - mean) ** 2)) / (values.length - 1));
    };
    // With one other indicator, both conflicts are the same 1 - r.
    const { indicators } = weigh(prepared, { scheme: "critic", within: "element" });
    expect(indicators.d! / indicators.e!).toBeCloseTo(sd(rescaled(columns.d)) / sd(rescaled(columns.e)), 12);
  });

  it("critic of indicators that are all the same is equal", () => {
    const same = prepare(makeTable({ x: columns.a, y: columns.a, z: columns.a }), { treat: "none" });
    for (const weight of Object.values(weigh(same, { scheme: "critic" }).indicators))
      expect(weight).toBeCloseTo(1 / 3, 10);
  });
});

describe("the notes of weights by components", () => {
  it("carry the group that they speak of", () => {
    const { notes } = weigh(prepared, { scheme: "pca", within: "element" });
    expect(notes.filter(({ code }) => code === "few-cases").map(({ group }) => group)).toContain("e1");
    expect(notes.find(({ code, group }) => code === "few-cases" && group === "e1")!.message).toBe(
      "element e1: Principal components of 3 indicators want at least 15 regions; there are 8.",
    );
  });

  it("tell of a low KMO and of incomplete regions, by dimension", () => {
    const gap = { ...columns, d: columns.d.map((x, i) => (i === 0 ? null : x)) };
    const { notes } = weigh(prepare(makeTable(gap, { framework }), { treat: "none" }), { scheme: "pca" });
    expect(notes).toContainEqual({
      code: "incomplete-regions",
      regions: 1,
      complete: 7,
      of: 8,
      group: "d1",
      message: "dimension d1: Principal components rest on the 7 of 8 regions that have every indicator.",
    });
    const low = notes.find(({ code }) => code === "low-kmo")!;
    expect(low.group).toBe("d1");
    expect(low.message).toBe(
      `dimension d1: The indicators have little in common (KMO ${(low.kmo as number).toFixed(2)}, below 0.6): weights from their components say little.`,
    );
  });

  it("within the table speak of no group in words", () => {
    const { notes } = weigh(prepared, { scheme: "pca", within: "table" });
    expect(notes.every(({ group }) => group === "table")).toBe(true);
    expect(notes.find(({ code }) => code === "few-cases")!.message).toMatch(
      /^Principal components of 7 indicators/,
    );
  });

  it("are none under the other schemes", () => {
    for (const scheme of dataSchemes.filter((one) => one !== "pca"))
      expect(weigh(prepared, { scheme }).notes).toEqual([]);
  });

  it("cannot be had with too few complete regions, which is refused in words", () => {
    const thin = makeTable({ x: [1, 2, null, 4], y: [2, 5, 1, null] });
    expect(() => weigh(prepare(thin), { scheme: "pca" })).toThrow(
      "expected at least three regions with a figure for all 2 indicators, got 2.",
    );
  });
});
