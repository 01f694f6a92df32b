import {
  buildSpace,
  distanceBetween,
  explainSwap,
  type Metric,
  measureDistances,
  OptionsError,
  prepare,
  type SpaceOptions,
  type StructuralSpace,
  type Swap,
  type WeighOptions,
  weigh,
} from "reference-regions";
import { describe, expect, it } from "vitest";
import { isNear, spaces } from "../support/arbitraries.js";
import fc from "../support/fast-check.js";
import { errorOf } from "../support/problems.js";
import { makeFramework, makeTable } from "../support/tables.js";

const raw = { treat: "none", normalise: "none" } as const;

/** One dimension for each first letter of the columns, e.g. p of p1 and p2. */
function spaceOf(
  columns: Record<string, (number | null)[]>,
  options: SpaceOptions = {},
  scheme?: WeighOptions,
): StructuralSpace {
  const ids = Object.keys(columns);
  const framework = makeFramework({
    dimensions: [...new Set(ids.map((id) => id[0]!))].map((id) => ({ id, name: id })),
    indicators: ids.map((id) => ({ id, dimension: id[0]! })),
  });
  const prepared = prepare(makeTable(columns, { framework }), raw);
  return buildSpace(prepared, { metric: "manhattan", weights: weigh(prepared, scheme), ...options });
}

const changedOf = ({ dimensions }: Swap): number[] => dimensions.map(({ changed }) => changed);

function expectNear(actual: readonly number[], expected: readonly number[]): void {
  expect(actual.map((value) => value.toFixed(12))).toEqual(expected.map((value) => value.toFixed(12)));
}

// The target R01 stands at 0, so that the columns are the distances to R02 (a) and R03 (b) in each dimension.
const simple = spaceOf({ p: [0, 1, 3], q: [0, 4, 1], r: [0, 2, 6] });

