import {
  buildSpace,
  type Framework,
  type Metric,
  measureDistances,
  prepare,
  type WeighScope,
  weigh,
  weighScopes,
} from "reference-regions";
import { describe, expect, it } from "vitest";
import { isNear } from "../support/arbitraries.js";
import fc from "../support/fast-check.js";
import { makeFramework, makeTable } from "../support/tables.js";

interface Case {
  readonly framework: Framework;
  readonly columns: Record<string, (number | null)[]>;
  readonly copied: string;
}

/** Two dimensions, one of them with two elements; figures that no two columns share but for the copy. */
const cases: fc.Arbitrary<Case> = fc
  .record({ n: fc.integer({ min: 6, max: 12 }), p: fc.integer({ min: 2, max: 8 }), gaps: fc.boolean() })
  .chain(({ n, p, gaps }) =>
    fc.record({
      values: fc.array(fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: n, maxLength: n }), {
        minLength: p,
        maxLength: p,
      }),
      holes: fc.array(
        fc.array(gaps ? fc.integer({ min: 0, max: 4 }) : fc.constant(1), { minLength: n, maxLength: n }),
        { minLength: p, maxLength: p },
      ),
      homes: fc.array(fc.constantFrom("d1 e1", "d1 e2", "d2"), { minLength: p, maxLength: p }),
      weights: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: p, maxLength: p }),
      copied: fc.nat({ max: p - 1 }),
    }),
  )
  .map(({ values, holes, homes, weights, copied }) => ({
    framework: makeFramework({
      dimensions: [
        {
          id: "d1",
          name: "D1",
          weight: 2,
          elements: [
            { id: "e1", name: "E1" },
            { id: "e2", name: "E2" },
          ],
        },
        { id: "d2", name: "D2" },
      ],
      indicators: values.map((_, k) => {
        const [dimension, element] = homes[k]!.split(" ") as [string, string?];
        return { id: `x${k}`, dimension, weight: weights[k]!, ...(element === undefined ? {} : { element }) };
      }),
    }),
    columns: Object.fromEntries(
      // The first column is complete, so that the reader takes every region.
      values.map((column, k) => [
        `x${k}`,
        column.map((value, i) => (k > 0 && holes[k]![i] === 0 ? null : value)),
      ]),
    ),
    copied: `x${copied}`,
  }));

const metrics: readonly Metric[] = [
  "squared-euclidean",
  "euclidean",
  "manhattan",
  "canberra",
  "cosine",
  "correlation",
  "gower",
];

function distances({ framework, columns }: Omit<Case, "copied">, metric: Metric, within: WeighScope) {
  const prepared = prepare(makeTable(columns, { framework }), { treat: "none" });
  const weights = weigh(prepared, { scheme: "redundancy", within });
  // Whether a coverage on the limit itself is enough would rest on the last digit.
  return [...measureDistances(buildSpace(prepared, { metric, weights, minCoverage: 0.6123 })).values];
}

describe("a column given twice under redundancy weights", () => {
  for (const within of weighScopes)
    it.each(metrics)(`leaves every distance as it was, within ${within}: %s`, (metric) => {
      fc.assert(
        fc.property(cases, ({ framework, columns, copied }) => {
          const once = distances({ framework, columns }, metric, within);
          const original = framework.indicators.find(({ id }) => id === copied)!;
          const indicators = [...framework.indicators, { ...original, id: "copy" }];
          const twice = distances(
            { framework: { ...framework, indicators }, columns: { ...columns, copy: columns[copied]! } },
            metric,
            within,
          );
          once.forEach((distance, pair) => {
            if (Number.isNaN(distance)) expect(twice[pair]).toBeNaN();
            else expect(isNear(twice[pair]!, distance, 1e-9, 1e-3), `${twice[pair]} ${distance}`).toBe(true);
          });
        }),
        { numRuns: 15 },
      );
    });

  it("and five times over, too", () => {
    fc.assert(
      fc.property(cases, ({ framework, columns, copied }) => {
        const original = framework.indicators.find(({ id }) => id === copied)!;
        const copies = ["c1", "c2", "c3", "c4"];
        const indicators = [...framework.indicators, ...copies.map((id) => ({ ...original, id }))];
        const all = { ...columns, ...Object.fromEntries(copies.map((id) => [id, columns[copied]!])) };
        const once = distances({ framework, columns }, "squared-euclidean", "dimension");
        const often = distances(
          { framework: { ...framework, indicators }, columns: all },
          "squared-euclidean",
          "dimension",
        );
        once.forEach((distance, pair) => {
          if (Number.isNaN(distance)) expect(often[pair]).toBeNaN();
          else expect(isNear(often[pair]!, distance, 1e-9, 1e-3)).toBe(true);
        });
      }),
    );
  });
});
