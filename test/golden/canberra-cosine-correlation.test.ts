import { buildSpace, measureDistances, prepare, weigh } from "reference-regions";
import { describe, expect, it } from "vitest";
import { type Column, expectClose, readData, readGolden, tableOf } from "../support/golden.js";

type Metric = "canberra" | "cosine" | "correlation";

const { cases } = readGolden<{
  cases: readonly {
    data: string;
    weighting: string;
    weights: readonly number[];
    metric: Metric;
    minCoverage: number;
    values: Column;
  }[];
}>("canberra-cosine-correlation");

const definitions: Record<Metric, string> = {
  canberra: "Canberra is sum w |x - y| / (|x| + |y|), 0 / 0 = 0",
  cosine: "cosine is 1 - sum w x y / root(sum w x² sum w y²)",
  correlation: "correlation is the same after the weighted means are taken away",
};
const sources: Record<string, string> = {
  directions: "complete regions, scipy",
  "directions-missing": "regions with gaps: shared indicators, only Canberra raised to the whole weight",
};

for (const [data, source] of Object.entries(sources)) {
  const raw = readData(data);
  const ids = Object.keys(raw.columns);
  const prepared = prepare(tableOf(raw), { treat: "none", normalise: "none" });

  describe(source, () => {
    for (const golden of cases.filter((c) => c.data === data)) {
      const { weighting, weights, metric, minCoverage, values } = golden;
      it(`${definitions[metric]}; ${weighting} weights, minCoverage ${minCoverage}`, () => {
        const given = weigh(prepared, {
          scheme: "given",
          indicators: Object.fromEntries(ids.map((id, k) => [id, weights[k]!])),
        });
        const matrix = measureDistances(buildSpace(prepared, { metric, weights: given, minCoverage }));
        expect(matrix.values.length).toBe(values.length);
        let pair = 0;
        raw.codes.forEach((a, i) => {
          for (const b of raw.codes.slice(i + 1)) {
            // 1 - s cancels where s is near 1: measured against 1
            expectClose(matrix.values[pair], values[pair] ?? Number.NaN, `${a} - ${b}`, { floor: 1 });
            pair++;
          }
        });
      });
    }
  });
}
