import { buildSpace, type Indicator, measureDistances, prepare, weigh } from "reference-regions";
import { describe, expect, it } from "vitest";
import { type Column, expectClose, readData, readGolden } from "../support/golden.js";
import { makeFramework, makeTable } from "../support/tables.js";

const { cases } = readGolden<{
  cases: readonly {
    label: string;
    data: string;
    columns: readonly string[];
    kinds: readonly NonNullable<Indicator["kind"]>[];
    weighting: string;
    weights: readonly number[];
    minCoverage: number;
    values: Column;
  }[];
}>("gower");

const definitions: Record<string, string> = {
  "all kinds": "all kinds: the weighted mean of what each shared indicator says",
  ratio: "ratio: |x - y| / range of the whole table",
  ordinal: "ordinal: as ratio, on the codes",
  "ordinal codes with gaps": "ordinal: only the order of the codes counts, as in R's as.ordered",
  "nominal and binary": "nominal and binary: 0 where equal, else 1",
  "asymmetric binary":
    "asymmetric-binary: a pair of zeros does not count; pairs that share nothing have no distance",
  "no asymmetric column": "below minCoverage there is no distance",
};
const sources: Record<string, string> = {
  kinds: "Gower of complete regions, R cluster::daisy",
  "kinds-missing": "Gower of regions with gaps, R cluster::daisy: by shared weight",
};

for (const [data, source] of Object.entries(sources))
  describe(source, () => {
    const { codes, columns: raw } = readData(data);
    for (const golden of cases.filter((c) => c.data === data)) {
      const { label, columns, kinds, weighting, weights, minCoverage, values } = golden;
      it(`${definitions[label]}; ${weighting} weights, minCoverage ${minCoverage}`, () => {
        const framework = makeFramework({ indicators: columns.map((id, k) => ({ id, kind: kinds[k]! })) });
        const table = makeTable(Object.fromEntries(columns.map((id) => [id, raw[id]!])), {
          framework,
          regions: codes,
        });
        const prepared = prepare(table, { treat: "none", normalise: "none" });
        const given = weigh(prepared, {
          scheme: "given",
          indicators: Object.fromEntries(columns.map((id, k) => [id, weights[k]!])),
        });
        const matrix = measureDistances(
          buildSpace(prepared, { metric: "gower", weights: given, minCoverage }),
        );
        expect(matrix.values.length).toBe(values.length);
        let pair = 0;
        codes.forEach((a, i) => {
          for (const b of codes.slice(i + 1)) {
            expectClose(matrix.values[pair], values[pair] ?? Number.NaN, `${a} - ${b}`);
            pair++;
          }
        });
      });
    }
  });
