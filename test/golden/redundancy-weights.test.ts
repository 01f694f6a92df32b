import { prepare, weigh } from "reference-regions";
import { describe, expect, it } from "vitest";
import { expectClose, readData, readGolden, tableOf } from "../support/golden.js";
import { makeFramework, makeTable } from "../support/tables.js";

interface Tree {
  readonly label: string;
  readonly data: string;
  readonly columns: readonly string[];
  readonly weights: Record<string, number>;
}

const { cases, within } = readGolden<{
  cases: readonly Tree[];
  within: { data: string; dimensions: Record<string, readonly string[]>; weights: Record<string, number> };
}>("redundancy");

// The tree hangs on correlations: their last bits are all that may differ.
const TOLERANCE = { relative: 1e-12 };

const columnsOf = (data: string, ids: readonly string[]) => {
  const { columns } = readData(data);
  return Object.fromEntries(ids.map((id) => [id, columns[id]!]));
};
const choices = { treat: "none", normalise: "z-score" } as const;

describe("redundancy weights: branches of the tree of 1 - |r|, WPGMA (scipy, R)", () => {
  for (const { label, data, columns, weights } of cases)
    it(label, () => {
      const table = tableOf({ ...readData(data), columns: columnsOf(data, columns) });
      const { indicators } = weigh(prepare(table, choices), { scheme: "redundancy", within: "table" });
      for (const [id, weight] of Object.entries(weights)) expectClose(indicators[id], weight, id, TOLERANCE);
    });

  it("copies and mirrored copies share the weight of one, and nobody else's changes", () => {
    const [alone, twice, thrice] = cases as [Tree, Tree, Tree];
    const copies = ["gdp_per_head", "copy", "mirror"];
    for (const { data, columns } of [twice, thrice]) {
      const table = tableOf({ ...readData(data), columns: columnsOf(data, columns) });
      const { indicators } = weigh(prepare(table, choices), { scheme: "redundancy", within: "table" });
      const together = copies.reduce((sum, id) => sum + (indicators[id] ?? 0), 0);
      expectClose(together, alone.weights.gdp_per_head!, "copies", TOLERANCE);
      for (const id of alone.columns.filter((column) => !copies.includes(column)))
        expectClose(indicators[id], alone.weights[id]!, id, TOLERANCE);
    }
  });

  it("within a dimension: a tree for each, and the dimensions weigh the same", () => {
    const { data, dimensions, weights } = within;
    const framework = makeFramework({
      dimensions: Object.keys(dimensions).map((id) => ({ id, name: id })),
      indicators: Object.entries(dimensions).flatMap(([dimension, ids]) =>
        ids.map((id) => ({ id, dimension })),
      ),
    });
    const columns = columnsOf(data, Object.values(dimensions).flat());
    const table = makeTable(columns, { framework, regions: readData(data).codes });
    const found = weigh(prepare(table, choices), { scheme: "redundancy", within: "dimension" });
    expect(Object.keys(found.indicators).sort()).toEqual(Object.keys(weights).sort());
    for (const [id, weight] of Object.entries(weights))
      expectClose(found.indicators[id], weight, id, TOLERANCE);
  });
});
