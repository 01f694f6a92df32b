import {
  buildSpace,
  type Framework,
  type Metric,
  type PlanInput,
  type PrepareOptions,
  parseFramework,
  prepare,
  type RegionTable,
  readRegionRows,
  type SpaceOptions,
  type StructuralSpace,
} from "reference-regions";
import fc from "./fast-check.js";

// One seed, so that a run can be repeated; PROPERTY_SEED=1 npm test looks elsewhere.
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20140331), numRuns: 30 });

/** A row with its region id; every other key is a column. */
export type RawRow = { readonly code: string; readonly [column: string]: string | number | null };

/** A table before it is read: what a property changes (order, unit, copies of a column) to look at the same thing twice. */
export interface RawTable {
  readonly framework: Framework;
  readonly rows: readonly RawRow[];
}

export interface RawTableOptions {
  /** Every cell has a figure; default false. */
  readonly complete?: boolean;
  /** Few different values, so that many distances are equal; default false. */
  readonly tied?: boolean;
  /** Constant and empty columns, and weights of 0, may occur; default true. */
  readonly inert?: boolean;
  readonly minRegions?: number;
  readonly maxRegions?: number;
}

/** Reads a raw table with the library's own reader. */
export function read({ framework, rows }: RawTable): RegionTable {
  return readRegionRows(rows, parseFramework(framework));
}

/** The ids of the structural indicators. */
export function structuralIds({ framework }: { readonly framework: Framework }): string[] {
  return framework.indicators.filter(({ role }) => role === "structural").map(({ id }) => id);
}

interface Branch {
  readonly weight: number | null;
  readonly leaves: readonly {
    readonly weight: number | null;
    readonly indicators: readonly (number | null)[];
  }[];
  readonly elements: boolean;
}

const branch = (weight: fc.Arbitrary<number | null>): fc.Arbitrary<Branch> =>
  fc.record({
    weight,
    elements: fc.boolean(),
    leaves: fc.array(fc.record({ weight, indicators: fc.array(weight, { minLength: 1, maxLength: 3 }) }), {
      minLength: 1,
      maxLength: 2,
    }),
  });

/**
 * Frameworks of one to four dimensions, with and without elements, with weights that are stated or not. The first indicator
 * always has a weight above 0, so that there is a space; the last is a performance indicator.
 */
function frameworks(inert: boolean): fc.Arbitrary<Framework> {
  const weight = fc.option(fc.integer({ min: inert ? 0 : 1, max: 4 }), { nil: null, freq: 3 });
  return fc.array(branch(weight), { minLength: 1, maxLength: 4 }).map((branches) => {
    const stated = (value: number | null, first: boolean): { weight?: number } =>
      value === null ? {} : { weight: first ? Math.max(1, value) : value };
    const indicators: Framework["indicators"][number][] = [];
    const dimensions = branches.map(({ weight: own, leaves, elements }, d) => {
      const id = `d${d + 1}`;
      for (const [e, leaf] of leaves.entries())
        for (const [i, one] of leaf.indicators.entries())
          indicators.push({
            id: `x${indicators.length + 1}`,
            name: `Indicator ${indicators.length + 1}`,
            dimension: id,
            ...(elements ? { element: `${id}e${e + 1}` } : {}),
            role: "structural",
            ...stated(one, d + e + i === 0),
          });
      return {
        id,
        name: `Dimension ${d + 1}`,
        ...stated(own, d === 0),
        ...(elements
          ? {
              elements: leaves.map((leaf, e) => ({
                id: `${id}e${e + 1}`,
                name: `Element ${e + 1}`,
                ...stated(leaf.weight, d + e === 0),
              })),
            }
          : {}),
      };
    });
    const { element } = indicators[0]!;
    indicators.push({
      id: "performance",
      name: "Performance",
      dimension: "d1",
      ...(element === undefined ? {} : { element }),
      role: "performance",
    });
    return { schemaVersion: 1, id: "random", name: "Random", dimensions, indicators };
  });
}

/** A column: spread out, tied, constant, skewed with a few far values (alone or in a group), with a share of gaps. */
function columns(
  n: number,
  { complete, tied, inert }: Required<RawTableOptions>,
): fc.Arbitrary<(number | null)[]> {
  const of = (value: fc.Arbitrary<number>): fc.Arbitrary<number[]> =>
    fc.array(value, { minLength: n, maxLength: n });
  const few = of(fc.integer({ min: 0, max: 2 }));
  const spread = of(fc.integer({ min: -1_000_000, max: 1_000_000 }).map((value) => value / 1e3));
  const skewed = fc
    .record({
      usual: of(fc.integer({ min: 1, max: 30 })),
      far: of(fc.integer({ min: 0, max: 7 })),
      sign: fc.constantFrom(1, -1),
    })
    .map(({ usual, far, sign }) =>
      usual.map((value, i) => sign * (far[i] === 0 ? 4_000 : far[i] === 1 ? 900 + value : value)),
    );
  const constant = fc.integer({ min: -5, max: 5 }).map((value) => Array.from({ length: n }, () => value));
  const values = tied ? few : fc.oneof(spread, spread, few, skewed, ...(inert ? [constant] : []));
  if (complete) return values;
  const gaps = fc
    .record({
      rolls: of(fc.integer({ min: 0, max: 99 })),
      share: fc.constantFrom(0, 10, 25, 45, 60, inert ? 100 : 60),
    })
    .map(({ rolls, share }) => rolls.map((roll) => roll < share));
  return fc.record({ values, gaps }).map((one) => one.values.map((value, i) => (one.gaps[i] ? null : value)));
}

