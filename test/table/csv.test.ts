import { readRegionsCsv } from "reference-regions";
import { describe, expect, it } from "vitest";
import { errorOf } from "../support/problems.js";
import { makeFramework } from "../support/tables.js";

const framework = makeFramework({ indicators: ["age", "gdp"] });
const plain = "code,name,age,gdp\nA,Aa,1,2\nB,Bb,,4.5\n";
const expected = readRegionsCsv(plain, framework);

describe("readRegionsCsv reads the same table", () => {
  it("that the text shows", () => {
    expect(expected).toEqual({
      schemaVersion: 1,
      framework,
      regions: [
        { id: "A", name: "Aa", country: null, latitude: null, longitude: null, attributes: {} },
        { id: "B", name: "Bb", country: null, latitude: null, longitude: null, attributes: {} },
      ],
      columns: { age: [1, null], gdp: [2, 4.5] },
      notes: [],
    });
  });

  it.each([
    ["a byte order mark", `\ufeff${plain}`],
    ["CRLF line ends", plain.replaceAll("\n", "\r\n")],
    ["CR line ends", plain.replaceAll("\n", "\r")],
    ["mixed line ends", "code,name,age,gdp\r\nA,Aa,1,2\rB,Bb,,4.5\n"],
    ["no line end after the last row", plain.trimEnd()],
    ["empty lines", plain.replaceAll("\n", "\n\n")],
    ["rows of empty cells below", `${plain},,,\n , , , \n`],
    ["a line of blanks below", `${plain}   \n`],
    ["every cell quoted", plain.replace(/[^,\n]+/g, '"$&"')],
    ["blanks around headers and ids", "code , name,age, gdp\n A ,Aa,1,2\nB , Bb ,,4.5\n"],
    ["an empty column", "code,name,,age,gdp\nA,Aa,,1,2\nB,Bb,,,4.5\n"],
    ["other missing tokens of the defaults", plain.replace("Bb,,", "Bb,NA,")],
  ])("with %s", (_, text) => {
    expect(readRegionsCsv(text, framework)).toEqual(expected);
  });

  it.each([";", "\t", "|"])("with the delimiter %j", (delimiter) => {
    expect(readRegionsCsv(plain.replaceAll(",", delimiter), framework, { delimiter })).toEqual(expected);
  });

  it("with a decimal comma, between semicolons or in quotes", () => {
    const semicolons = plain.replaceAll(",", ";").replace("4.5", "4,5");
    expect(readRegionsCsv(semicolons, framework, { delimiter: ";", decimal: "," })).toEqual(expected);
    const quoted = plain.replace("4.5", '"4,5"');
    expect(readRegionsCsv(quoted, framework, { decimal: "," })).toEqual(expected);
  });

  it("with the caller's own missing tokens", () => {
    const text = plain.replace("Bb,,", "Bb,..,");
    expect(readRegionsCsv(text, framework, { missing: ["", " .. "] })).toEqual(expected);
  });

  it("with columns in another order, and leaves the text and the framework as they were", () => {
    const text = "gdp,age,name,code\n2,1,Aa,A\n4.5,,Bb,B\n";
    const frozen = structuredClone(framework);
    const table = readRegionsCsv(text, framework);
    expect(table).toEqual(expected);
    expect(Object.keys(table.columns)).toEqual(["age", "gdp"]);
    expect(framework).toEqual(frozen);
  });
});

describe("a quoted cell", () => {
  it("keeps delimiters, quotes and line breaks", () => {
    const text = 'code,name,age,gdp\nA,"Aa, the ""old""\r\none",1,2\nB,Bb,3,4\n';
    expect(readRegionsCsv(text, framework).regions[0]!.name).toBe('Aa, the "old"\r\none');
  });

  it.each(["\n", "\r\n", "\r"])("with the line break %j leaves the line numbers after it right", (end) => {
    const lines = ["code,name,age,gdp", `A,"one${end}two${end}three",1,2`, "", "B,Bb,x,4", `C,"c${end}",1,y`];
    const { issues } = errorOf(() => readRegionsCsv(lines.join(end), framework));
    expect(issues.map(({ region, line }) => [region, line])).toEqual([
      ["B", 6],
      ["C", 7],
    ]);
  });

  it("may be a header", () => {
    const text = 'code,"name\n(local)",age,gdp\nA,Aa,1,2\nB,Bb,x,4\n';
    expect(errorOf(() => readRegionsCsv(text, framework)).issues[0]!.line).toBe(4);
  });
});

describe("line numbers", () => {
  it("count empty lines and rows of empty cells", () => {
    const text = "\n\ncode,name,age,gdp\n\nA,Aa,1,2\n,,,\n\nB,Bb,x,4\n";
    expect(errorOf(() => readRegionsCsv(text, framework)).issues[0]!.line).toBe(8);
  });

  it("count every kind of line end once", () => {
    const text = "code,name,age,gdp\r\nA,Aa,1,2\rB,Bb,3,4\nC,Cc,x,4";
    expect(errorOf(() => readRegionsCsv(text, framework)).issues[0]!.line).toBe(4);
  });
});
