import { describe, expect, it } from "vitest";
import type { Issue } from "../../src/shared/errors.js";
import { readFigures } from "../../src/table/figures.js";
import { readHeader } from "../../src/table/header.js";
import { readChoices } from "../../src/table/read-options.js";
import type { Sheet } from "../../src/table/sheet.js";
import { makeFramework } from "../support/tables.js";

const choices = readChoices({}, "read");

function figures(values: unknown[], range?: { min?: number; max?: number }, header = ["code", "age"]) {
  const framework = makeFramework({ indicators: [{ id: "age", range }] });
  const sheet: Sheet = {
    header,
    rows: values.map((value, i) => [`R${i + 1}`, value]),
    placeOf: (row, column) => ({
      row: row + 1,
      ...(column === undefined ? {} : { column: header[column]! }),
    }),
  };
  const issues: Issue[] = [];
  const map = readHeader(sheet, framework, choices, []);
  return { column: readFigures(sheet, map, framework.indicators[0]!, choices, issues), issues };
}

describe("readFigures", () => {
  it("reads numbers in the order of the rows, null for missing", () => {
    expect(figures([3, "2.5", "", null, -1]).column).toEqual([3, 2.5, null, null, -1]);
  });

  it("takes the ends of the range and refuses what is beyond", () => {
    const { column, issues } = figures([0, 120, -0.001, 120.001], { min: 0, max: 120 });
    expect(column).toEqual([0, 120, null, null]);
    expect(issues.map(({ code, row, region }) => [code, row, region])).toEqual([
      ["out-of-range", 3, "R3"],
      ["out-of-range", 4, "R4"],
    ]);
  });

  it("places each problem by row, column, region and indicator", () => {
    expect(figures([1, "x"]).issues[0]).toMatchObject({
      code: "not-a-number",
      row: 2,
      column: "age",
      region: "R2",
      indicator: "age",
    });
  });

  it("has no region where there is no id column", () => {
    const { issues } = figures(["x"], undefined, ["geo", "age"]);
    expect(issues[0]).not.toHaveProperty("region");
  });

  it("is all missing where the column is", () => {
    expect(figures([1, 2], undefined, ["code", "gdp"]).column).toEqual([null, null]);
  });
});
