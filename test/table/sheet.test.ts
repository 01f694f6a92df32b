import { describe, expect, it } from "vitest";
import { cellText, placeIn, rowText, type Sheet, withoutBlankRows } from "../../src/table/sheet.js";

describe("cellText", () => {
  it.each([
    [" a b ", "a b"],
    [12, "12"],
    [0, "0"],
    [false, "false"],
    [null, ""],
    [undefined, ""],
    ["\u00a0", ""],
  ])("of %j is %j", (value, text) => {
    expect(cellText(value)).toBe(text);
  });
});

describe("withoutBlankRows", () => {
  const sheet: Sheet = {
    header: ["a", "b"],
    rows: [
      ["1", ""],
      ["", " "],
      [null, undefined],
      [0, null],
    ],
    placeOf: (row, column) => ({ line: row + 2, ...(column === undefined ? {} : { column: `c${column}` }) }),
  };
  const filled = withoutBlankRows(sheet);

  it("keeps rows with any value, zero too", () => {
    expect(filled.rows).toEqual([
      ["1", ""],
      [0, null],
    ]);
  });

  it("leaves each row its place, and the header its own", () => {
    expect(filled.placeOf(1)).toEqual({ line: 5 });
    expect(filled.placeOf(1, 1)).toEqual({ line: 5, column: "c1" });
    expect(filled.placeOf(-1)).toEqual({ line: 1 });
  });
});

describe("a place", () => {
  it("gets the region that has an id, and no other", () => {
    expect(placeIn({ line: 3 }, "A")).toEqual({ line: 3, region: "A" });
    expect(placeIn({ line: 3 }, "")).toEqual({ line: 3 });
  });

  it("is named by its line in a text, by its number in an array", () => {
    expect(rowText({ line: 3 })).toBe("line 3");
    expect(rowText({ row: 3 })).toBe("row 3");
  });
});
