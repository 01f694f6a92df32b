import {
  buildSpace,
  distanceBetween,
  explainPair,
  measureDistances,
  OptionsError,
  prepare,
  weigh,
} from "reference-regions";
import { describe, expect, it } from "vitest";
import { applySphere, fitSphere } from "../../src/space/sphere.js";
import { errorOf, messagesOf } from "../support/problems.js";
import { makeTable } from "../support/tables.js";

const farms = [10, 20, 5, 40, 33, 12, 8, 27];
const plants = [30, 25, 35, 20, 41, 28, 50, 11];
const shops = farms.map((value, i) => 100 - value - plants[i]!);
const age = [40, 44, 41, 47, 39, 45, 43, 42];
const columns = { farms, plants, shops, age };
const raw = { treat: "none", normalise: "none" } as const;

/** All distances with one indicator at weight 0. */
function without(id: string): number[] {
  const prepared = prepare(makeTable(columns), raw);
  const indicators = { farms: 1, plants: 1, shops: 1, age: 1, [id]: 0 };
  const weights = weigh(prepared, { scheme: "given", indicators });
  return [...measureDistances(buildSpace(prepared, { metric: "mahalanobis", weights })).values];
}

describe("mahalanobis on shares that add to 100", () => {
  it("is refused, naming exactly the three", () => {
    const build = (): unknown => buildSpace(prepare(makeTable(columns), raw), { metric: "mahalanobis" });
    expect(errorOf(build)).toBeInstanceOf(OptionsError);
    expect(messagesOf(build)).toEqual([
      "buildSpace.metric: mahalanobis expected indicators that do not follow from each other, got farms, plants, shops, which do (over the 8 regions that have all; shares that add to a whole always do). Give one of them weight 0, or choose another metric.",
    ]);
  });

  it("gives the same distances whichever of them has weight 0", () => {
    const [first, ...others] = ["farms", "plants", "shops"].map(without);
    for (const other of others)
      other.forEach((distance, pair) => {
        expect(Math.abs(distance - first![pair]!)).toBeLessThanOrEqual(1e-9 * first![pair]!);
      });
  });
});

