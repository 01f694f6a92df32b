import {
  distanceBetween,
  findReferenceRegions,
  measureDistances,
  type PrepareOptions,
  type SpaceOptions,
} from "reference-regions";
import { describe, expect, it } from "vitest";
import {
  anyMetric,
  isNear,
  prepareOptions,
  type RawTable,
  rawTables,
  spaceOf,
  structuralIds,
} from "../support/arbitraries.js";
import fc from "../support/fast-check.js";

/** Every distance by the ids of its pair, so that tables in another order can be compared. */
function distances(raw: RawTable, prepared: PrepareOptions, space: SpaceOptions): Map<string, number | null> {
  const matrix = measureDistances(spaceOf(raw, prepared, space));
  const ids = raw.rows.map(({ code }) => code).sort();
  return new Map(
    ids.flatMap((a) => ids.filter((b) => b > a).map((b) => [`${a} ${b}`, distanceBetween(matrix, a, b)])),
  );
}

/** Equal but for rounding, which is measured against the largest distance of the table. */
function expectSameDistances(
  actual: Map<string, number | null>,
  expected: Map<string, number | null>,
  relative = 1e-11,
): void {
  const largest = Math.max(...[...expected.values()].map((value) => value ?? 0));
  expect([...actual.keys()]).toEqual([...expected.keys()]);
  for (const [pair, value] of expected) {
    const other = actual.get(pair)!;
    if (value === null || other === null) expect(other, pair).toBe(value);
    else expect(isNear(other, value, relative, largest), `${pair}: ${other} ${value}`).toBe(true);
  }
}

const minCoverage = fc.constantFrom(0, 0.31, 0.67);
const shuffled = <T>(items: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });

describe("the distances do not change", () => {
  it("with the order of the regions", () => {
    const cases = rawTables().chain((raw) => fc.tuple(fc.constant(raw), shuffled(raw.rows)));
    fc.assert(
      fc.property(cases, prepareOptions, anyMetric, minCoverage, ([raw, rows], prepared, metric, least) => {
        // A nearest neighbour at the same distance is chosen by id, but that two are equally near rests on the last digit.
        const options = { ...prepared, impute: "median" as const };
        const space = { metric, minCoverage: least };
        expectSameDistances(distances({ ...raw, rows }, options, space), distances(raw, options, space));
      }),
    );
  });

  it("with the order of the indicators and of the dimensions", () => {
    const cases = rawTables().chain((raw) =>
      fc.tuple(fc.constant(raw), shuffled(raw.framework.indicators), shuffled(raw.framework.dimensions)),
    );
    fc.assert(
      fc.property(cases, anyMetric, minCoverage, ([raw, indicators, dimensions], metric, least) => {
        const other = { ...raw, framework: { ...raw.framework, indicators, dimensions } };
        const space = { metric, minCoverage: least };
        expectSameDistances(distances(other, {}, space), distances(raw, {}, space));
      }),
    );
  });

  it("with the unit, the zero and the sign of a raw column, under every normalisation that fits its own scale", () => {
    const scale = fc.constantFrom(
      "min-max" as const,
      "z-score" as const,
      "robust" as const,
      "percentile" as const,
    );
    fc.assert(
      fc.property(
        rawTables(),
        fc.nat(),
        fc.constantFrom(2, 1000, 0.01, -1, -3.7),
        fc.integer({ min: -1000, max: 1000 }),
        scale,
        anyMetric,
        (raw, pick, a, b, normalise, metric) => {
          const ids = structuralIds(raw);
          const id = ids[pick % ids.length]!;
          const rows = raw.rows.map((row) => ({
            ...row,
            [id]: row[id] === null ? null : a * Number(row[id]) + b,
          }));
          const options = { normalise, treat: "none" as const };
          expectSameDistances(
            distances({ ...raw, rows }, options, { metric }),
            distances(raw, options, { metric }),
            1e-9,
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it("when a column is given twice with half the weight each, in the metrics that sum", () => {
    const summing = fc.constantFrom("squared-euclidean" as const, "euclidean" as const, "manhattan" as const);
    fc.assert(
      fc.property(
        rawTables(),
        fc.nat(),
        prepareOptions,
        summing,
        minCoverage,
        (raw, pick, prepared, metric, least) => {
          const ids = structuralIds(raw);
          const id = ids[pick % ids.length]!;
          const indicators = raw.framework.indicators.flatMap((one) => {
            if (one.id !== id) return [one];
            const half = { ...one, weight: (one.weight ?? 1) / 2 };
            return [half, { ...half, id: "copy" }];
          });
          const twice = {
            framework: { ...raw.framework, indicators },
            rows: raw.rows.map((row) => ({ ...row, copy: row[id]! })),
          };
          // To the nearest neighbours a copy is one more opinion.
          const options = { ...prepared, impute: "none" as const };
          const space = { metric, minCoverage: least };
          expectSameDistances(distances(twice, options, space), distances(raw, options, space));
        },
      ),
    );
  });

  it("when a performance indicator is added, however far away its values are: the whole answer is the same", () => {
    fc.assert(
      fc.property(rawTables(), prepareOptions, fc.nat(), (raw, prepared, pick) => {
        const { dimension, element } = raw.framework.indicators[0]!;
        const added = { id: "far", name: "Far", dimension, role: "performance" as const };
        const other = {
          framework: {
            ...raw.framework,
            indicators: [element === undefined ? added : { ...added, element }, ...raw.framework.indicators],
          },
          rows: raw.rows.map((row, i) => ({ far: (i % 2 === 0 ? 1 : -1) * 1e12, ...row })),
        };
        const target = raw.rows[pick % raw.rows.length]!.code;
        const answer = (one: RawTable) =>
          findReferenceRegions(spaceOf(one, prepared, { minCoverage: 0 }), target);
        expect(answer(other)).toStrictEqual(answer(raw));
      }),
    );
  });
});