/**
 * Tables of regions with a framework. The first structural column is complete and not constant, and the performance column
 * is complete, so that the reader takes every one of them.
 */
export function rawTables(options: RawTableOptions = {}): fc.Arbitrary<RawTable> {
  const all = { complete: false, tied: false, inert: true, minRegions: 3, maxRegions: 14, ...options };
  const codes = fc.uniqueArray(fc.stringMatching(/^[A-C][A-Z][1-3]{0,2}$/), {
    minLength: all.minRegions,
    maxLength: all.maxRegions,
  });
  return fc.tuple(frameworks(all.inert), codes).chain(([framework, ids]) => {
    const n = ids.length;
    const structural = structuralIds({ framework });
    const step = fc.integer({ min: 0, max: 2 });
    return fc
      .record({
        order: fc.shuffledSubarray([...ids.keys()], { minLength: n, maxLength: n }),
        steps: fc.array(step, { minLength: n, maxLength: n }),
        rest: fc.tuple(...structural.slice(1).map(() => columns(n, all))),
        regions: fc.array(
          fc.record({
            country: fc.constantFrom("AA", "BB", "CC", null),
            lat: fc.option(fc.integer({ min: -60, max: 60 }), { nil: null, freq: 6 }),
            lon: fc.integer({ min: -179, max: 179 }),
            kind: fc.constantFrom("city", "coast", null),
            parent: fc.option(fc.constantFrom(...ids), { nil: null }),
            performance: fc.integer({ min: 0, max: 1_000_000 }),
          }),
          { minLength: n, maxLength: n },
        ),
      })
      .map(({ order, steps, rest, regions }) => ({
        framework,
        rows: ids.map((code, i) => ({
          code,
          ...regions[i]!,
          [structural[0]!]: all.tied ? order[i]! % 3 : order[i]! + steps[i]! / 4,
          ...Object.fromEntries(structural.slice(1).map((id, k) => [id, rest[k]![i]!])),
        })),
      }));
  });
}

export const treatOptions: fc.Arbitrary<NonNullable<PrepareOptions["treat"]>> = fc.oneof(
  fc.constantFrom("none", "auto", "winsorise", "log"),
  fc.record({ method: fc.constantFrom("auto", "winsorise"), maxPoints: fc.integer({ min: 0, max: 4 }) }),
);

export const imputeOptions: fc.Arbitrary<NonNullable<PrepareOptions["impute"]>> = fc.oneof(
  fc.constantFrom("none", "median", "group-median", "nearest"),
  fc.constant({ method: "group-median" as const, by: "kind" }),
  fc.record({ method: fc.constant("nearest" as const), neighbours: fc.integer({ min: 1, max: 3 }) }),
);

export const normaliseOptions: fc.Arbitrary<
  "none" | "min-max" | "z-score" | "robust" | "rank" | "percentile"
> = fc.constantFrom("none", "min-max", "z-score", "robust", "rank", "percentile");

/** Options of `prepare` without screening, so that no region is lost. */
export const prepareOptions: fc.Arbitrary<PrepareOptions> = fc.record({
  impute: imputeOptions,
  treat: treatOptions,
  normalise: normaliseOptions,
});

export const anyMetric: fc.Arbitrary<Metric> = fc.constantFrom(
  "squared-euclidean",
  "euclidean",
  "manhattan",
  "chebyshev",
);

/** Plans that fit every random table. */
export const planInputs: fc.Arbitrary<PlanInput> = fc.record({
  prepare: prepareOptions,
  weigh: fc.constantFrom({ scheme: "equal" }, { scheme: "equal-by-dimension" }),
  space: fc.record({ metric: anyMetric, minCoverage: fc.constantFrom(0, 0.3, 0.66) }),
  reference: fc.record({ count: fc.integer({ min: 1, max: 6 }), explain: fc.boolean() }),
});

/** A space from a raw table. */
export function spaceOf(
  raw: RawTable,
  prepared: PrepareOptions = {},
  space: SpaceOptions = {},
): StructuralSpace {
  return buildSpace(prepare(read(raw), prepared), space);
}

/** Spaces over random tables: every preparation and metric. */
export function spaces(
  options: RawTableOptions = {},
  metric: fc.Arbitrary<Metric> = anyMetric,
): fc.Arbitrary<StructuralSpace> {
  return fc
    .record({
      raw: rawTables(options),
      prepared: prepareOptions,
      metric,
      minCoverage: fc.constantFrom(0, 0.3, 0.66),
    })
    .map(({ raw, prepared, ...space }) => spaceOf(raw, prepared, space));
}

/** A number within a relative tolerance of another; 0 is met by 0 alone unless a floor is given. */
export function isNear(actual: number, expected: number, relative = 1e-12, floor = 0): boolean {
  return Math.abs(actual - expected) <= relative * Math.max(Math.abs(expected), floor);
}

/** Freezes a plain value through and through (typed arrays cannot be frozen and are left). */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value) || Object.isFrozen(value))
    return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) deepFreeze(inner);
  return value;
}
