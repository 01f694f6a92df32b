import { parseFramework, prepare, readRegionRows, weigh } from "reference-regions";
import { describe, expect, it } from "vitest";
import { expectClose } from "../support/golden.js";

// Worked by hand: no program made these numbers.
//
//   society (2)    people    a, b, c
//                  skills    d
//   economy (1)    sectors   e, f

interface LevelWeights {
  people?: number;
  skills?: number;
  indicators?: Record<string, number>;
}

function weightsOf({ people, skills, indicators = {} }: LevelWeights = {}) {
  const weight = (value: number | undefined) => (value === undefined ? {} : { weight: value });
  const indicator = (id: string, dimension: string, element: string) => ({
    id,
    name: id,
    dimension,
    element,
    role: "structural",
    ...weight(indicators[id]),
  });
  const framework = parseFramework({
    schemaVersion: 1,
    id: "tree",
    name: "Tree",
    dimensions: [
      {
        id: "society",
        name: "Society",
        weight: 2,
        elements: [
          { id: "people", name: "People", ...weight(people) },
          { id: "skills", name: "Skills", ...weight(skills) },
        ],
      },
      { id: "economy", name: "Economy", weight: 1, elements: [{ id: "sectors", name: "Sectors" }] },
    ],
    indicators: [
      indicator("a", "society", "people"),
      indicator("b", "society", "people"),
      indicator("c", "society", "people"),
      indicator("d", "society", "skills"),
      indicator("e", "economy", "sectors"),
      indicator("f", "economy", "sectors"),
    ],
  });
  const values = [
    [3, 1, 4, 1, 5, 9],
    [2, 6, 5, 3, 5.5, 8],
    [9, 7, 9, 3.5, 2, 3],
    [8, 4, 6, 2, 6, 4],
  ];
  const rows = values.map((row, i) => ({
    code: `R${i + 1}`,
    name: `Region ${i + 1}`,
    country: "AA",
    ...Object.fromEntries([..."abcdef"].map((id, k) => [id, row[k]!])),
  }));
  return weigh(prepare(readRegionRows(rows, framework), { treat: "none", normalise: "min-max" }), {
    scheme: "equal-by-dimension",
  });
}

function expectWeights(actual: Readonly<Record<string, number>>, expected: Record<string, number>): void {
  expect(Object.keys(actual).sort()).toEqual(Object.keys(expected));
  for (const [id, value] of Object.entries(expected)) expectClose(actual[id], value, id, { relative: 1e-14 });
  const total = Object.values(actual).reduce((sum, value) => sum + value, 0);
  expectClose(total, 1, "total", { relative: 1e-14 });
}

describe("weights by dimension, then element, then indicator", () => {
  it("share a dimension equally among its elements, and an element equally among its indicators", () => {
    // society 2/3: people 1/3 in three parts, skills 1/3 in one; economy 1/3: sectors 1/3 in two parts
    expectWeights(weightsOf().indicators, { a: 1 / 9, b: 1 / 9, c: 1 / 9, d: 1 / 3, e: 1 / 6, f: 1 / 6 });
  });

  it("follow the weight given at each level, and count 1 where none is given", () => {
    // society 2/3: people 3 of 4 = 1/2, in 2 + 1 + 1 parts; skills 1 of 4 = 1/6; economy 1/3 in 1 + 4 parts
    expectWeights(weightsOf({ people: 3, skills: 1, indicators: { a: 2, f: 4 } }).indicators, {
      a: 1 / 4,
      b: 1 / 8,
      c: 1 / 8,
      d: 1 / 6,
      e: 1 / 15,
      f: 4 / 15,
    });
  });

  it("leave nothing to an indicator of weight 0", () => {
    // people 1/3 goes to b and c alone
    expectWeights(weightsOf({ indicators: { a: 0 } }).indicators, {
      a: 0,
      b: 1 / 6,
      c: 1 / 6,
      d: 1 / 3,
      e: 1 / 6,
      f: 1 / 6,
    });
  });
});
