import {
  buildSpace,
  distanceBetween,
  findNearest,
  findNearestSync,
  type Indicator,
  type Metric,
  measureDistances,
  type NearestTable,
  OptionsError,
  type Progress,
  prepare,
  type StructuralSpace,
  weigh,
} from "reference-regions";
import { describe, expect, it } from "vitest";
import { randomStream } from "../../../src/shared/random.js";
import { isEuclidean } from "../../../src/space/euclid.js";
import { metrics } from "../../../src/space/metrics.js";
import fc from "../../support/fast-check.js";
import "../../support/arbitraries.js";
import { pointsOf, randomPlaces } from "../../support/clusters.js";
import { messagesOf } from "../../support/problems.js";
import { makeFramework, makeTable } from "../../support/tables.js";

const shapes = ["spread", "grid", "copies", "far from 0", "tiny", "huge", "unequal", "outliers"] as const;

/** A random space. Ids do not stand in the order of the table. */
interface SpaceSpec {
  readonly n: number;
  /** Indicators with a weight. */
  readonly p: number;
  readonly shape?: (typeof shapes)[number];
  readonly metric?: Metric;
  readonly seed?: number;
  readonly normalise?: "none" | "min-max" | "z-score";
  /** Two indicators more: a constant one, and one of weight 0. */
  readonly inert?: boolean;
  /** The share of missing cells. */
  readonly missing?: number;
  /** Indicators of other kinds take their turn, as gower measures them. */
  readonly mixed?: boolean;
  readonly minCoverage?: number;
}

const KINDS: readonly Indicator["kind"][] = ["ratio", "asymmetric-binary", "nominal", "ordinal", "binary"];

function makeSpace(spec: SpaceSpec): StructuralSpace {
  const { n, p, shape = "spread", metric = "squared-euclidean", seed = 1, normalise = "none" } = spec;
  const { inert = false, missing = 0, mixed = false, minCoverage = 0.66 } = spec;
  const random = randomStream(seed);
  const kinds = Array.from({ length: p }, (_, k) => (mixed ? KINDS[k % KINDS.length] : "ratio"));
  const value = (k: number): number => {
    const one = random.uniform();
    if (kinds[k] === "binary" || kinds[k] === "asymmetric-binary") return Math.floor(2 * one);
    if (kinds[k] !== "ratio") return Math.floor(3 * one);
    const step = Math.floor(4 * one);
    switch (shape) {
      case "grid":
        return step;
      case "far from 0":
        return step + 1e8 * (k + 1);
      case "tiny":
        return step * 1e-158;
      case "huge":
        return step * 3e149;
      case "outliers":
        return one < 0.02 ? 1e7 * (one - 0.01) : one;
      case "unequal":
        return (10 * one) / (k + 1) ** 2;
      default:
        return one;
    }
  };
  const places: (number | null)[][] = Array.from({ length: n }, () => kinds.map((_, k) => value(k)));
  if (shape === "copies") for (let i = 0; i < n; i++) places[i] = places[i % Math.ceil(n / 3)]!;
  const holes = places.map((place, i) =>
    place.map((one, k) => (random.uniform() < missing && k !== i % p ? null : one)),
  );
  const ids = Array.from({ length: p }, (_, k) => `x${k + 1}`);
  const columns = Object.fromEntries(ids.map((id, k) => [id, holes.map((place) => place[k]!)]));
  const idle = inert ? { flat: holes.map(() => 7), idle: holes.map(() => random.uniform()) } : {};
  const indicators = ids.map((id, k) => ({ id, kind: kinds[k] ?? "ratio" }));
  const table = makeTable(
    { ...columns, ...idle },
    {
      framework: makeFramework({ indicators: [...indicators, ...Object.keys(idle).map((id) => ({ id }))] }),
      regions: shuffled(n, seed).map((place) => `R${place}`),
    },
  );
  const prepared = prepare(table, { treat: "none", normalise });
  const given = ids.map((id, k): [string, number] => [id, 1 + (k % 3)]);
  const weights = weigh(prepared, {
    scheme: "given",
    indicators: { ...Object.fromEntries(given), ...(inert ? { flat: 1, idle: 0 } : {}) },
  });
  return buildSpace(prepared, { metric, weights, minCoverage });
}

