import { compareTypologies } from "reference-regions";
import { describe, expect, it } from "vitest";
import { type Column, expectClose, readGolden } from "../support/golden.js";

const { cases } = readGolden<{
  cases: readonly {
    label: string;
    /** By region; null = the region is in the other one alone. */
    a: Column;
    b: Column;
    n: number;
    adjustedRand: number;
    rand: number;
    aLabels: readonly number[];
    bLabels: readonly number[];
    table: readonly (readonly number[])[];
  }[];
}>("compare-typologies");

function typologyOf(labels: Column) {
  const entries = labels.map((label, i) => [`R${String(i + 1).padStart(3, "0")}`, label] as const);
  return {
    labels: Object.fromEntries(entries.flatMap(([id, label]) => (label === null ? [] : [[id, label]]))),
  };
}

describe("compareTypologies: adjusted Rand, Rand and the table of common regions (scikit-learn)", () => {
  for (const { label, a, b, n, adjustedRand, rand, aLabels, bLabels, table } of cases)
    it(label, () => {
      const found = compareTypologies(typologyOf(a), typologyOf(b));
      expect(found.n).toBe(n);
      // the index subtracts what chance would give
      expectClose(found.adjustedRand, adjustedRand, "adjusted Rand", { floor: 1 });
      expectClose(found.rand, rand, "Rand");
      const occurring = aLabels.flatMap((x, i) =>
        bLabels.flatMap((y, j) => (table[i]![j]! > 0 ? [{ a: x, b: y, count: table[i]![j]! }] : [])),
      );
      expect(found.table).toEqual(occurring);

      const turned = compareTypologies(typologyOf(b), typologyOf(a));
      expectClose(turned.adjustedRand, adjustedRand, "adjusted Rand, turned round", { floor: 1 });
      expectClose(turned.rand, rand, "Rand, turned round");
    });
});
