import { prepare, type RegionTable, type WeighOptions, weigh } from "reference-regions";
import { describe, expect, it } from "vitest";
import { makeFramework, makeTable } from "../support/tables.js";

//   society    people    a, b, c
//              skills    d
//   economy    sectors   e, f (weight 3)
const framework = makeFramework({
  dimensions: [
    {
      id: "society",
      name: "Society",
      elements: [
        { id: "people", name: "People" },
        { id: "skills", name: "Skills" },
      ],
    },
    { id: "economy", name: "Economy", elements: [{ id: "sectors", name: "Sectors" }] },
  ],
  indicators: [
    ...["a", "b", "c"].map((id) => ({ id, dimension: "society", element: "people" })),
    { id: "d", dimension: "society", element: "skills" },
    { id: "e", dimension: "economy", element: "sectors" },
    { id: "f", dimension: "economy", element: "sectors", weight: 3 },
  ],
});
const varied = { a: [1, 2], b: [3, 1], c: [5, 4], d: [6, 9], e: [1, 7], f: [2, 3] };
const table = makeTable(varied, { framework });
const tableWith = (columns: Partial<Record<keyof typeof varied, (number | null)[]>>): RegionTable =>
  makeTable({ ...varied, ...columns }, { framework });

function expectWeights(options: WeighOptions, expected: Record<string, number>, from = table): void {
  const { indicators } = weigh(prepare(from), options);
  expect(Object.keys(indicators)).toEqual(Object.keys(expected));
  for (const [id, weight] of Object.entries(expected)) expect(indicators[id], id).toBeCloseTo(weight, 14);
}

const given = (levels: Omit<WeighOptions, "scheme">): WeighOptions => ({ scheme: "given", ...levels });

describe("weigh", () => {
  it("by default splits by dimension, element and indicator, by the weights of the framework", () => {
    expectWeights({}, { a: 1 / 12, b: 1 / 12, c: 1 / 12, d: 1 / 4, e: 1 / 8, f: 3 / 8 });
    expect(weigh(prepare(table)).scheme).toBe("equal-by-dimension");
  });

  it("equal gives every indicator the same, whatever the framework states", () => {
    const each = 1 / 6;
    expectWeights({ scheme: "equal" }, { a: each, b: each, c: each, d: each, e: each, f: each });
  });

  it("sums up for each dimension and element", () => {
    const { dimensions, elements } = weigh(prepare(table), { scheme: "equal" });
    expect(dimensions.society).toBeCloseTo(4 / 6, 14);
    expect(dimensions.economy).toBeCloseTo(2 / 6, 14);
    expect([elements.people, elements.skills, elements.sectors].map((one) => one!.toFixed(12))).toEqual(
      [3 / 6, 1 / 6, 2 / 6].map((one) => one.toFixed(12)),
    );
  });

  it("names every id of the framework in its own order", () => {
    const weights = weigh(prepare(table));
    expect(Object.keys(weights.dimensions)).toEqual(["society", "economy"]);
    expect(Object.keys(weights.elements)).toEqual(["people", "skills", "sectors"]);
  });

  it("writes its choice into the recipe, after that of prepare", () => {
    const { plan } = weigh(prepare(table), given({ dimensions: { society: 2, economy: 1 } })).recipe;
    expect(Object.keys(plan)).toEqual(["prepare", "weigh"]);
    expect(plan.weigh).toEqual({
      scheme: "given",
      within: "dimension",
      dimensions: { society: 2, economy: 1 },
    });
  });
});

