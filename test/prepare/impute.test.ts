import { type PrepareOptions, prepare, type RegionTable } from "reference-regions";
import { describe, expect, it } from "vitest";
import { makeTable } from "../support/tables.js";

function imputed(table: RegionTable, impute: PrepareOptions["impute"]) {
  const { columns, steps, notes } = prepare(table, { impute, treat: "none", normalise: "none" });
  return { columns, cells: steps.b!.imputed.cells, method: steps.b!.imputed.method, notes };
}

describe("imputation", () => {
  it("by default leaves every gap a gap, never 0", () => {
    const table = makeTable({ a: [1, 2, 3], b: [4, null, 6] });
    expect(prepare(table, { normalise: "none" }).columns.b).toEqual([4, null, 6]);
    expect(prepare(table).recipe.plan.prepare).toMatchObject({ impute: "none" });
  });

  it("by median takes the middle value, or the mean of the two in the middle", () => {
    const odd = makeTable({ a: [1, 2, 3, 4], b: [9, null, 1, 4] });
    expect(imputed(odd, "median").cells).toEqual([{ region: "R02", value: 4 }]);
    const even = makeTable({ a: [1, 2, 3], b: [9, null, 1] });
    expect(imputed(even, "median").columns.b).toEqual([9, 5, 1]);
  });

  it("cannot fill a column without any figure", () => {
    const table = makeTable({ a: [1, 2, 3], b: [null, null, null] });
    for (const method of ["median", "group-median", "nearest"] as const) {
      const { columns, cells, notes } = imputed(table, method);
      expect(columns.b).toEqual([null, null, null]);
      expect(cells).toEqual([]);
      expect(notes).toContainEqual({
        code: "not-imputed",
        indicator: "b",
        cells: 3,
        method,
        message: `Indicator b: 3 missing cells could not be filled (${method}) and stay missing.`,
      });
    }
  });

  it("says how many cells of an indicator it filled, and how", () => {
    const table = makeTable({ a: [1, 2, 3, 4], b: [9, null, 1, null] });
    expect(imputed(table, "median").notes).toContainEqual({
      code: "imputed",
      indicator: "b",
      cells: 2,
      method: "median",
      message: "Indicator b: 2 missing cells were filled (median).",
    });
  });
});

describe("imputation by group median", () => {
  const place = (code: string, country: string | null, kind: string | null) => ({ code, country, kind });
  const regions = [
    place("R1", "AA", "city"),
    place("R2", "AA", "coast"),
    place("R3", "AA", "city"),
    place("R4", "BB", "coast"),
    place("R5", "BB", null),
    place("R6", null, "city"),
  ];
  const table = makeTable({ a: [1, 2, 3, 4, 5, 6], b: [10, 20, null, null, null, null] }, { regions });

  it("groups by country; a group without figures and a region without country stay missing", () => {
    const { cells, columns } = imputed(table, "group-median");
    expect(cells).toEqual([{ region: "R3", value: 15, group: "AA" }]);
    expect(columns.b).toEqual([10, 20, 15, null, null, null]);
  });

  it("groups by an attribute on request", () => {
    const { cells } = imputed(table, { method: "group-median", by: "kind" });
    expect(cells).toEqual([
      { region: "R3", value: 10, group: "city" },
      { region: "R4", value: 20, group: "coast" },
      { region: "R6", value: 10, group: "city" },
    ]);
  });

  it("names the attributes that there are when it is asked for another", () => {
    expect(() => imputed(table, { method: "group-median", by: "nuts1" })).toThrow(
      'prepare.impute.by: expected an attribute of the regions (kind), got "nuts1".',
    );
    expect(() =>
      imputed(makeTable({ a: [1, 2], b: [null, 3] }), { method: "group-median", by: "nuts1" }),
    ).toThrow('expected an attribute of the regions (there is none), got "nuts1".');
  });

  it("asks for the attribute also where nothing is missing", () => {
    const complete = makeTable({ a: [1, 2], b: [1, 3] });
    expect(() => imputed(complete, { method: "group-median", by: "nuts1" })).toThrow('got "nuts1"');
  });
});

describe("imputation from the nearest regions", () => {
  it("takes the mean of the k regions that are nearest on what both have", () => {
    // On a, R01 is 1 and 2 away from R02 and R03, and 10 from R04.
    const table = makeTable({ a: [0, 1, 2, 10], b: [null, 5, 8, 100] });
    expect(imputed(table, { method: "nearest", neighbours: 2 }).cells).toEqual([
      { region: "R01", value: 6.5, donors: ["R02", "R03"] },
    ]);
  });

  it("asks five neighbours unless said otherwise", () => {
    const table = makeTable({ a: [0, 1, 2, 3, 4, 5, 60], b: [null, 1, 2, 3, 4, 5, 60] });
    expect(imputed(table, "nearest").cells).toEqual([
      { region: "R01", value: 3, donors: ["R02", "R03", "R04", "R05", "R06"] },
    ]);
  });

  it("weighs every column by its own spread, whatever its unit", () => {
    // In raw units R02 is nearer (1 against 1000); by z-score, where c spreads a million, R03 is.
    const table = makeTable({ a: [0, 1, 0, 1], c: [0, 0, 1e3, 1e6], b: [null, 5, 7, 9] });
    expect(imputed(table, { method: "nearest", neighbours: 1 }).cells[0]!.donors).toEqual(["R03"]);
  });

  it("divides by the number of shared columns, so that a region with gaps is not nearer for it", () => {
    // R02 shares a alone: gap 2 in one column. R03 shares both: gaps 2 and 0, on average half as far.
    const table = makeTable({ a: [0, 2, 2, 4], c: [1, null, 1, 9], b: [null, 5, 7, 9] });
    expect(imputed(table, { method: "nearest", neighbours: 1 }).cells[0]!.donors).toEqual(["R03"]);
  });

  it("at equal distance takes the lower id, not the earlier row", () => {
    const table = makeTable(
      { a: [0, 1, -1, 5, -5], b: [null, 1, 2, 3, 4] },
      { regions: ["M", "Z", "B", "C", "D"] },
    );
    expect(imputed(table, { method: "nearest", neighbours: 1 }).cells[0]).toEqual({
      region: "M",
      value: 2,
      donors: ["B"],
    });
  });

  it("looks at the figures as they came, not at gaps filled before", () => {
    const table = makeTable({ a: [0, null, 2, 8], c: [null, 1, 2, 8], b: [null, 1, 2, 8] });
    // R01 and R02 share nothing: R02 is no donor of R01, although both could be filled.
    expect(imputed(table, { method: "nearest", neighbours: 3 }).cells).toEqual([
      { region: "R01", value: 5, donors: ["R03", "R04"] },
    ]);
  });

  it("leaves a gap where no region with the figure shares anything", () => {
    const table = makeTable({ a: [1, null, null], c: [null, 1, 2], b: [null, 1, 2] });
    expect(imputed(table, "nearest").columns.b).toEqual([null, 1, 2]);
  });
});