describe("explainSwap", () => {
  it("moves weight from the dimension that speaks most against b to the one that speaks most for it", () => {
    const swap = explainSwap(simple, "R01", "R02", "R03");
    // b is further by 2, -3, 4; a third of each is 1 in sum. A unit from r to q gains 4 + 3 = 7, so 1/7 must move.
    // Then both have the distance 55/21: 1/3 * 1 + 10/21 * 4 + 4/21 * 2 = 1/3 * 3 + 10/21 * 1 + 4/21 * 6.
    expect(swap).toMatchObject({ target: "R01", a: "R02", b: "R03", verdict: "possible", compared: 3 });
    expectNear([swap.shift!], [1 / 7]);
    expectNear(changedOf(swap), [1 / 3, 10 / 21, 4 / 21]);
    expect(swap.dimensions.map(({ id, toA, toB }) => [id, toA, toB])).toEqual([
      ["p", 1, 3],
      ["q", 4, 1],
      ["r", 2, 6],
    ]);
    expectNear(
      swap.dimensions.map(({ weight }) => weight),
      [1 / 3, 1 / 3, 1 / 3],
    );
    expect(swap.sentence).toBe(
      "R03 comes before R02 as soon as more than 14.3 % of the weight moves: q from 33.3 % to 47.6 %, r from 33.3 % to 19 %.",
    );
  });

  it("goes on with the next dimension where the first has no weight left", () => {
    // b is further by 3, -1, 5: 7/3 in sum. All of r (1/3) gains 1/3 * 6 = 2; the rest of 1/3 takes 1/12 from p, which gains 4 a unit.
    const swap = explainSwap(spaceOf({ p: [0, 1, 4], q: [0, 3, 2], r: [0, 2, 7] }), "R01", "R02", "R03");
    expectNear([swap.shift!], [5 / 12]);
    expectNear(changedOf(swap), [1 / 4, 3 / 4, 0]);
    expect(swap.sentence).toBe(
      "R03 comes before R02 as soon as more than 41.7 % of the weight moves: p from 33.3 % to 25 %, q from 33.3 % to 75 %, r from 33.3 % to 0 %.",
    );
  });

  it("takes no other dimension where the first has just enough weight", () => {
    // b is further by 1, -1, 2: 2/3 in sum, of which a unit from r to q gains 3: 2/9. With a third of r, 1 would be gained.
    const swap = explainSwap(spaceOf({ p: [0, 1, 2], q: [0, 2, 1], r: [0, 1, 3] }), "R01", "R02", "R03");
    expectNear(changedOf(swap), [1 / 3, 5 / 9, 1 / 9]);
    // b is further by 0, -1, 2: 1/3 in sum. Then by 0, -1, 1, where b is as near already.
    const all = explainSwap(spaceOf({ p: [0, 1, 1], q: [0, 2, 1], r: [0, 1, 2] }), "R01", "R02", "R03");
    expect(all.verdict).toBe("already");
    // b is further by 2, -1, 4: 5/3 in sum, just what all of r gains.
    const just = explainSwap(spaceOf({ p: [0, 1, 3], q: [0, 2, 1], r: [0, 1, 5] }), "R01", "R02", "R03");
    expectNear(changedOf(just), [1 / 3, 2 / 3, 0]);
    expect(just.sentence).toBe(
      "R03 comes before R02 as soon as more than 33.3 % of the weight moves: q from 33.3 % to 66.7 %, r from 33.3 % to 0 %.",
    );
  });

  it("says that it is so already where b is nearer, or as near", () => {
    const swap = explainSwap(simple, "R01", "R03", "R02");
    expect(swap).toMatchObject({ verdict: "already", shift: 0 });
    expect(swap.sentence).toBe("R02 is as near to R01 as R03 already, or nearer.");
    const even = explainSwap(spaceOf({ p: [0, 1, 2], q: [0, 2, 1] }), "R01", "R02", "R03");
    expect(even).toMatchObject({ verdict: "already", shift: 0 });
    for (const { weight, changed } of [...swap.dimensions, ...even.dimensions]) expect(changed).toBe(weight);
  });

  it("says that it is impossible where b is no nearer in any dimension", () => {
    const swap = explainSwap(spaceOf({ p: [0, 1, 2], q: [0, 2, 2] }), "R01", "R02", "R03");
    expect(swap).toMatchObject({ verdict: "impossible", shift: null });
    expect(changedOf(swap)).toEqual(swap.dimensions.map(({ weight }) => weight));
    expect(swap.sentence).toBe(
      "No weights of the dimensions put R03 before R02: it is no nearer to R01 in any of them.",
    );
  });

  it("does not let rounding decide: regions on opposite sides of the target, equally far, are equally near", () => {
    for (let at = 1; at < 20; at++)
      for (let gap = 1; gap <= at; gap++) {
        const framework = makeFramework({
          dimensions: ["p", "q"].map((id) => ({ id, name: id })),
          indicators: ["p", "q"].map((id) => ({ id, dimension: id })),
        });
        const table = makeTable({ p: [at, at - gap, at + gap, 0, 43], q: [0, 1, 2, 5, 4] }, { framework });
        const scaled = buildSpace(prepare(table, { treat: "none", normalise: "min-max" }));
        expect(explainSwap(scaled, "R01", "R02", "R03").verdict).toBe("impossible");
        expect(explainSwap(scaled, "R01", "R03", "R02").verdict).toBe("already");
      }
  });

  it("keeps the proportions of the weights within a dimension", () => {
    const indicators = { p1: 3, p2: 1, q: 4 };
    const scheme = { scheme: "given", indicators } as const;
    const own = spaceOf({ p1: [0, 4, 8], p2: [0, 8, 0], q: [0, 5, 3] }, {}, scheme);
    // In p: 3/4 * 4 + 1/4 * 8 = 5, and 3/4 * 8 = 6. Half 6 and half 3 is nearer than half 5 and half 5.
    expect(explainSwap(own, "R01", "R02", "R03")).toMatchObject({
      verdict: "already",
      dimensions: [
        { id: "p", toA: 5, toB: 6, weight: 0.5 },
        { id: "q", toA: 5, toB: 3, weight: 0.5 },
      ],
    });
    // From R03 to R02: by -1 and 2, a half of 1 must be gained at 3 a unit.
    expectNear([explainSwap(own, "R01", "R03", "R02").shift!], [1 / 6]);
  });

  it("measures squared distances under Euclidean, where the same weights make the regions equally near", () => {
    const columns = { p: [0, 1, 3], q: [0, 4, 1], r: [0, 2, 6] };
    const [root, square] = (["euclidean", "squared-euclidean"] as const).map((metric) =>
      explainSwap(spaceOf(columns, { metric }), "R01", "R02", "R03"),
    );
    expect(root).toEqual(square);
    expect(root!.dimensions.map(({ toA, toB }) => [toA, toB])).toEqual([
      [1, 9],
      [16, 1],
      [4, 36],
    ]);
  });

  it("leaves out dimensions of weight 0, also where b is nearer in them", () => {
    const scheme = { scheme: "given", dimensions: { p: 1, q: 1, r: 0 } } as const;
    const own = spaceOf({ p: [0, 1, 2], q: [0, 2, 3], r: [0, 9, 1] }, {}, scheme);
    const swap = explainSwap(own, "R01", "R02", "R03");
    expect(swap.verdict).toBe("impossible");
    expect(swap.dimensions.map(({ id }) => id)).toEqual(["p", "q"]);
    expect(swap.compared).toBe(2);
  });
});

