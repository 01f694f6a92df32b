import { prepare, weigh } from "reference-regions";
import { describe, expect, it } from "vitest";
import { expectClose, readData, readGolden, tableOf } from "../support/golden.js";

const { cases } = readGolden<{
  cases: readonly {
    data: string;
    indicators: readonly string[];
    rotated: { loadings: readonly (readonly number[])[] };
    /** From 1. */
    topFactors: readonly number[];
    nicoletti: Record<string, number>;
  }[];
}>("principal-components");

describe("pca weights after Nicoletti (R)", () => {
  for (const { data, nicoletti } of cases)
    it(`${data}: squared loading / factor variance on the top factor, times the factor's part of the variance`, () => {
      const prepared = prepare(tableOf(readData(data)), { treat: "none", normalise: "z-score" });
      const { indicators } = weigh(prepared, { scheme: "pca", within: "table" });
      for (const [id, weight] of Object.entries(nicoletti))
        expectClose(indicators[id], weight, id, { relative: 1e-6 });
      const total = Object.values(indicators).reduce((sum, weight) => sum + weight, 0);
      expectClose(total, 1, "total");
    });

  it("the goldens hold an indicator whose top factor is not that of its largest loading", () => {
    const differs = cases.flatMap(({ indicators, rotated, topFactors }) =>
      indicators.filter((_, i) => {
        const sizes = rotated.loadings[i]!.map(Math.abs);
        return sizes.indexOf(Math.max(...sizes)) + 1 !== topFactors[i];
      }),
    );
    expect(differs).toEqual(["tourism"]);
  });
});
