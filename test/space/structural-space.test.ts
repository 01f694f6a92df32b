import { buildSpace, explainPair, OptionsError, prepare, weigh } from "reference-regions";
import { describe, expect, it } from "vitest";
import { makeFramework, makeTable } from "../support/tables.js";

const table = makeTable({ x: [0, 5, 10], y: [2, null, 4] });
const prepared = prepare(table);

describe("buildSpace", () => {
  it("by default is squared Euclidean, weighed by dimension, and wants 66 % of the weight in common", () => {
    const space = buildSpace(prepared);
    expect(space.metric).toBe("squared-euclidean");
    expect(space.minCoverage).toBe(0.66);
    expect(space.weighting).toEqual(weigh(prepared));
    expect(space.recipe.plan.space).toEqual({ metric: "squared-euclidean", minCoverage: 0.66 });
    expect(Object.keys(space.recipe.plan)).toEqual(["prepare", "weigh", "space"]);
  });

  it("holds one point a region: the prepared values, region by region", () => {
    const space = buildSpace(prepared);
    expect([space.n, space.p]).toEqual([3, 2]);
    expect(space.regions).toBe(prepared.regions);
    expect(space.indicators).toBe(prepared.indicators);
    expect([...space.weights]).toEqual([0.5, 0.5]);
    expect(space.coordinates.length).toBe(6);
    expect(space.coordinates[0]! < space.coordinates[2]!).toBe(true);
    expect(space.coordinates[2]! < space.coordinates[4]!).toBe(true);
  });

  it("makes one dimension of three columns count as much as one of a single column", () => {
    const framework = makeFramework({
      dimensions: [
        { id: "many", name: "Many" },
        { id: "one", name: "One" },
      ],
      indicators: ["a", "b", "c", { id: "d", dimension: "one" }],
    });
    // R02 differs from R01 in all of `many`, R03 in all of `one`.
    const columns = { a: [0, 1, 0], b: [0, 1, 0], c: [0, 1, 0], d: [0, 0, 1] };
    const space = buildSpace(prepare(makeTable(columns, { framework })));
    expect(explainPair(space, "R01", "R02").distance).toBeCloseTo(0.5, 14);
    expect(explainPair(space, "R01", "R03").distance).toBeCloseTo(0.5, 14);
  });

  it("answers unknown options with what is allowed", () => {
    const build = (options: object) => (): unknown => buildSpace(prepared, options);
    expect(build({ metric: "euclid" })).toThrow(OptionsError);
    expect(build({ metric: "euclidian" })).toThrow(
      'buildSpace.metric: expected one of "squared-euclidean", "euclidean", "manhattan", "chebyshev", "canberra", "cosine", "correlation", "mahalanobis", "gower", got "euclidian". Did you mean "euclidean"?',
    );
    expect(build({ minCoverage: 66 })).toThrow(
      "buildSpace.minCoverage: expected a number of at most 1, got 66.",
    );
    expect(build({ weight: {} })).toThrow('buildSpace: unknown key "weight".');
  });

  it("refuses weights that were made for other indicators", () => {
    const others = weigh(prepare(makeTable({ x: [1, 2], z: [3, 4] })));
    expect(() => buildSpace(prepared, { weights: others })).toThrow(
      "buildSpace.weights: expected weights of the prepared indicators, got none for y and some for z, which are not prepared. Make the weights with weigh(prepared) from the same prepared table.",
    );
  });

  it("does not lose the weight of indicators that screening dropped", () => {
    // Weights of the whole table on a space without y: x alone would have half of the weight, not all of it.
    const screened = prepare(table, { screen: { minIndicatorCoverage: 0.9 } });
    const total = (weights: ArrayLike<number>): number =>
      Array.from(weights).reduce((sum, one) => sum + one, 0);
    let sum = 1;
    try {
      sum = total(buildSpace(screened, { weights: weigh(prepared) }).weights);
    } catch (error) {
      expect(error).toBeInstanceOf(OptionsError);
    }
    expect(sum).toBe(1);
  });
});