/** 0, 1, ..., n - 1 in random order. */
function shuffled(n: number, seed: number): number[] {
  const random = randomStream(seed);
  const all = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  return all;
}

/** The neighbours of every region by measuring every pair, sorting by distance and then by id. */
function byHand(space: StructuralSpace, count: number): [Int32Array, Float64Array] {
  const { n, regions } = space;
  const { values } = measureDistances(space);
  const neighbours = new Int32Array(n * count).fill(-1);
  const distances = new Float64Array(n * count).fill(NaN);
  const row = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const [a, b] = i < j ? [i, j] : [j, i];
      row[j] = i === j ? NaN : values[a * n - (a * (a + 1)) / 2 + b - a - 1]!;
    }
    // NaN is sorted last.
    const last = row.slice().sort()[Math.min(count, n) - 1]!;
    const near: number[] = [];
    for (let j = 0; j < n; j++)
      if (Number.isNaN(last) ? !Number.isNaN(row[j]!) : row[j]! <= last) near.push(j);
    near.sort((a, b) => row[a]! - row[b]! || (regions[a]!.id < regions[b]!.id ? -1 : 1));
    near.slice(0, count).forEach((j, k) => {
      neighbours[i * count + k] = j;
      distances[i * count + k] = row[j]!;
    });
  }
  return [neighbours, distances];
}

/** The first places at which two lists differ, bit for bit; null where they are the same. */
function difference(actual: ArrayLike<number>, expected: ArrayLike<number>): string | null {
  if (actual.length !== expected.length) return `length ${actual.length}, expected ${expected.length}`;
  for (let o = 0; o < actual.length; o++)
    if (!Object.is(actual[o], expected[o])) return `at ${o}: ${actual[o]}, expected ${expected[o]}`;
  return null;
}

function expectByHand(found: NearestTable, space: StructuralSpace, count: number): void {
  const [neighbours, distances] = byHand(space, count);
  expect(difference(found.neighbours, neighbours)).toBeNull();
  expect(difference(found.distances, distances)).toBeNull();
}

/** The neighbours of each region, by ids: `id: first second third`. */
function named({ regions, neighbours, count, from }: NearestTable): string[] {
  return Array.from({ length: neighbours.length / count }, (_, row) => {
    const ids = neighbours.subarray(row * count, (row + 1) * count);
    return `${regions[from + row]!.id}: ${Array.from(ids, (j) => regions[j]?.id ?? "-").join(" ")}`;
  });
}

const euclidean = metrics.filter(isEuclidean);

