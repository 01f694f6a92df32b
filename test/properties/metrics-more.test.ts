import {
  buildSpace,
  distanceBetween,
  explainPair,
  findReferenceRegions,
  type Metric,
  measureDistances,
  OptionsError,
  prepare,
  type StructuralSpace,
} from "reference-regions";
import { describe, expect, it } from "vitest";
import { isNear, prepareOptions, type RawTable, rawTables, read, spaceOf } from "../support/arbitraries.js";
import fc from "../support/fast-check.js";
import { makeTable } from "../support/tables.js";

const added: readonly (readonly [Metric, "adds-up" | "adds-up-to-the-square"])[] = [
  ["canberra", "adds-up"],
  ["cosine", "adds-up"],
  ["correlation", "adds-up"],
  ["gower", "adds-up"],
  ["mahalanobis", "adds-up-to-the-square"],
];
const names = added.map(([metric]) => metric);

/** Spaces of one metric; a table whose columns depend on each other is passed over, as Mahalanobis refuses it. */
function spacesOf(metric: Metric, complete: boolean): fc.Arbitrary<StructuralSpace> {
  const regions = metric === "mahalanobis" ? { minRegions: 10, maxRegions: 14 } : { maxRegions: 8 };
  return fc
    .record({
      raw: rawTables({ complete, ...regions }),
      prepared: prepareOptions,
      minCoverage: fc.constantFrom(0, 0.3, 0.66),
    })
    .map(({ raw, prepared, minCoverage }) => {
      try {
        return spaceOf(raw, prepared, { metric, minCoverage });
      } catch (error) {
        if (metric === "mahalanobis" && error instanceof OptionsError) return null;
        throw error;
      }
    })
    .filter((space) => space !== null);
}

const data = [
  ["complete data", true],
  ["missing cells", false],
] as const;
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

for (const [what, complete] of data)
  describe.each(added)(`%s, with ${what}`, (metric, rule) => {
    it("is symmetric, 0 to itself and never below 0", () => {
      fc.assert(
        fc.property(spacesOf(metric, complete), (space) => {
          const matrix = measureDistances(space);
          for (const { id: a } of space.regions) {
            expect(distanceBetween(matrix, a, a)).toBe(0);
            for (const { id: b } of space.regions) {
              const distance = distanceBetween(matrix, a, b);
              expect(distance).toBe(distanceBetween(matrix, b, a));
              expect(distance ?? 0).toBeGreaterThanOrEqual(0);
            }
          }
        }),
        { numRuns: 15 },
      );
    });

    it("is the same from findReferenceRegions, distanceBetween and explainPair, bit for bit", () => {
      fc.assert(
        fc.property(spacesOf(metric, complete), fc.nat(), (space, pick) => {
          const target = space.regions[pick % space.n]!.id;
          const matrix = measureDistances(space);
          const others = space.regions.filter(({ id }) => id !== target);
          fc.pre(others.some(({ id }) => distanceBetween(matrix, target, id) !== null));
          const found = findReferenceRegions(space, target, { count: space.n });
          const listed = new Map(found.regions.map(({ id, distance }) => [id, distance]));
          for (const { id } of others) {
            const distance = distanceBetween(matrix, target, id);
            expect(listed.get(id) ?? null).toBe(distance);
            expect(explainPair(space, target, id).distance).toBe(distance);
            expect(explainPair(space, id, target).distance).toBe(distance);
          }
        }),
        { numRuns: 15 },
      );
    });

    it(`is what its parts add up to (${rule}), by indicator and by dimension, none below 0`, () => {
      fc.assert(
        fc.property(spacesOf(metric, complete), (space) => {
          for (const { id: a } of space.regions)
            for (const { id: b } of space.regions) {
              const { distance, indicators, dimensions, contributionRule } = explainPair(space, a, b);
              expect(contributionRule).toBe(rule);
              if (distance === null) continue;
              const shares = indicators.map(({ share }) => share ?? 0);
              expect(isNear(total(shares), distance, 1e-12, 1e-3)).toBe(true);
              expect(isNear(total(Object.values(dimensions)), distance, 1e-12, 1e-3)).toBe(true);
              for (const share of shares) expect(share).toBeGreaterThanOrEqual(0);
            }
        }),
        { numRuns: 15 },
      );
    });
  });

function expectSame(
  actual: StructuralSpace,
  expected: StructuralSpace,
  relative: number,
  floor: number,
): void {
  const [one, other] = [measureDistances(actual), measureDistances(expected)];
  for (const { id: a } of expected.regions)
    for (const { id: b } of expected.regions) {
      const [is, was] = [distanceBetween(one, a, b), distanceBetween(other, a, b)];
      if (is === null || was === null) expect(is, `${a} ${b}`).toBe(was);
      else expect(isNear(is, was, relative, floor), `${a} ${b}: ${is} ${was}`).toBe(true);
    }
}

