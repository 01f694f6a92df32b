import { buildSpace, explainPair, type Metric, OptionsError, prepare, weigh } from "reference-regions";
import { describe, expect, it } from "vitest";
import { errorOf, messagesOf } from "../support/problems.js";
import { makeFramework, makeTable } from "../support/tables.js";

type Columns = Record<string, (number | null)[]>;

function spaceOf(columns: Columns, metric: Metric, indicators: Record<string, number>, minCoverage = 0) {
  const prepared = prepare(makeTable(columns), { treat: "none", normalise: "none" });
  return buildSpace(prepared, {
    metric,
    weights: weigh(prepared, { scheme: "given", indicators }),
    minCoverage,
  });
}
const distance = (...args: Parameters<typeof spaceOf>) =>
  explainPair(spaceOf(...args), "R01", "R02").distance;

describe("canberra", () => {
  it("is sum(w |d| / (|x| + |y|))", () => {
    expect(distance({ x: [1, 3, 9], y: [-2, 4, 9] }, "canberra", { x: 1, y: 3 })).toBeCloseTo(
      0.25 * 0.5 + 0.75,
      13,
    );
  });

  it("takes 0 / 0 for 0", () => {
    expect(distance({ x: [0, 0, 9], y: [1, 3, 9] }, "canberra", { x: 1, y: 1 })).toBeCloseTo(0.25, 13);
  });

  it("runs over what both have, times total weight / shared weight", () => {
    expect(distance({ x: [1, 3, 9], y: [null, 4, 9] }, "canberra", { x: 1, y: 3 })).toBeCloseTo(0.5, 13);
  });
});

describe("cosine", () => {
  it("is 1 - sum(w x y) / sqrt(sum(w x²) sum(w y²))", () => {
    const expected = 1 - (0.25 * 3 + 0.75 * 8) / Math.sqrt((0.25 + 0.75 * 4) * (0.25 * 9 + 0.75 * 16));
    expect(distance({ x: [1, 3, 9], y: [2, 4, 9] }, "cosine", { x: 1, y: 3 })).toBeCloseTo(expected, 13);
  });

  it("is 0 for one direction, 1 for a right angle and 2 for opposites", () => {
    const weights = { x: 1, y: 1 };
    expect(distance({ x: [1, 3, 9], y: [2, 6, 1] }, "cosine", weights)).toBeCloseTo(0, 15);
    expect(distance({ x: [1, 0, 9], y: [0, 6, 1] }, "cosine", weights)).toBeCloseTo(1, 14);
    expect(distance({ x: [1, -3, 9], y: [2, -6, 1] }, "cosine", weights)).toBeCloseTo(2, 14);
  });

  it("keeps its digits for profiles that are nearly the same", () => {
    // 1 - cos of the angle 1e-9 is 5e-19; taken as 1 less a cosine it would be 0.
    expect(distance({ x: [1, 1, 9], y: [0, 1e-9, 1] }, "cosine", { x: 1, y: 1 })! / 5e-19).toBeCloseTo(1, 6);
  });

  it("does not exist for a profile of zeros, which has no direction", () => {
    const space = spaceOf({ x: [0, 3, 9], y: [0, 6, 1] }, "cosine", { x: 1, y: 1 });
    expect(explainPair(space, "R01", "R02").distance).toBeNull();
    expect(explainPair(space, "R01", "R02").dimensions).toEqual({});
    expect(explainPair(space, "R02", "R03").distance).not.toBeNull();
    expect(explainPair(space, "R01", "R01").distance).toBe(0);
  });
});