describe("findNearest finds what measuring every pair and sorting by distance and id finds, bit for bit", () => {
  it("in small spaces of every metric, with missing cells and without, and asked for more than there are", () => {
    const specs = fc.record({
      n: fc.integer({ min: 25, max: 70 }),
      p: fc.integer({ min: 2, max: 20 }),
      shape: fc.constantFrom(...shapes),
      metric: fc.constantFrom(...metrics),
      seed: fc.nat(),
      normalise: fc.constantFrom("none", "min-max", "z-score"),
      inert: fc.boolean(),
      missing: fc.constantFrom(0, 0, 0.1, 0.4),
      minCoverage: fc.constantFrom(0, 0.66),
    });
    fc.assert(
      fc.property(specs, fc.constantFrom(1, 3, 20, 100), (drawn, count) => {
        // Mahalanobis needs more complete regions than indicators, and some that differ.
        const spec =
          drawn.metric === "mahalanobis"
            ? { ...drawn, shape: "spread" as const, missing: 0, p: Math.min(drawn.p, 12) }
            : drawn;
        const space = makeSpace(spec);
        expectByHand(findNearestSync(space, { count }), space, count);
      }),
      { numRuns: 60 },
    );
  });

  it("in spaces large enough for boxes, under every Euclidean metric", () => {
    const specs = fc.record({
      n: fc.integer({ min: 501, max: 720 }),
      p: fc.constantFrom(1, 2, 3, 5, 7, 8, 9, 12, 16, 17, 20, 24),
      shape: fc.constantFrom(...shapes),
      metric: fc.constantFrom(...euclidean),
      seed: fc.nat(),
      normalise: fc.constantFrom("none", "none", "min-max", "z-score"),
      inert: fc.boolean(),
    });
    fc.assert(
      fc.property(specs, fc.integer({ min: 1, max: 30 }), (drawn, count) => {
        const isWide = drawn.shape === "tiny" || drawn.shape === "huge";
        // The covariances of such sizes have no digits.
        const spec = drawn.metric === "mahalanobis" && isWide ? { ...drawn, shape: "grid" as const } : drawn;
        const space = makeSpace(spec);
        const found = findNearestSync(space, { count });
        expect(found.search).toBe("boxes");
        expectByHand(found, space, count);
      }),
      { numRuns: 14 },
    );
  });

  it.each(
    shapes.flatMap((shape) =>
      (["squared-euclidean", "euclidean"] as const).map((metric) => [shape, metric] as const),
    ),
  )("by boxes, on data that are %s, under %s", (shape, metric) => {
    const space = makeSpace({ n: 540, p: 4, shape, metric, seed: 7 });
    const found = findNearestSync(space, { count: 12 });
    expect(found.search).toBe("boxes");
    expectByHand(found, space, 12);
  });

  it("by boxes, of 1,200 regions with 21 indicators", () => {
    const space = makeSpace({ n: 1_200, p: 21, seed: 3, normalise: "z-score" });
    expectByHand(findNearestSync(space), space, 20);
  });

  it("by boxes, asked for more than there are", () => {
    const space = makeSpace({ n: 510, p: 3, shape: "grid" });
    const found = findNearestSync(space, { count: 515 });
    expect(found.search).toBe("boxes");
    expectByHand(found, space, 515);
    expect([...found.neighbours.subarray(509, 515)]).toEqual([-1, -1, -1, -1, -1, -1]);
  });

  it.each(metrics)("by measuring every pair or by boxes, in 520 regions: %s", (metric) => {
    const space = makeSpace({
      n: 520,
      p: 6,
      metric,
      normalise: "min-max",
      mixed: metric === "gower",
      seed: 5,
    });
    const found = findNearestSync(space, { count: 9 });
    expect(found.search).toBe(isEuclidean(metric) ? "boxes" : "exhaustive");
    expectByHand(found, space, 9);
  });

  it.each(metrics)("in 520 regions with missing cells: %s", (metric) => {
    const mixed = metric === "gower";
    const space = makeSpace({ n: 520, p: 6, metric, normalise: "min-max", missing: 0.15, mixed, seed: 6 });
    const found = findNearestSync(space, { count: 9 });
    expect(found.search).toBe("exhaustive");
    expectByHand(found, space, 9);
  });

  it("as distanceBetween gives it: a region without a distance is no neighbour", () => {
    const space = makeSpace({ n: 40, p: 3, missing: 0.5, shape: "grid" });
    const matrix = measureDistances(space);
    const { neighbours, distances } = findNearestSync(space, { count: 39 });
    let without = 0;
    space.regions.forEach(({ id }, i) => {
      const others = space.regions
        .map((region, j) => ({ id: region.id, j, distance: distanceBetween(matrix, id, region.id) }))
        .filter((other) => other.j !== i && other.distance !== null)
        .sort((a, b) => a.distance! - b.distance! || (a.id < b.id ? -1 : 1));
      const rest = 39 - others.length;
      without += rest;
      const own = <T>(list: ArrayLike<T>): T[] => Array.from(list).slice(i * 39, (i + 1) * 39);
      expect(own(neighbours)).toEqual([...others.map(({ j }) => j), ...Array(rest).fill(-1)]);
      expect(own(distances)).toEqual([...others.map(({ distance }) => distance), ...Array(rest).fill(NaN)]);
    });
    expect(without).toBeGreaterThan(0);
  });
});

