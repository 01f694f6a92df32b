import { type PreparedTable, prepare } from "reference-regions";
import { describe, expect, it } from "vitest";
import { imputeOptions, rawTables, read } from "../support/arbitraries.js";
import fc from "../support/fast-check.js";

const middle = (values: readonly number[]): number => {
  const ordered = [...values].sort((a, b) => a - b);
  const half = ordered.length / 2;
  return half % 1 === 0 ? (ordered[half - 1]! + ordered[half]!) / 2 : ordered[Math.floor(half)]!;
};
const present = (column: readonly (number | null)[]): number[] => column.filter((value) => value !== null);

const imputed = fc
  .record({ raw: rawTables({ minRegions: 6 }), impute: imputeOptions })
  .map(({ raw, impute }) => prepare(read(raw), { impute, treat: "none", normalise: "none" }));

function withMethod(impute: "median" | "group-median"): fc.Arbitrary<PreparedTable> {
  return rawTables({ minRegions: 6 }).map((raw) =>
    prepare(read(raw), { impute, treat: "none", normalise: "none" }),
  );
}

describe("imputation", () => {
  it("changes missing cells only, and lists every cell that it changes and no other", () => {
    let filled = 0;
    fc.assert(
      fc.property(imputed, ({ indicators, regions, raw, columns, steps }) => {
        for (const { id } of indicators) {
          const changed = regions.flatMap((region, row) => {
            const [before, after] = [raw[id]![row]!, columns[id]![row]!];
            if (before !== null) expect(after).toBe(before);
            return before === null && after !== null ? [{ region: region.id, value: after }] : [];
          });
          expect(steps[id]!.imputed.cells.map(({ region, value }) => ({ region, value }))).toEqual(changed);
          filled += changed.length;
        }
      }),
    );
    expect(filled).toBeGreaterThan(20);
  });

  it("never goes beyond the values that are there", () => {
    fc.assert(
      fc.property(imputed, ({ indicators, raw, columns }) => {
        for (const { id } of indicators) {
          const there = present(raw[id]!);
          for (const value of present(columns[id]!)) {
            expect(value).toBeGreaterThanOrEqual(Math.min(...there) - 1e-9);
            expect(value).toBeLessThanOrEqual(Math.max(...there) + 1e-9);
          }
        }
      }),
    );
  });

  it("by median fills every gap of a column that has any figure with the median of those present", () => {
    fc.assert(
      fc.property(withMethod("median"), ({ indicators, raw, columns }) => {
        for (const { id } of indicators) {
          const there = present(raw[id]!);
          const expected = raw[id]!.map((value) => value ?? (there.length === 0 ? null : middle(there)));
          expected.forEach((value, row) => {
            if (value === null) expect(columns[id]![row]).toBeNull();
            else expect(columns[id]![row]).toBeCloseTo(value, 9);
          });
        }
      }),
    );
  });

  it("by group median takes the median of the own country, and leaves a gap where it has none or no country is known", () => {
    fc.assert(
      fc.property(withMethod("group-median"), ({ indicators, regions, raw, columns, steps }) => {
        for (const { id } of indicators)
          regions.forEach(({ id: region, country }, row) => {
            if (raw[id]![row] !== null) return;
            const own = present(raw[id]!.filter((_, other) => regions[other]!.country === country));
            if (country === null || own.length === 0) expect(columns[id]![row]).toBeNull();
            else {
              expect(columns[id]![row]).toBeCloseTo(middle(own), 9);
              expect(steps[id]!.imputed.cells.find((cell) => cell.region === region)!.group).toBe(country);
            }
          });
      }),
    );
  });

  it("by nearest regions takes the mean of its donors, which have the figure and are at most as many as asked", () => {
    const tables = fc.record({
      raw: rawTables({ minRegions: 6 }),
      neighbours: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(tables, ({ raw: one, neighbours }) => {
        const { indicators, regions, raw, steps } = prepare(read(one), {
          impute: { method: "nearest", neighbours },
          treat: "none",
          normalise: "none",
        });
        const rowOf = (region: string): number => regions.findIndex(({ id }) => id === region);
        for (const { id } of indicators)
          for (const { region, value, donors } of steps[id]!.imputed.cells) {
            expect(donors!.length).toBeGreaterThan(0);
            expect(donors!.length).toBeLessThanOrEqual(neighbours);
            expect(donors).not.toContain(region);
            const given = donors!.map((donor) => raw[id]![rowOf(donor)]!);
            expect(given).not.toContain(null);
            const mean = given.reduce((sum, figure) => sum + figure, 0) / given.length;
            expect(Math.abs(value - mean)).toBeLessThanOrEqual(1e-9);
          }
      }),
    );
  });
});
