import {
  buildSpace,
  explainPair,
  findReferenceRegions,
  type Metric,
  metrics,
  OptionsError,
  type PrepareOptions,
  placeRegion,
  prepare,
  type StructuralSpace,
} from "reference-regions";
import { describe, expect, it } from "vitest";
import { isNear } from "../support/arbitraries.js";
import fc from "../support/fast-check.js";
import { makeFramework, makeTable } from "../support/tables.js";

const framework = (gower: boolean) =>
  makeFramework({
    compositions: [{ id: "sectors", tolerance: 100 }],
    indicators: [
      "spread",
      "skewed",
      { id: "level", kind: "ordinal" },
      { id: "capital", kind: "binary" },
      ...["farms", "plants", "shops"].map((id) => ({ id, composition: "sectors" })),
      ...(gower
        ? [
            { id: "type", kind: "nominal" as const },
            { id: "coast", kind: "asymmetric-binary" as const },
          ]
        : []),
    ],
  });

/** Complete columns but for a few gaps; shares with zeros that add up to 100. */
const columns = fc.integer({ min: 12, max: 16 }).chain((n) => {
  const of = (value: fc.Arbitrary<number>) => fc.array(value, { minLength: n, maxLength: n });
  return fc
    .record({
      spread: fc.uniqueArray(fc.integer({ min: -1e6, max: 1e6 }), { minLength: n, maxLength: n }),
      skewed: of(fc.integer({ min: 1, max: 30 })),
      far: fc.nat({ max: n - 1 }),
      level: of(fc.constantFrom(1, 2, 5, 9)),
      farms: of(fc.integer({ min: 0, max: 20 })),
      plants: of(fc.integer({ min: 10, max: 40 })),
      type: of(fc.integer({ min: 1, max: 4 })),
      coast: of(fc.constantFrom(0, 1)),
      capital: of(fc.constantFrom(0, 1)),
      holes: of(fc.integer({ min: 0, max: 9 })),
    })
    .map(({ spread, skewed, far, holes, farms, plants, ...rest }) => ({
      spread: spread.map((value) => value / 1e3),
      skewed: skewed.map((value, i): number | null => (i === far ? 4000 : holes[i] === 0 ? null : value)),
      ...rest,
      farms: farms as (number | null)[],
      plants: plants.map((value, i): number | null => (holes[i] === 1 ? null : value)),
      shops: farms.map((value, i) => 100 - value - plants[i]!),
    }));
});
type Columns = typeof columns extends fc.Arbitrary<infer T> ? T : never;

const bounds = {
  spread: [-500, 500],
  skewed: [0, 20],
  level: [1, 3],
  farms: [0, 100],
  plants: [0, 100],
  shops: [0, 100],
} as const;
type Bounds = Record<string, [number, number]>;

function build(values: Columns, options: PrepareOptions, metric: Metric): StructuralSpace | null {
  const gower = metric === "gower";
  const { type, coast, ...rest } = values;
  const table = makeTable(gower ? values : rest, { framework: framework(gower) });
  try {
    return buildSpace(prepare(table, options), { metric, minCoverage: 0.3 });
  } catch (error) {
    if (metric === "mahalanobis" && error instanceof OptionsError) return null;
    throw error;
  }
}

const rowOf = (space: StructuralSpace, i: number, code = "NEW") => ({
  code,
  ...Object.fromEntries(space.indicators.map(({ id }) => [id, space.prepared.raw[id]![i]!])),
});

function expectOwnPlace(space: StructuralSpace, i: number): StructuralSpace {
  const { p, n } = space;
  const larger = placeRegion(space, rowOf(space, i));
  const present = (from: StructuralSpace, row: number) =>
    from.present === null
      ? Array.from({ length: p }, () => 1)
      : [...from.present.subarray(row * p, (row + 1) * p)];
  expect(present(larger, n)).toEqual(present(space, i));
  for (let k = 0; k < p; k++) {
    const [placed, own] = [larger.coordinates[n * p + k]!, space.coordinates[i * p + k]!];
    expect(isNear(placed, own, 1e-12, 1), `${space.indicators[k]!.id}: ${placed} ${own}`).toBe(true);
  }
  return larger;
}

const ofScales: readonly (readonly [string, PrepareOptions])[] = [
  ...(["none", "min-max", "z-score", "robust", "rank", "percentile"] as const).map(
    (normalise) => [`normalise ${normalise}`, { normalise }] as const,
  ),
  ...(["none", "auto", "winsorise", "log", "box-cox", "yeo-johnson"] as const).map(
    (treat) => [`treat ${treat}`, { treat }] as const,
  ),
  ...(["as-is", "clr", "hellinger"] as const).map(
    (composition) =>
      [`composition ${composition}`, { composition, treat: "none", normalise: "z-score" }] as const,
  ),
  [
    "clr with a delta, box-cox and ranks",
    { composition: { method: "clr", delta: 0.01 }, treat: "yeo-johnson", normalise: "rank" },
  ],
];