/** Complete columns that no rounding can make equal or flat. */
const numbers = fc
  .record({ n: fc.integer({ min: 8, max: 10 }), p: fc.integer({ min: 3, max: 5 }) })
  .chain(({ n, p }) =>
    fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { minLength: n, maxLength: n }), {
      minLength: p,
      maxLength: p,
    }),
  );
const tableOf = (columns: readonly (readonly number[])[], regions?: readonly string[]) =>
  makeTable(Object.fromEntries(columns.map((column, k) => [`x${k}`, column])), { regions });
const raw = { treat: "none", normalise: "none" } as const;

describe.each(names)("%s does not change", (metric) => {
  const relative = metric === "mahalanobis" ? 1e-9 : 1e-12;
  const build = (
    columns: readonly (readonly number[])[],
    regions?: readonly string[],
  ): StructuralSpace | null => {
    try {
      return buildSpace(prepare(tableOf(columns, regions), raw), { metric });
    } catch (error) {
      if (metric === "mahalanobis" && error instanceof OptionsError) return null;
      throw error;
    }
  };

  it("with the order of the regions", () => {
    fc.assert(
      fc.property(numbers, (columns) => {
        const ids = columns[0]!.map((_, i) => `R${i}`);
        const space = build(columns, ids);
        fc.pre(space !== null);
        const turned = build(
          columns.map((column) => [...column].reverse()),
          [...ids].reverse(),
        );
        expectSame(turned!, space!, relative, 1);
      }),
    );
  });

  it("with the order of the indicators", () => {
    fc.assert(
      fc.property(numbers, (columns) => {
        const space = build(columns);
        fc.pre(space !== null);
        const other = buildSpace(
          prepare(
            makeTable(Object.fromEntries(columns.map((column, k) => [`x${k}`, column] as const).reverse())),
            raw,
          ),
          { metric },
        );
        expectSame(other, space!, relative, 1);
      }),
    );
  });
});

describe("profiles", () => {
  it("cosine does not change when a region's profile is multiplied", () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 1000 }), (columns, factor) => {
        const [space, scaled] = [columns, columns.map(([first, ...rest]) => [first! * factor, ...rest])].map(
          (one) => buildSpace(prepare(tableOf(one), raw), { metric: "cosine" }),
        );
        expectSame(scaled!, space!, 1e-12, 1);
      }),
    );
  });

  it("correlation does not change when a region's profile is shifted", () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: -1000, max: 1000 }), (columns, shift) => {
        fc.pre(columns.some((column) => column[0] !== columns[0]![0]));
        const [space, shifted] = [columns, columns.map(([first, ...rest]) => [first! + shift, ...rest])].map(
          (one) => buildSpace(prepare(tableOf(one), raw), { metric: "correlation" }),
        );
        expectSame(shifted!, space!, 1e-10, 1);
      }),
    );
  });

  it("cosine and correlation lie within 0 and 2, gower and canberra within 0 and 1", () => {
    for (const [metric, most] of [
      ["cosine", 2],
      ["correlation", 2],
      ["gower", 1],
      ["canberra", 1],
    ] as const)
      fc.assert(
        fc.property(rawTables({ maxRegions: 8 }), prepareOptions, (table, prepared) => {
          const { values } = measureDistances(
            spaceOf(table as RawTable, prepared, { metric, minCoverage: 0 }),
          );
          for (const value of values)
            if (!Number.isNaN(value)) expect(value).toBeLessThanOrEqual(most + 1e-12);
        }),
      );
  });

  it("of nothing but zeros has no cosine distance to any other", () => {
    fc.assert(
      fc.property(numbers, (columns) => {
        const space = buildSpace(prepare(tableOf(columns.map((column) => [0, ...column])), raw), {
          metric: "cosine",
        });
        const matrix = measureDistances(space);
        for (const { id } of space.regions.slice(1)) expect(distanceBetween(matrix, "R01", id)).toBeNull();
      }),
    );
  });
});

describe("gower on numbers", () => {
  it("is manhattan after min-max, on tables without treatment", () => {
    fc.assert(
      fc.property(rawTables({ maxRegions: 8 }), (table) => {
        const prepared = prepare(read(table), { treat: "none" });
        expectSame(
          buildSpace(prepared, { metric: "gower" }),
          buildSpace(prepared, { metric: "manhattan" }),
          1e-12,
          1,
        );
      }),
    );
  });
});
