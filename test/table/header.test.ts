import { describe, expect, it } from "vitest";
import type { Issue } from "../../src/shared/errors.js";
import { checkHeaders, missingColumn, readHeader } from "../../src/table/header.js";
import { readChoices } from "../../src/table/read-options.js";
import type { Sheet } from "../../src/table/sheet.js";
import { makeFramework } from "../support/tables.js";

const sheetOf = (header: string[], ...rows: unknown[][]): Sheet => ({
  header,
  rows,
  placeOf: (row) => ({ line: row + 2 }),
});
const framework = makeFramework({ indicators: ["age", "gdp"] });

function read(header: string[], options = {}) {
  const issues: Issue[] = [];
  const map = readHeader(sheetOf(header), framework, readChoices(options, "read"), issues);
  return { map, codes: issues.map(({ code }) => code) };
}

describe("readHeader", () => {
  it("says which position holds what", () => {
    const { map, codes } = read(["gdp", "name", "lon", "code", "note", "age", "lat"]);
    expect(codes).toEqual([]);
    expect(map).toEqual({
      id: 3,
      name: 1,
      country: -1,
      latitude: 6,
      longitude: 2,
      indicators: new Map([
        ["age", 5],
        ["gdp", 0],
      ]),
      attributes: [{ name: "note", column: 4 }],
    });
  });

  it("finds a name in each language", () => {
    const { map } = read(["code", "en", "ru", "age", "gdp"], { columns: { name: { en: "en", ru: "ru" } } });
    expect(map.name).toEqual([
      { language: "en", column: 1 },
      { language: "ru", column: 2 },
    ]);
    expect(map.attributes).toEqual([]);
  });

  it("asks for the id and for mapped columns only", () => {
    expect(read(["age", "gdp"]).codes).toEqual(["missing-column"]);
    expect(read(["code", "age", "gdp"], { columns: { country: "cntr" } }).codes).toEqual(["missing-column"]);
  });

  it("gives one spare header to one indicator, so that a misspelling is not used twice", () => {
    const issues: Issue[] = [];
    const twins = makeFramework({ indicators: ["gdp_2021", "gdp_2022"] });
    readHeader(sheetOf(["code", "gdp_2020"]), twins, readChoices({}, "read"), issues);
    expect(issues.map(({ code, indicator, column }) => [code, indicator ?? column])).toEqual([
      ["unknown-indicator", "gdp_2020"],
      ["missing-indicator", "gdp_2022"],
    ]);
  });
});

describe("checkHeaders", () => {
  it("is content with an empty header over an empty column", () => {
    expect(checkHeaders(sheetOf(["code", "", " "], ["A", "", null], ["B", " ", undefined]))).toEqual([]);
  });

  it("reports each double header against the first", () => {
    expect(checkHeaders(sheetOf(["a", "b", "a", "a"])).map(({ message }) => message)).toEqual([
      'line 1, column a: expected each header once, got "a" in columns 1 and 3. Rename or remove one.',
      'line 1, column a: expected each header once, got "a" in columns 1 and 4. Rename or remove one.',
    ]);
  });
});

describe("missingColumn", () => {
  it("says that headers are empty rather than listing commas", () => {
    expect(missingColumn(sheetOf(["", " "]), "code", "wide").message).toBe(
      'line 1: expected a column "code", got empty headers. Add it, or say in the option columns which column it is.',
    );
  });
});
