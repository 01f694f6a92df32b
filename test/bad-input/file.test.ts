import { DataError, readRegionRows, readRegionsCsv } from "reference-regions";
import { describe, expect, it } from "vitest";
import { errorOf, messagesOf } from "../support/problems.js";
import { makeFramework } from "../support/tables.js";

const framework = makeFramework({ indicators: ["age", "gdp"] });

describe("a file that is no table", () => {
  it.each([[""], ["\n\n\r\n"], ["\ufeff"], ["   \n"], [",,\n,,\n"]])("is called empty: %j", (text) => {
    const error = errorOf(() => readRegionsCsv(text, framework));
    expect(error.message).toBe("expected a header and one line a region, got an empty file.");
    expect(error.code).toBe("empty-file");
  });

  it.each([
    [";", ",", "code;age;gdp\nA;1;2\n"],
    ["\t", ",", "code\tage\tgdp\nA\t1\t2\n"],
    [",", ";", "code,age,gdp\nA,1,2\n"],
  ])("names the delimiter %j that it seems to have", (delimiter, set, text) => {
    const shown = JSON.stringify(text.split("\n")[0]);
    expect(messagesOf(() => readRegionsCsv(text, framework, { delimiter: set }))).toEqual([
      `line 1: expected columns separated by ${JSON.stringify(set)}, got ${shown}. Set delimiter to ${JSON.stringify(delimiter)}.`,
    ]);
    expect(errorOf(() => readRegionsCsv(text, framework, { delimiter })).code).toBe("too-few-regions");
  });

  it.each([
    ["bytes", new Uint8Array([1]), "Uint8Array"],
    ["nothing", undefined, "Undefined"],
    ["rows", [{ code: "A" }], "Array"],
  ])("is refused when it is %s, not text", (_, value, kind) => {
    expect(messagesOf(() => readRegionsCsv(value as unknown as string, framework))).toEqual([
      `expected the text of a CSV file, got ${kind}. Decode bytes first, e.g. new TextDecoder("utf-8").decode(bytes).`,
    ]);
  });

  it.each([
    [null, "expected a list of rows, got null. Give one object a row."],
    [{ code: "A" }, 'expected a list of rows, got {"code":"A"}. Give one object a row.'],
    [[], "expected rows of regions, got none. Give one object a region."],
  ])("is refused when rows are %j", (rows, message) => {
    expect(messagesOf(() => readRegionRows(rows as never, framework))).toEqual([message]);
  });

  it("lists every row that is no object", () => {
    const rows = [{ code: "A", age: 1, gdp: 2 }, null, 7, ["B"], "C"] as never;
    expect(messagesOf(() => readRegionRows(rows, framework))).toEqual([
      "row 2: expected an object of values by column, got null. Mend or remove the row.",
      "row 3: expected an object of values by column, got 7. Mend or remove the row.",
      'row 4: expected an object of values by column, got ["B"]. Mend or remove the row.',
      'row 5: expected an object of values by column, got "C". Mend or remove the row.',
    ]);
  });
});

describe("a ragged row", () => {
  it("is named by line and region, with the cells expected and got", () => {
    const error = errorOf(() =>
      readRegionsCsv("name,code,age,gdp\nAa,A,1\nBb,B,1,85,2\nCc,C,1,2\nDd,D,1,2\n", framework),
    );
    expect(error.code).toBe("ragged-row");
    expect(error.issues.map(({ message }) => message)).toEqual([
      "line 2 (A): expected 4 cells, got 3. Look for a delimiter or a quote that is missing or too many, or a decimal comma without quotes.",
      "line 3 (B): expected 4 cells, got 5. Look for a delimiter or a quote that is missing or too many, or a decimal comma without quotes.",
    ]);
    expect(error.issues[1]).toMatchObject({ line: 3, region: "B" });
  });

  it("does not blame decimal commas where another delimiter is set", () => {
    const text = "code;age;gdp\nA;1,5\nB;1;2\nC;2;3\n";
    expect(messagesOf(() => readRegionsCsv(text, framework, { delimiter: ";" }))).toEqual([
      "line 2 (A): expected 3 cells, got 2. Look for a delimiter or a quote that is missing or too many.",
    ]);
  });

  it("has no region where the row ends before the id", () => {
    const error = errorOf(() => readRegionsCsv("age,gdp,code\n1\n1,2,B\n2,3,C\n", framework));
    expect(error.message).toBe(
      "line 2: expected 3 cells, got 1. Look for a delimiter or a quote that is missing or too many, or a decimal comma without quotes.",
    );
    expect(error.issues[0]).not.toHaveProperty("region");
  });
});

describe("a quote in the wrong place", () => {
  const filler = "M,x,1,2\n".repeat(50);

  it.each([
    [
      "left open to the end is placed where it opens",
      `code,name,age,gdp\nA,a,1,2\nB,"b,1,2\n${filler}`,
      "line 3: expected a closing quote in the row that begins here, got the end of the file. Close the quote.",
    ],
    [
      "left open to the next quoted cell is placed where it opens",
      `code,name,age,gdp\nA,"a,1,2\n${filler}B,"b",1,2\n`,
      "line 2: expected a delimiter after a closing quote in the row that begins here, got more text. Double the quotes inside a quoted cell, or close the quote that is left open.",
    ],
    [
      "inside a cell asks for quotes around it",
      'code,name,age,gdp\n\nA,a 5" pipe,1,2\n',
      "line 3: expected a quote only at the start of a cell, got one inside. Quote the whole cell and double the quote.",
    ],
    [
      "after a quoted line break is placed on the line of the file",
      'code,name,age,gdp\r\nA,"one\r\ntwo",1,2\r\n\r\nB,b",1,2\r\n',
      "line 5: expected a quote only at the start of a cell, got one inside. Quote the whole cell and double the quote.",
    ],
  ])("%s", (_, text, message) => {
    const error = errorOf(() => readRegionsCsv(text, framework));
    expect(error.message).toBe(message);
    expect(error.code).toBe("unreadable-csv");
    expect(error).toBeInstanceOf(DataError);
    expect(error.cause).toBeInstanceOf(Error);
  });
});