describe("missing cells", () => {
  it.each(["R01", "R02", "R03"])("of %s take the indicator out for all three", (id) => {
    const p2 = ["R01", "R02", "R03", "R04"].map((one, i) => (one === id ? null : i));
    const own = spaceOf({ p1: [0, 1, 3, 9], p2, q: [0, 4, 1, 9] });
    const swap = explainSwap(own, "R01", "R02", "R03");
    expect(swap.compared).toBe(2);
    expect(swap.dimensions.map(({ toA, toB }) => [toA, toB])).toEqual([
      [1, 3],
      [4, 1],
    ]);
    // p1 has a quarter, q a half of the weight.
    expectNear(
      swap.dimensions.map(({ weight }) => weight),
      [1 / 3, 2 / 3],
    );
  });

  it("take a dimension out where the three have nothing in common in it", () => {
    const own = spaceOf(
      { p: [0, 1, 3, 9], q: [0, null, 1, 9], r: [0, 5, 1, 7] },
      { metric: "squared-euclidean" },
    );
    const swap = explainSwap(own, "R01", "R02", "R03");
    expect(swap.dimensions.map(({ id }) => id)).toEqual(["p", "r"]);
    expectNear(
      swap.dimensions.map(({ weight }) => weight),
      [1 / 2, 1 / 2],
    );
  });
});

describe("what has no answer", () => {
  it.each(["chebyshev", "cosine", "correlation", "mahalanobis", "gower"] as const)(
    "%s is refused, with the metrics that are not",
    (metric) => {
      const own = spaceOf({ p: [1, 2, 4, 4, 9], q: [2, 7, 1, 8, 2] }, { metric });
      expect(() => explainSwap(own, "R01", "R02", "R03")).toThrow(OptionsError);
      const { code, message } = errorOf(() => explainSwap(own, "R01", "R02", "R03"));
      expect([code, message]).toEqual([
        "metric-refused",
        `explainSwap: expected a metric whose distances add up by weight (squared-euclidean, euclidean, manhattan, canberra), got ${metric}. Build the space with one of these.`,
      ]);
    },
  );

  it.each([
    ["target", "nowhere", "R02", "R03"],
    ["a", "R01", "nowhere", "R03"],
    ["b", "R01", "R02", "nowhere"],
  ] as const)("an unknown %s is named", (path, target, a, b) => {
    const { code, message } = errorOf(() => explainSwap(simple, target, a, b));
    expect([code, message]).toEqual([
      "unknown-region",
      `${path}: expected the id of a region of the space, got "nowhere". Known are R01, R02, R03.`,
    ]);
  });

  it.each([
    ["R01", "R01", "R02"],
    ["R01", "R02", "R01"],
    ["R01", "R02", "R02"],
  ] as const)("%s, %s and %s are not three regions", (target, a, b) => {
    const { code, message } = errorOf(() => explainSwap(simple, target, a, b));
    expect([code, message]).toEqual([
      "same-region",
      `explainSwap: expected three different regions, got ${target}, ${a} and ${b}.`,
    ]);
  });

  it("three regions without a figure in common cannot be compared", () => {
    const own = spaceOf({ p: [0, 1, null, 5], q: [0, null, 3, 4] }, { minCoverage: 0 });
    const { code, message } = errorOf(() => explainSwap(own, "R01", "R02", "R03"));
    expect([code, message]).toEqual([
      "nothing-in-common",
      "explainSwap: expected figures that all of R01, R02 and R03 have, got none.",
    ]);
  });
});

const linear = fc.constantFrom<Metric>("squared-euclidean", "euclidean", "manhattan", "canberra");

interface Asked {
  readonly space: StructuralSpace;
  readonly swap: Swap;
}

