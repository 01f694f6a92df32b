import { prepare, type WeighOptions, type Weights, weigh } from "reference-regions";
import { describe, expect, it } from "vitest";
import { isNear, type RawTable, rawTables, read } from "../support/arbitraries.js";
import fc from "../support/fast-check.js";

const total = (values: Readonly<Record<string, number>>): number =>
  Object.values(values).reduce((sum, value) => sum + value, 0);

const level = (ids: readonly string[]): fc.Arbitrary<Record<string, number>> =>
  fc
    .array(fc.constantFrom(0, 0.25, 1, 2, 17, 1e6), { minLength: ids.length, maxLength: ids.length })
    .map((values) =>
      Object.fromEntries(ids.map((id, i) => [id, i === 0 ? Math.max(0.1, values[i]!) : values[i]!])),
    );

function schemes({ framework }: RawTable): fc.Arbitrary<WeighOptions> {
  const indicators = framework.indicators.filter(({ role }) => role === "structural").map(({ id }) => id);
  const dimensions = framework.dimensions.map(({ id }) => id);
  return fc.oneof(
    fc.constantFrom({ scheme: "equal" as const }, { scheme: "equal-by-dimension" as const }),
    fc.record({ scheme: fc.constant("given" as const), dimensions: level(dimensions) }),
    fc.record({ scheme: fc.constant("given" as const), indicators: level(indicators) }),
    fc.record({
      scheme: fc.constant("given" as const),
      dimensions: level(dimensions),
      indicators: level(indicators),
    }),
  );
}

const weighed = rawTables().chain((raw) =>
  schemes(raw).map((options) => {
    const prepared = prepare(read(raw), { treat: "none" });
    return { raw, prepared, weights: weigh(prepared, options) };
  }),
);

describe("weights", () => {
  it("are never negative and sum to 1 over the dimensions and over the indicators", () => {
    fc.assert(
      fc.property(weighed, ({ weights }) => {
        for (const one of [weights.dimensions, weights.indicators]) {
          expect(Object.values(one).every((value) => value >= 0)).toBe(true);
          expect(isNear(total(one), 1, 1e-14)).toBe(true);
        }
      }),
    );
  });

  it("sum to 1 over the elements, where every dimension has elements", () => {
    fc.assert(
      fc.property(weighed, ({ raw, weights }) => {
        fc.pre(raw.framework.dimensions.every(({ elements }) => elements !== undefined));
        expect(isNear(total(weights.elements), 1, 1e-14)).toBe(true);
      }),
    );
  });

  it("of a dimension and of an element are the sum of the indicators in it", () => {
    const sumOver = (raw: RawTable, weights: Weights, key: "dimension" | "element", id: string): number =>
      raw.framework.indicators
        .filter((one) => one.role === "structural" && one[key] === id)
        .reduce((sum, one) => sum + weights.indicators[one.id]!, 0);
    fc.assert(
      fc.property(weighed, ({ raw, weights }) => {
        for (const [id, weight] of Object.entries(weights.dimensions))
          expect(isNear(sumOver(raw, weights, "dimension", id), weight, 1e-14)).toBe(true);
        for (const [id, weight] of Object.entries(weights.elements))
          expect(isNear(sumOver(raw, weights, "element", id), weight, 1e-14)).toBe(true);
      }),
    );
  });

  it("are 0 exactly for columns that cannot tell regions apart, when all are equal", () => {
    fc.assert(
      fc.property(rawTables(), (raw) => {
        const prepared = prepare(read(raw), { treat: "none" });
        const weights = weigh(prepared, { scheme: "equal" });
        const varied = prepared.indicators.filter(
          ({ id }) => new Set(prepared.raw[id]!.filter((value) => value !== null)).size > 1,
        );
        for (const { id } of prepared.indicators) {
          const expected = varied.some((one) => one.id === id) ? 1 / varied.length : 0;
          expect(isNear(weights.indicators[id]!, expected, 1e-14)).toBe(true);
        }
      }),
    );
  });

  it("stand in the proportions that were given", () => {
    const cases = rawTables({ inert: false, complete: true }).chain((raw) => {
      const ids = raw.framework.indicators.filter(({ role }) => role === "structural").map(({ id }) => id);
      return fc.tuple(fc.constant(raw), level(ids));
    });
    fc.assert(
      fc.property(cases, ([raw, indicators]) => {
        const prepared = prepare(read(raw), { treat: "none" });
        const dead = new Set(prepared.inert.map(({ id }) => id));
        const sum = Object.entries(indicators).reduce(
          (all, [id, value]) => all + (dead.has(id) ? 0 : value),
          0,
        );
        const weights = weigh(prepared, { scheme: "given", indicators });
        for (const [id, value] of Object.entries(indicators))
          expect(isNear(weights.indicators[id]!, dead.has(id) ? 0 : value / sum, 1e-13)).toBe(true);
      }),
    );
  });
});
