import { buildSpace, measureDistances, prepare, weigh } from "reference-regions";
import { describe, expect, it } from "vitest";
import { isNear } from "../support/arbitraries.js";
import fc from "../support/fast-check.js";
import { makeFramework, makeTable } from "../support/tables.js";

const tables = fc
  .record({ n: fc.integer({ min: 5, max: 12 }), copies: fc.integer({ min: 1, max: 10 }) })
  .chain(({ n, copies }) =>
    fc.record({
      copies: fc.constant(copies),
      columns: fc.array(fc.uniqueArray(fc.integer({ min: -1e6, max: 1e6 }), { minLength: n, maxLength: n }), {
        minLength: 3,
        maxLength: 3,
      }),
    }),
  );

/** One element of copies of a column, one of a single column, one of a third; the first two in one dimension. */
function made([a, b, c]: number[][], copies: number) {
  const ids = Array.from({ length: copies }, (_, k) => `a${k}`);
  const framework = makeFramework({
    dimensions: [
      {
        id: "d",
        name: "D",
        elements: [
          { id: "many", name: "Many" },
          { id: "one", name: "One" },
        ],
      },
      { id: "other", name: "Other" },
    ],
    indicators: [
      ...ids.map((id) => ({ id, dimension: "d", element: "many" })),
      { id: "b", dimension: "d", element: "one" },
      { id: "c", dimension: "other" },
    ],
  });
  const columns = { ...Object.fromEntries(ids.map((id) => [id, a!])), b: b!, c: c! };
  return prepare(makeTable(columns, { framework }), { treat: "none" });
}

describe("under mfa weights an element of copies of one column", () => {
  it.each(["dimension", "table"] as const)("weighs as an element of one column, within %s", (within) => {
    fc.assert(
      fc.property(tables, ({ columns, copies }) => {
        const { elements, dimensions } = weigh(made(columns, copies), { scheme: "mfa", within });
        expect(isNear(elements.many!, elements.one!, 1e-9)).toBe(true);
        const expected = within === "table" ? 2 / 3 : 1 / 2;
        expect(isNear(dimensions.d!, expected, 1e-9)).toBe(true);
      }),
    );
  });

  it("leaves every distance as with the one column alone", () => {
    fc.assert(
      fc.property(tables, ({ columns, copies }) => {
        const [one, many] = [1, copies].map((count) => {
          const prepared = made(columns, count!);
          return measureDistances(buildSpace(prepared, { weights: weigh(prepared, { scheme: "mfa" }) }))
            .values;
        });
        one!.forEach((distance, pair) => {
          expect(isNear(many![pair]!, distance, 1e-9)).toBe(true);
        });
      }),
    );
  });
});
