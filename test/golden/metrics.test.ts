import { buildSpace, distanceBetween, measureDistances, prepare, weigh } from "reference-regions";
import { describe, expect, it } from "vitest";
import { type Column, expectClose, readData, readGolden, tableOf } from "../support/golden.js";

type Metric = "squared-euclidean" | "euclidean" | "manhattan" | "chebyshev";

const { cases } = readGolden<{
  cases: readonly {
    data: string;
    weighting: string;
    weights: readonly number[];
    metric: Metric;
    minCoverage: number;
    values: Column;
  }[];
}>("metrics");

const definitions: Record<Metric, string> = {
  "squared-euclidean": "squared Euclidean is sum w d^2, without a root",
  euclidean: "Euclidean is the root of sum w d^2",
  manhattan: "Manhattan is sum w |d|",
  chebyshev: "Chebyshev is max w m |d| over the m indicators that have weight",
};
const sources: Record<string, string> = {
  points: "complete points, scipy pdist",
  "points-missing": "points with gaps, pairwise rule",
};

for (const [data, source] of Object.entries(sources)) {
  const raw = readData(data);
  const ids = Object.keys(raw.columns);
  const prepared = prepare(tableOf(raw), { impute: "none", treat: "none", normalise: "none" });

  describe(source, () => {
    for (const golden of cases.filter((c) => c.data === data)) {
      const { weighting, weights, metric, minCoverage } = golden;
      it(`${definitions[metric]}; ${weighting} weights, minCoverage ${minCoverage}`, () => {
        const given = weigh(prepared, {
          scheme: "given",
          indicators: Object.fromEntries(ids.map((id, k) => [id, weights[k]!])),
        });
        const matrix = measureDistances(buildSpace(prepared, { metric, weights: given, minCoverage }));
        expect(matrix.values.length).toBe(golden.values.length);

        let pair = 0;
        raw.codes.forEach((a, i) => {
          for (const b of raw.codes.slice(i + 1)) {
            const expected = golden.values[pair]!;
            // condensed as in scipy: row by row above the diagonal
            expectClose(matrix.values[pair], expected ?? Number.NaN, `${a} - ${b}`);
            expectClose(distanceBetween(matrix, a, b), expected, `${a} - ${b}`);
            expectClose(distanceBetween(matrix, b, a), expected, `${b} - ${a}`);
            pair++;
          }
        });
      });
    }
  });
}