describe("findNearest", () => {
  it("puts equally near regions in the order of their ids, as code units, wherever they stand in the table", () => {
    const regions = ["b", "R10", "a", "R2", "É", "Z"];
    const space = buildSpace(
      prepare(makeTable({ x: [0, 1, 1, 1, 1, 1] }, { regions }), { treat: "none", normalise: "none" }),
    );
    const found = findNearestSync(space, { count: 5 });
    expect(named(found)[0]).toBe("b: R10 R2 Z a É");
    expect(named(found)[3]).toBe("R2: R10 Z a É b");
  });

  it("finds the same neighbours whatever the order of the regions", () => {
    const specs = fc.record({
      n: fc.constantFrom(60, 510),
      p: fc.integer({ min: 2, max: 10 }),
      shape: fc.constantFrom("spread", "grid", "copies"),
      metric: fc.constantFrom(...metrics.filter((metric) => metric !== "mahalanobis")),
      seed: fc.nat(),
    });
    fc.assert(
      fc.property(specs, fc.nat(), (spec, seed) => {
        const space = makeSpace(spec);
        const order = shuffled(space.n, seed);
        const { p, coordinates } = space;
        const other: StructuralSpace = {
          ...space,
          regions: order.map((i) => space.regions[i]!),
          coordinates: Float64Array.from({ length: space.n * p }, (_, o) => {
            const place = Math.floor(o / p);
            return coordinates[order[place]! * p + (o % p)]!;
          }),
        };
        const [first, second] = [findNearestSync(space, { count: 8 }), findNearestSync(other, { count: 8 })];
        expect(named(second).sort()).toEqual(named(first).sort());
      }),
      { numRuns: 8 },
    );
  });

  it("finds 20 unless told otherwise, of all regions", () => {
    const space = makeSpace({ n: 50, p: 3 });
    const { count, from, to, neighbours, distances, regions, metric } = findNearestSync(space);
    expect({ count, from, to, metric }).toEqual({ count: 20, from: 0, to: 50, metric: "squared-euclidean" });
    expect(regions).toBe(space.regions);
    expect([neighbours.length, distances.length]).toEqual([1_000, 1_000]);
  });

  it("needs boxes above 500 regions only, and has nothing to explain below", () => {
    const of = (n: number, spec: Partial<SpaceSpec> = {}) => {
      const { search, notes } = findNearestSync(makeSpace({ n, p: 2, ...spec }), { count: 2 });
      return [search, notes.length];
    };
    expect([of(500), of(501)]).toEqual([
      ["exhaustive", 0],
      ["boxes", 0],
    ]);
    expect(of(500, { metric: "manhattan", missing: 0.1 })).toEqual(["exhaustive", 0]);
  });

  it("says why it measured every pair: the metric, or missing cells", () => {
    const notesOf = (spec: Partial<SpaceSpec>) =>
      findNearestSync(makeSpace({ n: 501, p: 4, ...spec }), { count: 2 }).notes;
    expect(notesOf({ metric: "manhattan" })).toEqual([
      {
        code: "exhaustive-search",
        message: "Every pair of regions was measured: under manhattan no box can turn regions away.",
      },
    ]);
    expect(notesOf({ missing: 0.05 })).toEqual([
      {
        code: "exhaustive-search",
        message:
          "Every pair of regions was measured: where figures are missing no box can turn regions away.",
      },
    ]);
  });

  it("keeps the boxes where only an indicator of weight 0 has missing cells", () => {
    const columns = {
      x: Array.from({ length: 600 }, (_, i) => (i * 37) % 600),
      y: Array.from({ length: 600 }, (_, i) => (i % 3 === 0 ? null : i)),
    };
    const prepared = prepare(makeTable(columns));
    const weights = weigh(prepared, { scheme: "given", indicators: { x: 1, y: 0 } });
    const space = buildSpace(prepared, { weights });
    const found = findNearestSync(space, { count: 4 });
    expect(found.search).toBe("boxes");
    expectByHand(found, space, 4);
  });

  it("writes down what was asked", () => {
    const space = makeSpace({ n: 30, p: 2 });
    const { recipe } = findNearestSync(space, { count: 3, from: 4 });
    expect(recipe.call).toEqual({ name: "findNearest", options: { count: 3, from: 4, to: 30 } });
    expect({ ...recipe, call: null }).toEqual({ ...space.recipe, call: null });
  });

  it("leaves the space as it is", () => {
    const space = makeSpace({ n: 600, p: 3 });
    const before = structuredClone({ coordinates: space.coordinates, regions: space.regions });
    findNearestSync(space, { count: 3 });
    expect({ coordinates: space.coordinates, regions: space.regions }).toEqual(before);
  });

  it("gives a result that can be sent to another thread", () => {
    const found = findNearestSync(makeSpace({ n: 40, p: 2 }), { count: 3 });
    expect(structuredClone(found)).toEqual(found);
  });
});

