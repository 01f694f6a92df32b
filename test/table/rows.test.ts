import { readRegionRows, readRegionsCsv } from "reference-regions";
import { describe, expect, it } from "vitest";
import { errorOf } from "../support/problems.js";
import { makeFramework } from "../support/tables.js";

const framework = makeFramework({ indicators: ["age", "gdp"] });

describe("readRegionRows", () => {
  it("takes numbers and texts for numbers", () => {
    const rows = [
      { code: "A", age: 41.5, gdp: "2.5" },
      { code: "B", age: " -3 ", gdp: 0 },
    ];
    expect(readRegionRows(rows, framework).columns).toEqual({ age: [41.5, -3], gdp: [2.5, 0] });
  });

  it("takes null, undefined, an absent key and a missing token for a missing value", () => {
    const rows = [
      { code: "A", age: null, gdp: 1 },
      { code: "B", age: undefined, gdp: 1 },
      { code: "C", gdp: 1 },
      { code: "D", age: ":", gdp: 1 },
      { code: "E", age: "", gdp: 1 },
    ];
    expect(readRegionRows(rows, framework).columns.age).toEqual([null, null, null, null, null]);
  });

  it("reads texts with the caller's decimal mark and missing tokens", () => {
    const rows = [
      { code: "A", age: "41,5", gdp: 2.5 },
      { code: "B", age: "..", gdp: 3 },
    ];
    const table = readRegionRows(rows, framework, { decimal: ",", missing: [".."] });
    expect(table.columns).toEqual({ age: [41.5, null], gdp: [2.5, 3] });
  });

  it("finds a column that one row alone has", () => {
    const rows = [
      { code: "A", age: 1 },
      { code: "B", gdp: 2 },
      { code: "C", note: "late", age: 3 },
    ];
    const { columns, regions } = readRegionRows(rows, framework);
    expect(columns).toEqual({ age: [1, null, 3], gdp: [null, 2, null] });
    expect(regions.map(({ attributes }) => attributes)).toEqual([
      { note: null },
      { note: null },
      { note: "late" },
    ]);
  });

  it("passes over rows without any value, and counts them", () => {
    const rows = [
      { code: "A", age: 1, gdp: 1 },
      { code: null, age: "" },
      {},
      { code: "B", age: "x", gdp: 1 },
    ];
    const error = errorOf(() => readRegionRows(rows, framework));
    expect(error.issues.map(({ row, region }) => [row, region])).toEqual([[4, "B"]]);
  });

  it("does not look at what a row inherits", () => {
    const rows = [Object.create({ code: "A", age: 1, gdp: 1 }), { code: "B", age: 2, gdp: 2 }];
    expect(errorOf(() => readRegionRows(rows, framework)).code).toBe("too-few-regions");
  });

  it("reads what readRegionsCsv reads, once the text is parsed", () => {
    const rows = [
      { code: "A", name: "Aa", country: "X", lat: "1.5", lon: "-2", age: "41", gdp: "", type: "rural" },
      { code: "B", name: "", country: "", lat: "", lon: "", age: "39", gdp: "4e2", type: "" },
    ];
    const text = [Object.keys(rows[0]!), ...rows.map((row) => Object.values(row))]
      .map((cells) => cells.join(","))
      .join("\n");
    expect(readRegionRows(rows, framework)).toEqual(readRegionsCsv(text, framework));
  });

  it("leaves the rows as they were", () => {
    const rows = [
      { code: " A ", age: "1", gdp: 1 },
      { code: "B", age: "2", gdp: 1 },
    ];
    const before = structuredClone(rows);
    readRegionRows(rows.map(Object.freeze) as typeof rows, framework);
    expect(rows).toEqual(before);
  });
});