/** Swaps of random regions; null where the three have nothing in common. */
function swaps(complete: boolean): fc.Arbitrary<Asked | null> {
  return fc
    .record({
      space: fc.oneof(
        spaces({ complete, minRegions: 4 }, linear),
        spaces({ complete, tied: true, minRegions: 4 }, linear),
      ),
      picks: fc.tuple(fc.nat(), fc.nat(), fc.nat()),
    })
    .map(({ space, picks }) => {
      const ids = space.regions.map(({ id }) => id);
      const [t, a, b] = picks.map((pick) => ids.splice(pick % ids.length, 1)[0]!) as [string, string, string];
      try {
        return { space, swap: explainSwap(space, t, a, b) };
      } catch (error) {
        if (error instanceof OptionsError && error.code === "nothing-in-common") return null;
        throw error;
      }
    });
}

const anySwap = fc.oneof(swaps(true), swaps(false));
const runs = { numRuns: 200 };

/** Weights of as many dimensions as asked for; few numbers, so that whole weight on one dimension is among them. */
const proportions = fc
  .array(fc.constantFrom<number>(0, 0, 0, 1, 2, 5), { minLength: 4, maxLength: 4 })
  .map((parts) => (count: number): number[] => {
    const own = parts.slice(0, count);
    const sum = own.reduce((whole, part) => whole + part, 0);
    return own.map((part) => (sum === 0 ? 1 / count : part / sum));
  });

/**
 * How much further b is than a under these weights, as a part of the largest distance, now or then: a weight is rounded as a part of 1,
 * which shows where little of it is left on a dimension in which the two are very far.
 */
function lag({ dimensions }: Swap, weights: readonly number[]): number {
  const whole = (side: "toA" | "toB", parts: readonly number[]): number =>
    dimensions.reduce((sum, one, d) => sum + parts[d]! * one[side], 0);
  const now = dimensions.map(({ weight }) => weight);
  const scale = Math.max(...[now, weights].flatMap((parts) => [whole("toA", parts), whole("toB", parts)]));
  return scale === 0 ? 0 : (whole("toB", weights) - whole("toA", weights)) / scale;
}