const parts: readonly [string, SpaceSpec][] = [
  ["boxes", { n: 700, p: 4, shape: "grid" }],
  ["measuring every pair", { n: 90, p: 4, metric: "manhattan", shape: "grid", missing: 0.2 }],
];

describe.each(parts)("parts of the regions, by %s", (_, spec) => {
  const space = makeSpace(spec);
  const whole = findNearestSync(space, { count: 7 });

  it("joined are the whole", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: space.n }), { maxLength: 4 }), (cuts) => {
        const ends = [0, ...cuts, space.n].sort((a, b) => a - b);
        const pieces = ends.slice(1).map((to, k) => findNearestSync(space, { count: 7, from: ends[k]!, to }));
        expect(
          difference(
            pieces.flatMap(({ neighbours }) => [...neighbours]),
            whole.neighbours,
          ),
        ).toBeNull();
        expect(
          difference(
            pieces.flatMap(({ distances }) => [...distances]),
            whole.distances,
          ),
        ).toBeNull();
      }),
      { numRuns: 10 },
    );
  });

  it("hold no more than what was asked for: memory grows with regions times neighbours", () => {
    for (const [from, to] of [
      [0, space.n],
      [10, 11],
      [20, 85],
      [space.n, space.n],
    ] as const) {
      const found = findNearestSync(space, { count: 7, from, to });
      const lists = Object.values(found).filter((value) => ArrayBuffer.isView(value));
      expect([found.from, found.to]).toEqual([from, to]);
      expect(lists.map(({ buffer }) => buffer.byteLength)).toEqual([
        4 * 7 * (to - from),
        8 * 7 * (to - from),
      ]);
    }
  });
});

describe("findNearestSync", () => {
  it.each(parts)(
    "gives the same answer as findNearest and tells the same progress, by %s",
    async (_, spec) => {
      const space = makeSpace(spec);
      for (const options of [{}, { count: 3, from: 5, to: 61 }]) {
        const [sync, async]: [Progress[], Progress[]] = [[], []];
        const found = findNearestSync(space, { ...options, onProgress: (progress) => sync.push(progress) });
        const other = await findNearest(space, {
          ...options,
          onProgress: (progress) => async.push(progress),
        });
        expect(difference(other.neighbours, found.neighbours)).toBeNull();
        expect(difference(other.distances, found.distances)).toBeNull();
        expect({ ...other, neighbours: 0, distances: 0 }).toEqual({ ...found, neighbours: 0, distances: 0 });
        expect(async).toEqual(sync);
      }
    },
  );
});

describe("progress", () => {
  it.each(parts)(
    "begins above 0, never falls, and ends at the number of regions asked for, by %s",
    (_, spec) => {
      const space = makeSpace(spec);
      for (const [from, to] of [
        [0, space.n],
        [0, 5],
        [3, 19],
        [40, 55],
        [33, 90],
      ] as const) {
        const seen: Progress[] = [];
        findNearestSync(space, { count: 2, from, to, onProgress: (progress) => seen.push(progress) });
        expect(new Set(seen.map(({ stage, total }) => `${stage} of ${total}`))).toEqual(
          new Set([`nearest of ${to - from}`]),
        );
        const done = seen.map((progress) => progress.done);
        expect(done[0]).toBeGreaterThan(0);
        expect(done).toEqual([...done].sort((a, b) => a - b));
        expect(done.at(-1)).toBe(to - from);
        expect(done.length).toBeGreaterThanOrEqual((to - from) / 16);
      }
    },
  );
});

const large = pointsOf(randomPlaces(20_000, 20, 2));

/** A space of 20,000 regions with 20 indicators, without the time it takes to read so large a table. */
function largeSpace(metric: Metric): StructuralSpace {
  const small = makeSpace({ n: 30, p: large.p, metric });
  const regions = Array.from({ length: large.n }, (_, i) => ({ ...small.regions[0]!, id: `R${i}` }));
  return { ...small, ...large, regions };
}

