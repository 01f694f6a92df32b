import { prepare, weigh } from "reference-regions";
import { describe, it } from "vitest";
import { expectClose, readData, readGolden, tableOf } from "../support/golden.js";
import { makeFramework, makeTable } from "../support/tables.js";

type Scheme = "entropy" | "critic";
type ByScheme = Record<Scheme, Record<string, number>>;

const { tables, within } = readGolden<{
  tables: readonly { data: string; weights: ByScheme }[];
  within: { data: string; dimensions: Record<string, readonly string[]>; weights: ByScheme };
}>("entropy-critic");

const definitions: Record<Scheme, string> = {
  entropy: "entropy weights are 1 + sum p ln p / ln n of the column on [0, 1], rescaled",
  critic: "critic weights are the standard deviation on [0, 1] times sum (1 - r), rescaled",
};

for (const scheme of ["entropy", "critic"] as const)
  describe(`${definitions[scheme]} (exact, numpy, R)`, () => {
    for (const { data, weights } of tables)
      for (const normalise of ["min-max", "z-score"] as const)
        it(`${data}, prepared by ${normalise}`, () => {
          const prepared = prepare(tableOf(readData(data)), { treat: "none", normalise });
          const { indicators } = weigh(prepared, { scheme, within: "table" });
          for (const [id, weight] of Object.entries(weights[scheme])) expectClose(indicators[id], weight, id);
        });

    it("within a dimension: the scheme for each, and the dimensions weigh the same", () => {
      const { data, dimensions, weights } = within;
      const { codes, columns } = readData(data);
      const framework = makeFramework({
        dimensions: Object.keys(dimensions).map((id) => ({ id, name: id })),
        indicators: Object.entries(dimensions).flatMap(([dimension, ids]) =>
          ids.map((id) => ({ id, dimension })),
        ),
      });
      const table = makeTable(columns, { framework, regions: codes });
      const prepared = prepare(table, { treat: "none", normalise: "min-max" });
      const { indicators } = weigh(prepared, { scheme, within: "dimension" });
      for (const [id, weight] of Object.entries(weights[scheme])) expectClose(indicators[id], weight, id);
    });
  });
