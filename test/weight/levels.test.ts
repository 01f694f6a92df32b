import { type Framework, prepare, weigh, weightSchemes } from "reference-regions";
import { describe, expect, it } from "vitest";
import { distribute } from "../../src/weight/distribute.js";
import { isDataScheme, levelsOf } from "../../src/weight/levels.js";
import type { WeighScope } from "../../src/weight/weigh-options.js";
import { makeFramework, makeTable } from "../support/tables.js";

//   society (2)  people (1)  a, b     economy (1)  shares s1, s2, s3 and e
//                skills (3)  c
const framework = makeFramework({
  dimensions: [
    {
      id: "society",
      name: "Society",
      weight: 2,
      elements: [
        { id: "people", name: "People" },
        { id: "skills", name: "Skills", weight: 3 },
      ],
    },
    { id: "economy", name: "Economy" },
  ],
  compositions: [{ id: "sectors" }],
  indicators: [
    { id: "a", dimension: "society", element: "people" },
    { id: "b", dimension: "society", element: "people", weight: 3 },
    { id: "c", dimension: "society", element: "skills" },
    ...["s1", "s2", "s3"].map((id) => ({ id, dimension: "economy", composition: "sectors" })),
    { id: "e", dimension: "economy" },
  ],
});

const shares = (
  choices: Parameters<typeof levelsOf>[0],
  scores?: Record<string, number>,
  from: Framework = framework,
): Record<string, number> => {
  const parts = distribute(
    from.indicators,
    levelsOf(choices, from, scores && new Map(Object.entries(scores))),
  );
  return Object.fromEntries(from.indicators.map(({ id }, k) => [id, parts[k]!]));
};

function expectShares(actual: Record<string, number>, expected: Record<string, number>): void {
  expect(Object.keys(actual)).toEqual(Object.keys(expected));
  for (const [id, share] of Object.entries(expected)) expect(actual[id], id).toBeCloseTo(share, 13);
}

describe("the levels of the schemes", () => {
  it("read data under all but three schemes", () => {
    expect(weightSchemes.filter((scheme) => !isDataScheme(scheme))).toEqual([
      "equal-by-dimension",
      "equal",
      "given",
    ]);
  });

  it("equal-by-dimension: dimensions, elements, indicators; parts of a composition stand as one indicator", () => {
    expectShares(shares({ scheme: "equal-by-dimension", within: "dimension" }), {
      a: (2 / 3) * (1 / 4) * (1 / 4),
      b: (2 / 3) * (1 / 4) * (3 / 4),
      c: (2 / 3) * (3 / 4),
      s1: 1 / 18,
      s2: 1 / 18,
      s3: 1 / 18,
      e: 1 / 6,
    });
  });

  it("a composition weighs the mean of its parts' weights, which split it", () => {
    const weighed = makeFramework({
      compositions: [{ id: "sectors" }],
      indicators: [
        { id: "s1", composition: "sectors", weight: 1 },
        { id: "s2", composition: "sectors", weight: 5 },
        { id: "e", weight: 3 },
      ],
    });
    expectShares(shares({ scheme: "equal-by-dimension", within: "dimension" }, undefined, weighed), {
      s1: 1 / 12,
      s2: 5 / 12,
      e: 1 / 2,
    });
  });

  const scores = { a: 1, b: 2, c: 3, s1: 1, s2: 1, s3: 2, e: 4 };
  const expected: { [within in WeighScope]: Record<string, number> } = {
    table: { a: 1, b: 6, c: 3, s1: 1, s2: 1, s3: 2, e: 4 },
    dimension: { a: 2 / 30, b: 12 / 30, c: 6 / 30, s1: 1 / 24, s2: 1 / 24, s3: 2 / 24, e: 4 / 24 },
    element: { a: 1 / 42, b: 6 / 42, c: 1 / 2, s1: 1 / 24, s2: 1 / 24, s3: 2 / 24, e: 4 / 24 },
  };
  it.each(["table", "dimension", "element"] as const)(
    "within %s: scores times the framework's weights, split below the levels above",
    (within) => {
      const total = Object.values(expected[within]).reduce((sum, one) => sum + one, 0);
      expectShares(
        shares({ scheme: "redundancy", within }, scores),
        Object.fromEntries(Object.entries(expected[within]).map(([id, one]) => [id, one / total])),
      );
    },
  );
});

describe("a composition under equal-by-dimension", () => {
  const weightsOf = (parts: number) => {
    const ids = Array.from({ length: parts }, (_, k) => `s${k}`);
    const own = makeFramework({
      compositions: [{ id: "sectors", tolerance: 1000 }],
      indicators: [...ids.map((id) => ({ id, composition: "sectors" })), "x", "y"],
    });
    const columns = Object.fromEntries([...ids, "x", "y"].map((id, k) => [id, [k + 1, 5, 2 * k, 9]]));
    return { ids, weights: weigh(prepare(makeTable(columns, { framework: own }))).indicators };
  };

  it.each([1, 2, 3, 7])("of %i parts weighs as one indicator", (parts) => {
    const { ids, weights } = weightsOf(parts);
    expect(ids.reduce((sum, id) => sum + weights[id]!, 0)).toBeCloseTo(1 / 3, 13);
    expect(weights.x).toBeCloseTo(1 / 3, 13);
    for (const id of ids) expect(weights[id]).toBeCloseTo(1 / 3 / parts, 13);
  });
});