const reason = new Error("the user went on");

describe("an abort", () => {
  it.each([
    ["squared-euclidean", 5],
    ["squared-euclidean", 60],
    ["euclidean", 250],
    ["manhattan", 60],
    ["correlation", 60],
    ["gower", 60],
  ] as const)(
    "from outside ends the search among 20,000 regions at once, with the signal's reason: %s, after %i ms",
    async (metric, after) => {
      const space = largeSpace(metric);
      const controller = new AbortController();
      // When the abort falls due: while the search holds the event loop, a timer cannot fire.
      const due = performance.now() + after;
      setTimeout(() => controller.abort(reason), after);
      await expect(findNearest(space, { signal: controller.signal })).rejects.toBe(reason);
      // Some 50 ms at most; the rest is room for a busy machine.
      expect(performance.now() - due).toBeLessThan(500);
    },
  );

  it.each(parts)("from onProgress ends the search where it is, by %s", async (_, spec) => {
    const space = makeSpace(spec);
    for (const run of [findNearest, findNearestSync]) {
      const controller = new AbortController();
      const seen: number[] = [];
      const onProgress = ({ done }: Progress): void => {
        seen.push(done);
        if (done === 48) controller.abort(reason);
      };
      await expect((async () => run(space, { signal: controller.signal, onProgress }))()).rejects.toBe(
        reason,
      );
      expect(seen).toEqual([16, 32, 48]);
    }
  });

  it("before the call refuses it at once", async () => {
    const space = largeSpace("squared-euclidean");
    const signal = AbortSignal.abort(reason);
    for (const run of [findNearest, findNearestSync]) {
      const seen: Progress[] = [];
      const begun = performance.now();
      const running = (async () => run(space, { signal, onProgress: (progress) => seen.push(progress) }))();
      await expect(running).rejects.toBe(reason);
      expect(performance.now() - begun).toBeLessThan(500);
      expect(seen).toEqual([]);
    }
  });

  it("after the search changes nothing", async () => {
    const controller = new AbortController();
    const space = makeSpace({ n: 60, p: 2 });
    const found = await findNearest(space, { count: 2, signal: controller.signal });
    controller.abort(reason);
    expect(found.neighbours).toEqual(findNearestSync(space, { count: 2 }).neighbours);
  });
});

describe("bad options", () => {
  const space = makeSpace({ n: 30, p: 2 });

  it("are refused with all their problems", () => {
    const options = { count: 0, from: -1, to: 2.5, counts: 3 };
    expect(messagesOf(() => findNearestSync(space, options))).toEqual([
      "findNearest.count: expected a number of at least 1, got 0.",
      "findNearest.from: expected a number of at least 0, got -1.",
      "findNearest.to: expected a whole number, got 2.5.",
      'findNearest: unknown key "counts". Did you mean "count"?',
    ]);
    expect(() => findNearestSync(space, options)).toThrow(OptionsError);
  });

  it.each([
    [{ to: 31 }, "findNearest.to: expected a position from 0 to at most 30, the number of regions, got 31."],
    [
      { from: 9, to: 8 },
      "findNearest.to: expected a position from 9 to at most 30, the number of regions, got 8.",
    ],
    [
      { from: 31 },
      "findNearest.from: expected a position from 0 to at most 30, the number of regions, got 31.",
    ],
    [
      { from: 31, to: 40 },
      "findNearest.from: expected a position from 0 to at most 30, the number of regions, got 31.",
    ],
    [{ count: Number.NaN }, "findNearest.count: expected a finite number, got NaN."],
    [{ count: Number.POSITIVE_INFINITY }, "findNearest.count: expected a finite number, got Infinity."],
  ])("say what was expected: %o", (options, message) => {
    expect(messagesOf(() => findNearestSync(space, options))).toEqual([message]);
  });

  it("make the promise of findNearest reject, and do not throw past it", async () => {
    const running = findNearest(space, { count: 1.5 });
    await expect(running).rejects.toBeInstanceOf(OptionsError);
    await expect(running).rejects.toThrow("findNearest.count: expected a whole number, got 1.5.");
  });
});
