import { readRegionRows } from "reference-regions";
import { describe, expect, it } from "vitest";
import { makeFramework } from "../support/tables.js";

const framework = makeFramework({ indicators: ["b", "a", { id: "c", role: "performance" }] });

describe("a table", () => {
  it("has its columns in the order of the framework, whatever the order of the input", () => {
    const { columns } = readRegionRows(
      [
        { code: "X", c: 3, a: 1, b: 2 },
        { code: "Y", c: 6, a: 4, b: 5 },
      ],
      framework,
    );
    expect(Object.entries(columns)).toEqual([
      ["b", [2, 5]],
      ["a", [1, 4]],
      ["c", [3, 6]],
    ]);
  });

  it("has its regions in the order of the input", () => {
    const rows = ["Z", "A", "M"].map((code) => ({ code, a: 1, b: 1, c: 1 }));
    expect(readRegionRows(rows, framework).regions.map(({ id }) => id)).toEqual(["Z", "A", "M"]);
  });

  it("holds the framework that it was read with", () => {
    const rows = ["A", "B"].map((code) => ({ code, a: 1, b: 1, c: 1 }));
    expect(readRegionRows(rows, framework).framework).toBe(framework);
  });

  it("survives JSON and structuredClone unchanged", () => {
    const rows = [
      { code: "A", name: "Aa", lat: 1, a: 1, b: null, c: 2, type: "x" },
      { code: "B", a: null, b: 1, c: 2 },
    ];
    const table = readRegionRows(rows, framework);
    expect(JSON.parse(JSON.stringify(table))).toEqual(table);
    expect(structuredClone(table)).toEqual(table);
  });

  it("notes empty indicators first, then numbers among attributes, then compositions", () => {
    const shares = makeFramework({
      indicators: ["empty", { id: "a", composition: "s" }, { id: "b", composition: "s" }],
    });
    const rows = [
      { code: "A", empty: null, a: 1, b: 2, rank: "1" },
      { code: "B", empty: null, a: 3, b: 4, rank: "2" },
    ];
    expect(readRegionRows(rows, shares).notes.map(({ code }) => code)).toEqual([
      "empty-indicator",
      "numbers-kept-as-attributes",
      "composition-does-not-add-up",
    ]);
  });
});
