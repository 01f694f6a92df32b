import { readRegionRows, readRegionsCsv } from "reference-regions";
import { describe, expect, it } from "vitest";
import { errorOf, messagesOf } from "../support/problems.js";
import { makeFramework } from "../support/tables.js";

const framework = makeFramework({ indicators: ["age", "gdp"] });
const read = (text: string, options = {}) => readRegionsCsv(text, framework, { forgive: true, ...options });
const file = (...rows: string[]) => ["code;age;gdp", ...rows].join("\n");

describe("a number that can be read in two ways is asked for", () => {
  const text = file("A;40;1.234", "B;41;2.345");

  it("with its cells, both readings, and the option that answers", () => {
    const error = errorOf(() => read(text));
    expect(error.message).toBe(
      'line 2, column gdp (A): expected a number that can be read in one way, got "1.234" (1 more like it: line 3, column gdp (B)): nothing in the file tells whether the mark separates thousands. Set decimal to "." for 1.234, to "," for 1234.',
    );
    expect(error.code).toBe("ambiguous-number");
  });

  it("and the option answers", () => {
    expect(read(text, { decimal: "." }).columns.gdp).toEqual([1.234, 2.345]);
    expect(read(text, { decimal: "," }).columns.gdp).toEqual([1234, 2345]);
  });

  it.each([
    ["12,5", 1234],
    ["1.234.567", 1234],
    ["0,5", 1234],
    ["1 234,5", 1234],
    ["12.5", 1.234],
    ["0.123", 1.234],
    ["1234.567", 1.234],
    ["1,234.5", 1.234],
    ["1,234,567", 1.234],
  ])("but not where another cell of the file tells: %s", (cell, value) => {
    expect(read(file("A;40;1.234", `B;${cell};50`)).columns.gdp).toEqual([value, 50]);
  });

  it("and coordinates tell nothing of figures, but are read by themselves", () => {
    const text = "code;lat;lon;age;gdp\nA;48,2;16.373;40;1.234\nB;48.1;9,5;41;2\n";
    expect(errorOf(() => read(text)).code).toBe("ambiguous-number");
    const { regions } = read(text, { decimal: "," });
    expect(regions.map(({ latitude, longitude }) => [latitude, longitude])).toEqual([
      [48.2, 16.373],
      [48.1, 9.5],
    ]);
  });
});

describe("a file that contradicts itself", () => {
  it("is shown one cell of each reading", () => {
    expect(messagesOf(() => read(file("A;40,5;1", "B;41.5;2")))).toEqual([
      'line 2, column age (A): expected one decimal mark in the file, got "40,5", which needs ",", and "41.5" (line 3, column age (B)), which needs ".". Mend one, or set decimal to the mark of the file: what does not fit it is then listed.',
    ]);
  });

  it("is told what does not fit the mark that is set", () => {
    expect(messagesOf(() => read(file("A;40,5;1", "B;41.5;2"), { decimal: "," }))).toEqual([
      'line 3, column age (B): expected a number, got "41.5". Set decimal to "." or mend the cell.',
    ]);
  });

  it("has percent signs behind all numbers of a column, or behind none; noughts do not count", () => {
    expect(messagesOf(() => read(file("A;12 %;1", "B;0.13;2", "C;0;3")))).toEqual([
      'line 3, column age (B): expected a percent sign as in line 2 ("12 %"), got "0.13". Write it behind all numbers of the column or behind none.',
    ]);
    expect(read(file("A;12 %;1", "B;0;2", "C;:;3")).columns.age).toEqual([12, 0, null]);
  });
});