describe("given weights", () => {
  it("by dimension are split below by the framework", () => {
    const options = given({ dimensions: { society: 3, economy: 1 } });
    expectWeights(options, { a: 1 / 8, b: 1 / 8, c: 1 / 8, d: 3 / 8, e: 1 / 16, f: 3 / 16 });
  });

  it("by element make the dimensions their sums", () => {
    const options = given({ elements: { people: 1, skills: 2, sectors: 1 } });
    expectWeights(options, { a: 1 / 12, b: 1 / 12, c: 1 / 12, d: 1 / 2, e: 1 / 16, f: 3 / 16 });
    expect(weigh(prepare(table), options).dimensions.society).toBeCloseTo(0.75, 14);
  });

  it("by indicator are taken as they are, in proportion", () => {
    const options = given({ indicators: { a: 1, b: 1, c: 2, d: 0, e: 4, f: 2 } });
    expectWeights(options, { a: 0.1, b: 0.1, c: 0.2, d: 0, e: 0.4, f: 0.2 });
  });

  it("by dimension and element", () => {
    const options = given({
      dimensions: { society: 1, economy: 3 },
      elements: { people: 3, skills: 1, sectors: 5 },
    });
    expectWeights(options, { a: 1 / 16, b: 1 / 16, c: 1 / 16, d: 1 / 16, e: 3 / 16, f: 9 / 16 });
  });

  it("by dimension and indicator pass over the elements between", () => {
    const options = given({
      dimensions: { society: 1, economy: 1 },
      indicators: { a: 1, b: 1, c: 2, d: 4, e: 1, f: 0 },
    });
    expectWeights(options, { a: 1 / 16, b: 1 / 16, c: 1 / 8, d: 1 / 4, e: 1 / 2, f: 0 });
  });

  it("by element and indicator", () => {
    const options = given({
      elements: { people: 1, skills: 1, sectors: 2 },
      indicators: { a: 2, b: 1, c: 1, d: 7, e: 1, f: 3 },
    });
    expectWeights(options, { a: 1 / 8, b: 1 / 16, c: 1 / 16, d: 1 / 4, e: 1 / 8, f: 3 / 8 });
  });

  it("at all three levels", () => {
    const options = given({
      dimensions: { society: 3, economy: 1 },
      elements: { people: 1, skills: 2, sectors: 1 },
      indicators: { a: 0, b: 1, c: 1, d: 9, e: 1, f: 1 },
    });
    expectWeights(options, { a: 0, b: 1 / 8, c: 1 / 8, d: 1 / 2, e: 1 / 8, f: 1 / 8 });
  });
});

describe("indicators that cannot tell regions apart", () => {
  it("get 0, and their part goes to their sisters in the element", () => {
    const expected = { a: 1 / 8, b: 1 / 8, c: 0, d: 1 / 4, e: 1 / 8, f: 3 / 8 };
    expectWeights({}, expected, tableWith({ c: [5, 5] }));
  });

  it("that are all of an element leave their part to the sister elements", () => {
    expectWeights(
      {},
      { a: 1 / 6, b: 1 / 6, c: 1 / 6, d: 0, e: 1 / 8, f: 3 / 8 },
      tableWith({ d: [5, null] }),
    );
  });

  it("that are all of a dimension leave their part to the other dimensions, with a note", () => {
    const prepared = prepare(tableWith({ e: [5, 5], f: [null, null] }));
    const { dimensions, notes } = weigh(prepared);
    expect(dimensions).toEqual({ society: 1, economy: 0 });
    expect(notes).toEqual([
      {
        code: "dimension-without-weight",
        dimension: "economy",
        message:
          "Dimension economy has no structural indicator left that tells regions apart; its weight went to the other dimensions.",
      },
    ]);
  });

  it("need no given weight, and get 0 for one that is given", () => {
    const options = given({ indicators: { a: 1, b: 1, d: 1, e: 1, f: 1, c: 100 } });
    expectWeights(options, { a: 0.2, b: 0.2, c: 0, d: 0.2, e: 0.2, f: 0.2 }, tableWith({ c: [5, 5] }));
    const without = given({ indicators: { a: 1, b: 1, d: 1, e: 1, f: 1 } });
    expectWeights(without, { a: 0.2, b: 0.2, c: 0, d: 0.2, e: 0.2, f: 0.2 }, tableWith({ c: [5, 5] }));
  });

  it("cannot make a space when there are no others", () => {
    const flat = makeTable({ x: [1, 1], y: [2, 2] });
    expect(() => weigh(prepare(flat))).toThrow(
      "weigh: expected at least one weight above 0 on an indicator that tells regions apart, got none. Give one a positive weight.",
    );
  });
});