describe("a region of the table placed under another id", () => {
  it.each(ofScales)("gets its own coordinates: %s", (_, options) => {
    fc.assert(
      fc.property(columns, (values) => {
        const space = build(values, options, "squared-euclidean")!;
        for (let i = 0; i < space.n; i++) expectOwnPlace(space, i);
      }),
      { numRuns: 10 },
    );
  });

  it("gets its own coordinates: normalise goalposts", () => {
    fc.assert(
      fc.property(columns, (values) => {
        const { type: _, coast: __, ...rest } = values;
        const options = {
          normalise: { method: "goalposts" as const, bounds: bounds as unknown as Bounds },
        };
        const table = makeTable(rest, { framework: framework(false) });
        const space = buildSpace(prepare(table, options), { minCoverage: 0.3 });
        for (let i = 0; i < space.n; i++) expectOwnPlace(space, i);
      }),
      { numRuns: 10 },
    );
  });

  it.each(metrics)("has distance 0 to itself, and the distances that it has: %s", (metric) => {
    // Transformed as logs of ratios or not, the shares depend on each other: Mahalanobis takes their roots.
    const options: PrepareOptions = { composition: metric === "mahalanobis" ? "hellinger" : "as-is" };
    let seen = 0;
    fc.assert(
      fc.property(columns, fc.nat(), (values, pick) => {
        const space = build(values, options, metric);
        if (space === null) return;
        const i = pick % space.n;
        const larger = expectOwnPlace(space, i);
        const own = space.regions[i]!.id;
        seen++;
        for (const { id } of space.regions) {
          const [to, from] = [explainPair(larger, "NEW", id).distance, explainPair(space, own, id).distance];
          if (id === own) {
            // Under cosine and correlation a profile without direction, under Mahalanobis one with a gap, has no place.
            if (to !== null) expect(to).toBeLessThanOrEqual(1e-12);
          } else if (to === null || from === null) expect(to).toBe(from);
          else expect(isNear(to, from, 1e-9, 1)).toBe(true);
        }
      }),
      { numRuns: 15 },
    );
    expect(seen).toBeGreaterThan(0);
  });

  it.each(metrics)("moves nobody: coordinates, ranks, distances and closeness limits stay: %s", (metric) => {
    const options: PrepareOptions = { composition: metric === "mahalanobis" ? "hellinger" : "as-is" };
    fc.assert(
      fc.property(columns, fc.nat(), (values, pick) => {
        const space = build(values, options, metric);
        if (space === null) return;
        const larger = placeRegion(space, rowOf(space, pick % space.n));
        expect(larger.coordinates.subarray(0, space.n * space.p)).toEqual(space.coordinates);
        expect(larger.closeness).toEqual(space.closeness);
        expect(larger.weights).toEqual(space.weights);
        const target = space.regions.find(({ id }) =>
          space.regions.some((one) => one.id !== id && explainPair(space, id, one.id).distance !== null),
        );
        if (target === undefined) return;
        const list = (from: StructuralSpace) =>
          findReferenceRegions(from, target.id, {
            count: 99,
            eligible: space.regions.map(({ id }) => id),
          }).regions.map(({ id, rank, distance, closeness }) => ({ id, rank, distance, closeness }));
        expect(list(larger)).toEqual(list(space));
      }),
      { numRuns: 15 },
    );
  });

  it("can be asked as any other, also of a structured clone of the space", () => {
    fc.assert(
      fc.property(columns, fc.nat(), (values, pick) => {
        const space = build(values, {}, "euclidean")!;
        const i = pick % space.n;
        fc.pre(
          space.regions.some(
            (one, j) => j !== i && explainPair(space, space.regions[i]!.id, one.id).distance !== null,
          ),
        );
        const larger = placeRegion(space, rowOf(space, i));
        const clone = structuredClone(larger);
        expect(clone).toEqual(larger);
        expect(findReferenceRegions(clone, "NEW")).toEqual(findReferenceRegions(larger, "NEW"));
        expect(explainPair(clone, "NEW", space.regions[i]!.id)).toEqual(
          explainPair(larger, "NEW", space.regions[i]!.id),
        );
        expect(placeRegion(clone, rowOf(space, i, "MORE")).n).toBe(space.n + 2);
      }),
      { numRuns: 15 },
    );
  });
});