describe("a header", () => {
  it("that stands in the file twice is asked for", () => {
    expect(messagesOf(() => read("code;age;gdp\nA;1;2\ncode;age;gdp\nB;2;3\n"))).toEqual([
      'line 1: expected one header, got one in line 1 (delimiter ";") and one in line 3 (delimiter ";"). Set delimiter, or remove one.',
    ]);
  });

  it("that two delimiters find is asked for", () => {
    expect(messagesOf(() => read("code;age;gdp\ncode,age,gdp\nA,1,2\nB,2,3\n"))).toEqual([
      'line 2: expected one header, got one in line 2 (delimiter ",") and one in line 1 (delimiter ";"). Set delimiter, or remove one.',
    ]);
  });

  it("of two rows in which two columns have the name of one is asked for", () => {
    expect(messagesOf(() => read("code;Men;Women;gdp\n;age;age;\nA;1;2;3\nB;2;3;4\n"))).toEqual([
      'line 2, column age: expected each header once, got "age" in columns 2 and 3. Rename or remove one.',
    ]);
  });

  it("that lacks a column is read with the delimiter that finds most, and the rest is asked for", () => {
    expect(messagesOf(() => read("Table 1;;\ncode;age;gpd\nA;1;2\nB;2;3\n"))).toEqual([
      'line 2, column gpd: expected an indicator of the framework, got "gpd". Did you mean "gdp"?',
    ]);
  });

  it("that names nothing known is refused as before", () => {
    expect(messagesOf(() => read("x;y\nA;1\n"))).toEqual([
      'line 1: expected columns separated by ",", got "x;y". Set delimiter to ";".',
    ]);
    expect(messagesOf(() => read(" \n"))).toEqual([
      "expected a header and one line a region, got an empty file.",
    ]);
    expect(messagesOf(() => readRegionsCsv("code\n", {} as never, { forgive: true }))).toEqual([
      "framework: expected a framework, got {}. Make it with parseFramework(JSON.parse(text)).",
    ]);
  });
});

describe("a row that may be a region is not left out", () => {
  it.each([
    [
      "an id at the end, where the file was cut off",
      file("AT11;1;2", "AT12;2;3", "ES21"),
      "line 4 (ES21): expected 3 cells, got 1. Look for a delimiter or a quote that is missing or too many.",
    ],
    [
      "an id without figures",
      file("AT11;1;2", "ES21;;", "AT12;2;3"),
      "line 3 (ES21): expected a value in at least one indicator, got none. Remove the region or give its figures.",
    ],
    [
      "figures cut off",
      file("AT11;1;2", "AT12;2;3", "ES21;4"),
      "line 4 (ES21): expected 3 cells, got 2. Look for a delimiter or a quote that is missing or too many.",
    ],
    [
      "figures without an id",
      file("AT11;1;2", "AT12;2;3", ";4;5"),
      "line 4, column code: expected a region id, got an empty cell. Give each region an id.",
    ],
    [
      "a footnote mark with figures",
      file("AT11;1;2", "AT12;2;3", "*ES21;4"),
      "line 4 (*ES21): expected 3 cells, got 2. Look for a delimiter or a quote that is missing or too many.",
    ],
  ])("%s", (_, text, message) => {
    expect(messagesOf(() => read(text))).toEqual([message]);
  });
});

describe("cells that are no numbers", () => {
  it("are refused in the same words as without forgiveness", () => {
    expect(messagesOf(() => read(file("A;5-7;1", "B;<5;2", "C;5 bn;3")))).toEqual(
      ["5-7", "<5", "5 bn"].map(
        (cell, i) =>
          `line ${i + 2}, column age (${"ABC"[i]}): expected a number, got "${cell}". Mend the cell, or add the text to missing if it stands for a missing value.`,
      ),
    );
  });

  it("are missing where the caller says so, with flags as without", () => {
    const text = file("A;-999;1", "B;-999 p;2", "C;\u2212999;3", "D;4;5");
    expect(read(text, { missing: ["-999"] }).columns.age).toEqual([null, null, null, 4]);
  });
});

describe("rows of a spreadsheet", () => {
  const rows = [
    { code: "A", age: "40,5 p", gdp: 1.234 },
    { code: "B", age: "..", gdp: "1 234" },
  ];

  it("are forgiven their texts, with the row in the ledger", () => {
    const { columns, ledger } = readRegionRows(rows, framework, { forgive: true });
    expect(columns).toEqual({ age: [40.5, null], gdp: [1.234, 1234] });
    expect(ledger!.map(({ code, cells }) => [code, cells.map(({ row }) => row)])).toEqual([
      ["number-format-read", [1, 2]],
      ["signs-left-out", [1]],
      ["missing-signs-read", [2]],
    ]);
  });

  it("are refused without", () => {
    expect(errorOf(() => readRegionRows(rows, framework)).issues).toHaveLength(3);
  });
});
