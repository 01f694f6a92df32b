import { DataError, readRegionRows, readRegionsCsv } from "reference-regions";
import { describe, expect, it } from "vitest";
import { errorOf, messagesOf } from "../support/problems.js";
import { makeFramework } from "../support/tables.js";

const framework = makeFramework({ indicators: ["age", { id: "gdp", role: "performance" }] });
const read = (...lines: string[]) => readRegionsCsv(["code,age,gdp", ...lines].join("\n"), framework);

describe("a bad list of regions", () => {
  it("says where a double region id stood first", () => {
    const error = errorOf(() => read("A,1,2", "B,2,3", "A,3,4", "A,4,5"));
    expect(error).toBeInstanceOf(DataError);
    expect(error.code).toBe("duplicate-region");
    expect(error.issues.map(({ message }) => message)).toEqual([
      'line 4, column code (A): expected each region once, got "A" again (first in line 2). Remove one of the two.',
      'line 5, column code (A): expected each region once, got "A" again (first in line 2). Remove one of the two.',
    ]);
    expect(error.issues[0]).toMatchObject({ line: 4, column: "code", region: "A" });
  });

  it("finds ids equal that differ in blanks only, or in number and text", () => {
    expect(messagesOf(() => read("A,1,2", " A ,2,3"))).toEqual([
      'line 3, column code (A): expected each region once, got "A" again (first in line 2). Remove one of the two.',
    ]);
    const rows = [
      { code: 11, age: 1, gdp: 2 },
      { code: "11", age: 2, gdp: 3 },
    ];
    expect(messagesOf(() => readRegionRows(rows, framework))).toEqual([
      'row 2, column code (11): expected each region once, got "11" again (first in row 1). Remove one of the two.',
    ]);
  });

  it("names the line of each empty region id", () => {
    expect(messagesOf(() => read("A,1,2", ",2,3", "   ,3,4"))).toEqual([
      "line 3, column code: expected a region id, got an empty cell. Give each region an id.",
      "line 4, column code: expected a region id, got an empty cell. Give each region an id.",
    ]);
  });

  it("takes null and an absent key for an empty region id in rows", () => {
    const rows = [{ code: "A", age: 1, gdp: 2 }, { code: null, age: 2 }, { age: 3 }];
    expect(messagesOf(() => readRegionRows(rows, framework))).toEqual([
      "row 2, column code: expected a region id, got an empty cell. Give each region an id.",
      "row 3, column code: expected a region id, got an empty cell. Give each region an id.",
    ]);
  });

  it("refuses one region only", () => {
    const error = errorOf(() => read("A,1,2"));
    expect(error.message).toBe(
      "expected at least two regions, got one region (A). A region is compared with others.",
    );
    expect(error.code).toBe("too-few-regions");
  });

  it.each([["code,age,gdp"], ["code,age,gdp\n"], ["code,age,gdp\r\n\r\n"], ["code,age,gdp\n,,\n"]])(
    "refuses a header only: %j",
    (text) => {
      expect(messagesOf(() => readRegionsCsv(text, framework))).toEqual([
        "expected at least two regions, got a header and no region. A region is compared with others.",
      ]);
    },
  );

  it("refuses regions without any figure", () => {
    const error = errorOf(() => read("A,,", "B,2,3", "C,:,NA"));
    expect(error.code).toBe("empty-region");
    expect(error.issues.map(({ message }) => message)).toEqual([
      "line 2 (A): expected a value in at least one indicator, got none. Remove the region or give its figures.",
      "line 4 (C): expected a value in at least one indicator, got none. Remove the region or give its figures.",
    ]);
  });

  it("does not call a region empty whose only figure is refused", () => {
    expect(messagesOf(() => read("A,x,", "B,2,3"))).toEqual([
      'line 2, column age (A): expected a number, got "x". Mend the cell, or add the text to missing if it stands for a missing value.',
    ]);
  });

  it("reads a region that has performance figures only", () => {
    expect(read("A,,5", "B,2,3").columns).toEqual({ age: [null, 2], gdp: [5, 3] });
  });
});

describe("a bad place of a region", () => {
  const place = (lat: string, lon: string) =>
    readRegionsCsv(`code,lat,lon,age,gdp\nA,"${lat}","${lon}",1,2\nB,,,2,3\n`, framework);

  it.each([
    ["91", "0", "line 2, column lat (A): expected a latitude of -90 to 90 degrees, got 91. Mend the cell."],
    [
      "0",
      "-180.5",
      "line 2, column lon (A): expected a longitude of -180 to 180 degrees, got -180.5. Mend the cell.",
    ],
    [
      "43,1",
      "0",
      'line 2, column lat (A): expected a number, got "43,1". Set decimal to "," or mend the cell.',
    ],
  ])("refuses latitude %j with longitude %j", (lat, lon, message) => {
    expect(messagesOf(() => place(lat, lon))).toEqual([message]);
  });
});
