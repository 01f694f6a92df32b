import { type Normalisation, prepare } from "reference-regions";
import { describe, expect, it } from "vitest";
import { rawTables, read } from "../support/arbitraries.js";
import fc from "../support/fast-check.js";

type Scale = Exclude<Normalisation, "goalposts">;

/** The present values of every column that is not constant, raw and normalised. */
function columnsOf(normalise: Scale): fc.Arbitrary<{ raw: number[]; column: number[] }[]> {
  return rawTables({ minRegions: 4, maxRegions: 20 }).map((one) => {
    const { indicators, raw, columns } = prepare(read(one), { treat: "none", normalise });
    return indicators
      .map(({ id }) => ({
        raw: raw[id]!.filter((value) => value !== null),
        column: columns[id]!.filter((value) => value !== null),
      }))
      .filter((both) => new Set(both.raw).size > 1);
  });
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

const middle = (values: readonly number[]): number => {
  const ordered = [...values].sort((a, b) => a - b);
  const half = ordered.length / 2;
  return half % 1 === 0 ? (ordered[half - 1]! + ordered[half]!) / 2 : ordered[Math.floor(half)]!;
};

function assertColumns(normalise: Scale, claim: (column: number[], raw: number[]) => void): void {
  fc.assert(
    fc.property(columnsOf(normalise), (columns) => {
      for (const { column, raw } of columns) claim(column, raw);
    }),
  );
}

describe("normalised columns", () => {
  it("of min-max lie in [0, 1] and reach both ends", () => {
    assertColumns("min-max", (column) => {
      expect(Math.min(...column)).toBe(0);
      expect(Math.max(...column)).toBe(1);
    });
  });

  it("of z-score have mean 0 and sample standard deviation 1", () => {
    assertColumns("z-score", (column) => {
      expect(Math.abs(total(column) / column.length)).toBeLessThan(1e-11);
      expect(total(column.map((value) => value ** 2)) / (column.length - 1)).toBeCloseTo(1, 10);
    });
  });

  it("of robust have median 0, and median absolute deviation 1 / 1.4826 unless more than half are equal", () => {
    assertColumns("robust", (column, raw) => {
      expect(Math.abs(middle(column))).toBeLessThan(1e-9);
      const deviations = column.map((value) => Math.abs(value));
      const isFallback = middle(raw.map((value) => Math.abs(value - middle(raw)))) === 0;
      if (isFallback) expect(total(deviations) / column.length).toBeCloseTo(Math.sqrt(2 / Math.PI), 10);
      else expect(middle(deviations)).toBeCloseTo(1 / 1.482602218505602, 9);
    });
  });

  it("of rank sum to n (n + 1) / 2 and count how many are lower, ties shared", () => {
    assertColumns("rank", (column, raw) => {
      expect(total(column)).toBe((column.length * (column.length + 1)) / 2);
      column.forEach((rank, i) => {
        const lower = raw.filter((value) => value < raw[i]!).length;
        const same = raw.filter((value) => value === raw[i]!).length;
        expect(rank).toBe(lower + (same + 1) / 2);
      });
    });
  });

  it("of percentile are the rank brought to [0, 1], with one half for their mean", () => {
    assertColumns("percentile", (column, raw) => {
      expect(Math.min(...column)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...column)).toBeLessThanOrEqual(1);
      expect(total(column) / column.length).toBeCloseTo(0.5, 12);
      column.forEach((value, i) => {
        const below = raw.filter((other) => other < raw[i]!).length;
        const same = raw.filter((other) => other === raw[i]!).length;
        expect(value).toBeCloseTo((below + (same - 1) / 2) / (raw.length - 1), 12);
      });
    });
  });

  it("of none are the raw ones", () => {
    assertColumns("none", (column, raw) => expect(column).toEqual(raw));
  });

  it("keep the direction of the raw column, whatever the scale", () => {
    for (const scale of ["min-max", "z-score", "robust", "rank", "percentile"] as const)
      fc.assert(
        fc.property(columnsOf(scale), (columns) => {
          for (const { column, raw } of columns)
            column.forEach((value, i) => {
              if (i > 0) expect(Math.sign(value - column[i - 1]!)).toBe(Math.sign(raw[i]! - raw[i - 1]!));
            });
        }),
        { numRuns: 25 },
      );
  });
});