describe("a swap", () => {
  it("has weights that sum to 1, are not negative, and differ by the shift", () => {
    fc.assert(
      fc.property(anySwap, (asked) => {
        fc.pre(asked !== null);
        const { dimensions, shift } = asked!.swap;
        for (const side of ["weight", "changed"] as const)
          expect(dimensions.reduce((sum, one) => sum + one[side], 0)).toBeCloseTo(1, 12);
        for (const { changed } of dimensions) expect(changed).toBeGreaterThanOrEqual(0);
        const moved = dimensions.reduce((sum, one) => sum + Math.abs(one.changed - one.weight), 0) / 2;
        expect(moved).toBeCloseTo(shift ?? 0, 12);
      }),
      runs,
    );
  });

  it("says of each dimension the weighted mean of the gaps of its indicators that all three have", () => {
    fc.assert(
      fc.property(anySwap, (asked) => {
        fc.pre(asked !== null);
        const { space, swap } = asked!;
        const { prepared, metric, indicators, weighting } = space;
        const [t, a, b] = [swap.target, swap.a, swap.b].map((id) =>
          space.regions.findIndex((region) => region.id === id),
        ) as [number, number, number];
        const figureOf = (id: string, i: number): number | null => prepared.columns[id]![i]!;
        const common = indicators.filter(
          ({ id }) => weighting.indicators[id]! > 0 && [t, a, b].every((i) => figureOf(id, i) !== null),
        );
        expect(swap.compared).toBe(common.length);
        const gap = (x: number, y: number): number => {
          if (metric === "manhattan") return Math.abs(x - y);
          if (metric === "canberra") return x === y ? 0 : Math.abs(x - y) / (Math.abs(x) + Math.abs(y));
          return (x - y) ** 2;
        };
        const whole = common.reduce((sum, { id }) => sum + weighting.indicators[id]!, 0);
        for (const { id: dimension, weight, toA, toB } of swap.dimensions) {
          const own = common.filter((one) => one.dimension === dimension);
          const mass = own.reduce((sum, { id }) => sum + weighting.indicators[id]!, 0);
          expect(isNear(weight, mass / whole, 1e-9)).toBe(true);
          for (const [far, other] of [
            [toA, a],
            [toB, b],
          ] as const) {
            const expected = own.reduce(
              (sum, { id }) =>
                sum + (weighting.indicators[id]! / mass) * gap(figureOf(id, t)!, figureOf(id, other)!),
              0,
            );
            expect(isNear(far, expected, 1e-9)).toBe(true);
          }
        }
      }),
      runs,
    );
  });

  it("makes both regions equally near in a space with the changed weights, where it is possible", () => {
    let possible = 0;
    fc.assert(
      fc.property(swaps(true), (asked) => {
        const { space, swap } = asked!;
        if (swap.verdict !== "possible") return;
        possible++;
        const { prepared, metric, weighting } = space;
        const factor = new Map(swap.dimensions.map(({ id, weight, changed }) => [id, changed / weight]));
        const indicators = Object.fromEntries(
          space.indicators.map(({ id, dimension }) => [
            id,
            weighting.indicators[id]! * (factor.get(dimension) ?? 0),
          ]),
        );
        const weights = weigh(prepared, { scheme: "given", indicators });
        const matrices = [space, buildSpace(prepared, { metric, weights })].map(measureDistances);
        const [, before, toA, toB] = matrices.flatMap((matrix) =>
          [swap.a, swap.b].map(
            (id) => distanceBetween(matrix, swap.target, id)! ** (metric === "euclidean" ? 2 : 1),
          ),
        );
        expect(isNear(toA!, toB!, 1e-9, before)).toBe(true);
      }),
      runs,
    );
    expect(possible).toBeGreaterThan(10);
  });

  it("is possible by no change that moves less weight, and by any step further the same way", () => {
    let possible = 0;
    const changes = fc.array(
      fc.record({ towards: proportions, part: fc.double({ min: 0, max: 0.999, noNaN: true }) }),
      { minLength: 10, maxLength: 10 },
    );
    fc.assert(
      fc.property(anySwap, changes, (asked, others) => {
        if (asked?.swap.verdict !== "possible") return;
        possible++;
        const { swap } = asked;
        const changed = changedOf(swap);
        expect(Math.abs(lag(swap, changed))).toBeLessThan(1e-9);
        for (const { towards, part } of others) {
          const goal = towards(changed.length);
          const far =
            swap.dimensions.reduce((sum, { weight }, d) => sum + Math.abs(goal[d]! - weight), 0) / 2;
          const step = far === 0 ? 0 : Math.min(1, (part * swap.shift!) / far);
          const less = swap.dimensions.map(({ weight }, d) => weight + step * (goal[d]! - weight));
          expect(lag(swap, less)).toBeGreaterThan(-1e-12);
        }
        const gaps = swap.dimensions.map(({ toA, toB }) => toB - toA);
        const best = gaps.indexOf(Math.min(...gaps));
        const beyond = changed.map((weight, d) => 0.99 * weight + (d === best ? 0.01 : 0));
        expect(lag(swap, beyond)).toBeLessThan(0);
      }),
      { numRuns: 400 },
    );
    expect(possible).toBeGreaterThan(20);
  });

  it("is impossible only where no weights at all put b nearer", () => {
    let impossible = 0;
    fc.assert(
      fc.property(anySwap, fc.array(proportions, { minLength: 10, maxLength: 10 }), (asked, others) => {
        if (asked?.swap.verdict !== "impossible") return;
        impossible++;
        for (const weights of others)
          expect(lag(asked.swap, weights(asked.swap.dimensions.length))).toBeGreaterThan(-1e-11);
      }),
      runs,
    );
    expect(impossible).toBeGreaterThan(10);
  });

  it("is there already just where b is as near as a, or nearer", () => {
    fc.assert(
      fc.property(swaps(true), (asked) => {
        const { space, swap } = asked!;
        const matrix = measureDistances(space);
        const [toA, toB] = [swap.a, swap.b].map((id) => distanceBetween(matrix, swap.target, id)!);
        // Nearer to each other than this, rounding says which is nearer.
        fc.pre(!isNear(toA!, toB!, 1e-11) || toA === toB);
        expect(swap.verdict === "already").toBe(toB! <= toA!);
      }),
      runs,
    );
  });

  it("names in its sentence just the dimensions whose weights change by more than rounding", () => {
    fc.assert(
      fc.property(anySwap, (asked) => {
        if (asked?.swap.verdict !== "possible") return;
        const moving = asked.swap.dimensions.filter(({ weight, changed }) => weight !== changed);
        expect(moving.length).toBeGreaterThanOrEqual(2);
        for (const { weight, changed } of moving) expect(Math.abs(weight - changed)).toBeGreaterThan(1e-13);
      }),
      runs,
    );
  });
});
