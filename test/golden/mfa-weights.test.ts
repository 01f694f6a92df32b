import { prepare, weigh } from "reference-regions";
import { describe, it } from "vitest";
import { expectClose, readData, readGolden } from "../support/golden.js";
import { makeFramework, makeTable } from "../support/tables.js";

const { cases } = readGolden<{
  cases: readonly {
    data: string;
    blocks: Record<string, readonly string[]>;
    weights: Record<string, number>;
    blockWeights: Record<string, number>;
  }[];
}>("mfa");

describe("mfa weights are 1 / first eigenvalue of the own block (R, FactoMineR)", () => {
  for (const { data, blocks, weights, blockWeights } of cases)
    it(`${data}: blocks of ${Object.values(blocks).map((block) => block.length)} columns`, () => {
      const { codes, columns } = readData(data);
      // each block is a dimension of one element
      const framework = makeFramework({
        dimensions: Object.keys(blocks).map((id) => ({
          id,
          name: id,
          elements: [{ id: `${id}_element`, name: id }],
        })),
        indicators: Object.entries(blocks).flatMap(([block, ids]) =>
          ids.map((id) => ({ id, dimension: block, element: `${block}_element` })),
        ),
      });
      const prepared = prepare(makeTable(columns, { framework, regions: codes }), {
        treat: "none",
        normalise: "z-score",
      });
      const found = weigh(prepared, { scheme: "mfa", within: "table" });
      for (const [id, weight] of Object.entries(weights))
        expectClose(found.indicators[id], weight, id, { relative: 1e-9 });
      for (const [block, weight] of Object.entries(blockWeights))
        expectClose(found.dimensions[block], weight, block, { relative: 1e-9 });
    });
});