describe("correlation", () => {
  const weights = { x: 1, y: 1, z: 1 };

  it("is 1 - Pearson's r of the two profiles", () => {
    // Profiles (1, 2, 6) and (2, 1, 3), less their means 3 and 2.
    const r = (-2 * 0 + -1 * -1 + 3 * 1) / Math.sqrt((4 + 1 + 9) * (0 + 1 + 1));
    expect(distance({ x: [1, 2, 0], y: [2, 1, 1], z: [6, 3, 5] }, "correlation", weights)).toBeCloseTo(
      1 - r,
      13,
    );
  });

  it("is 0 for profiles of one shape and 2 for opposite ones", () => {
    expect(distance({ x: [1, 12, 0], y: [2, 14, 1], z: [6, 22, 5] }, "correlation", weights)).toBeCloseTo(
      0,
      13,
    );
    expect(distance({ x: [1, -1, 0], y: [2, -2, 1], z: [6, -6, 5] }, "correlation", weights)).toBeCloseTo(
      2,
      13,
    );
  });

  it.each([3, 5, 6, 7, 9])(
    "does not exist for a flat profile of %i indicators, whatever its rounding",
    (p) => {
      for (const value of [0.1, 0.7, 1.1, 3.3, 1e9]) {
        const ids = Array.from({ length: p }, (_, k) => `x${k}`);
        const columns = Object.fromEntries(ids.map((id, k) => [id, [value, k * k + 1, 3 - k]]));
        const even = Object.fromEntries(ids.map((id) => [id, 1]));
        expect(distance(columns, "correlation", even)).toBeNull();
      }
    },
  );

  it("takes means over what both have", () => {
    const complete = distance({ x: [1, 2, 0], y: [2, 1, 1], z: [6, 3, 5] }, "correlation", weights);
    const columns = { x: [1, 2, 0], y: [2, 1, 1], z: [6, 3, 5], gap: [null, 70, 1] };
    expect(distance(columns, "correlation", { ...weights, gap: 1 })).toBeCloseTo(complete!, 13);
  });
});

describe("a distance over missing cells", () => {
  it("exists down to the minimum coverage in canberra, cosine, correlation and gower", () => {
    const columns = { x: [0, 2, 9], y: [5, 1, 9], z: [0, null, 9] };
    for (const metric of ["canberra", "cosine", "correlation", "gower"] as const) {
      expect(distance(columns, metric, { x: 5, y: 3, z: 2 }, 0.8)).not.toBeNull();
      expect(distance(columns, metric, { x: 5, y: 3, z: 2 }, 0.81)).toBeNull();
    }
  });
});

describe("a metric that cannot take a kind", () => {
  const framework = makeFramework({
    indicators: [
      { id: "type", kind: "nominal" },
      { id: "coast", kind: "asymmetric-binary" },
      { id: "capital", kind: "binary" },
      { id: "level", kind: "ordinal" },
      "age",
    ],
  });
  const columns = {
    type: [1, 2, 3, 1, 2, 3],
    coast: [0, 1, 1, 0, 0, 1],
    capital: [0, 1, 0, 1, 1, 0],
    level: [1, 2, 3, 3, 1, 2],
    age: [40, 42, 41, 44, 43, 47],
  };
  const prepared = prepare(makeTable(columns, { framework }));
  const refusing = [
    "squared-euclidean",
    "euclidean",
    "manhattan",
    "chebyshev",
    "canberra",
    "cosine",
    "correlation",
    "mahalanobis",
  ] as const;

  it.each(refusing)("%s refuses nominal and asymmetric binary indicators by name, all at once", (metric) => {
    const build = (): unknown => buildSpace(prepared, { metric });
    expect(errorOf(build)).toBeInstanceOf(OptionsError);
    expect(messagesOf(build)).toEqual(
      [
        ["type", "nominal"],
        ["coast", "asymmetric-binary"],
      ].map(
        ([id, kind]) =>
          `buildSpace.metric, indicator ${id}: ${metric} expected indicators that are ratio, ordinal, binary, got one that is ${kind}. Set metric to "gower", or its weight to 0.`,
      ),
    );
  });

  it.each(refusing)("%s takes them with weight 0", (metric) => {
    const weights = weigh(prepared, {
      scheme: "given",
      indicators: { type: 0, coast: 0, capital: 1, level: 1, age: 1 },
    });
    expect(() => buildSpace(prepared, { metric, weights })).not.toThrow();
  });

  it("is not gower", () => {
    expect(() => buildSpace(prepared, { metric: "gower" })).not.toThrow();
  });
});