describe("mahalanobis", () => {
  it("is, for two columns, the root of d' S⁻¹ d with the inverse written out", () => {
    const space = buildSpace(prepare(makeTable({ farms, age }), raw), { metric: "mahalanobis" });
    const mean = (x: readonly number[]) => x.reduce((sum, value) => sum + value, 0) / x.length;
    const cov = (x: readonly number[], y: readonly number[]) =>
      x.reduce((sum, value, i) => sum + (value - mean(x)) * (y[i]! - mean(y)), 0) / (x.length - 1);
    const [a, b, c] = [cov(farms, farms), cov(farms, age), cov(age, age)];
    const matrix = measureDistances(space);
    space.regions.forEach((one, i) => {
      space.regions.forEach((other, j) => {
        const [u, v] = [farms[i]! - farms[j]!, age[i]! - age[j]!];
        const expected = Math.sqrt((c * u * u - 2 * b * u * v + a * v * v) / (a * c - b * b));
        expect(distanceBetween(matrix, one.id, other.id)).toBeCloseTo(expected, 11);
      });
    });
  });

  it("does not ask for the unit of an indicator, nor for how it is scaled", () => {
    const base = measureDistances(
      buildSpace(prepare(makeTable({ farms, age }), raw), { metric: "mahalanobis" }),
    );
    for (const normalise of ["min-max", "z-score", "robust"] as const) {
      const prepared = prepare(makeTable({ farms: farms.map((x) => 1e5 * x), age }), {
        treat: "none",
        normalise,
      });
      measureDistances(buildSpace(prepared, { metric: "mahalanobis" })).values.forEach((distance, pair) => {
        expect(distance).toBeCloseTo(base.values[pair]!, 10);
      });
    }
  });

  it("takes no weights but 0, and says so", () => {
    const prepared = prepare(makeTable({ farms, plants, age }), raw);
    const weighed = weigh(prepared, { scheme: "given", indicators: { farms: 5, plants: 1, age: 1 } });
    const even = buildSpace(prepared, { metric: "mahalanobis" });
    const uneven = buildSpace(prepared, { metric: "mahalanobis", weights: weighed });
    expect([...measureDistances(uneven).values]).toEqual([...measureDistances(even).values]);
    expect(even.notes).toEqual([]);
    expect(uneven.notes).toEqual([
      {
        code: "weights-ignored",
        message:
          "Mahalanobis distance takes no weights: every indicator with a weight counts by its variance and correlations alone.",
      },
    ]);
  });

  it("gives a region with a gap no distance, and is fitted on the others", () => {
    const gap = age.map((value, i) => (i === 2 ? null : value));
    const space = buildSpace(prepare(makeTable({ farms, age: gap }), raw), { metric: "mahalanobis" });
    const matrix = measureDistances(space);
    const drop = (x: readonly number[]) => x.filter((_, i) => i !== 2);
    const others = makeTable(
      { farms: drop(farms), age: drop(age) },
      { regions: space.regions.map(({ id }) => id).filter((_, i) => i !== 2) },
    );
    const rest = measureDistances(buildSpace(prepare(others, raw), { metric: "mahalanobis" }));
    for (const { id } of space.regions)
      for (const { id: other } of space.regions) {
        if (id === other) expect(distanceBetween(matrix, id, other)).toBe(0);
        else if (id === "R03" || other === "R03") expect(distanceBetween(matrix, id, other)).toBeNull();
        else expect(distanceBetween(matrix, id, other)).toBe(distanceBetween(rest, id, other));
      }
    expect(explainPair(space, "R01", "R03").coverage).toBe(0);
  });

  it("with no more complete regions than indicators is refused in words", () => {
    const few = (x: readonly number[]) => x.slice(0, 3);
    const table = makeTable({ farms: few(farms), plants: few(plants), age: few(age) });
    expect(messagesOf(() => buildSpace(prepare(table, raw), { metric: "mahalanobis" }))).toEqual([
      "buildSpace.metric: mahalanobis expected at least 4 regions with a figure for all 3 indicators, got 3. Screen thin indicators, impute, or choose another metric.",
    ]);
  });

  it("refuses an indicator that is the same in all complete regions, by name", () => {
    const table = makeTable({ x: [1, 2, 4, 7, null], flat: [5, 5, 5, 5, 9] });
    expect(() => buildSpace(prepare(table, raw), { metric: "mahalanobis" })).toThrow(
      "got flat, which do (over the 4 regions",
    );
  });
});

describe("fitSphere", () => {
  const fitted = fitSphere([farms, plants, age]);
  if ("dependent" in fitted) throw new Error("expected a sphere");
  const placed = farms.map((_, i) => applySphere(fitted, [farms[i]!, plants[i]!, age[i]!]));

  it("makes the cloud round: mean 0, variance 1, no correlation", () => {
    for (let k = 0; k < 3; k++)
      for (let l = 0; l < 3; l++) {
        const product = placed.reduce((sum, point) => sum + point[k]! * point[l]!, 0) / (placed.length - 1);
        expect(product).toBeCloseTo(k === l ? 1 : 0, 12);
        expect(placed.reduce((sum, point) => sum + point[k]!, 0)).toBeCloseTo(0, 12);
      }
  });

  it("keeps each coordinate nearest to its own indicator", () => {
    const r = (x: readonly number[], y: readonly number[]) => {
      const mean = (z: readonly number[]) => z.reduce((sum, value) => sum + value, 0) / z.length;
      const s = (a: readonly number[], b: readonly number[]) =>
        a.reduce((sum, v, i) => sum + (v - mean(a)) * (b[i]! - mean(b)), 0);
      return s(x, y) / Math.sqrt(s(x, x) * s(y, y));
    };
    const own = [farms, plants, age];
    for (let k = 0; k < 3; k++) {
      const coordinate = placed.map((point) => point[k]!);
      for (let l = 0; l < 3; l++)
        if (l !== k)
          expect(Math.abs(r(coordinate, own[k]!))).toBeGreaterThan(Math.abs(r(coordinate, own[l]!)));
    }
  });

  it("names the columns that depend on each other, those that are copies alone", () => {
    expect(fitSphere([farms, age, farms.map((x) => 3 - 2 * x)])).toEqual({ dependent: [0, 2] });
  });
});
