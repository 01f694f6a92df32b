import { readRegionRows, readRegionsCsv } from "reference-regions";
import { describe, expect, it } from "vitest";
import { errorOf } from "../support/problems.js";
import { makeFramework } from "../support/tables.js";

const framework = makeFramework({
  indicators: [
    "rd_gerd",
    { id: "age", range: { min: 0, max: 120 } },
    { id: "jobs", range: { min: 0 } },
    { id: "growth", range: { max: 50 } },
  ],
});

/** The one problem of a file whose cell on line 3 holds the text. */
function problemOf(text: string, decimal: "." | "," = ".", column = "rd_gerd"): string {
  const cells = (own: string) =>
    ["rd_gerd", "age", "jobs", "growth"].map((id) => (id === column ? own : "1"));
  const lines = [
    "code;rd_gerd;age;jobs;growth",
    `AT11;${cells("2").join(";")}`,
    `ES21;${cells(`"${text}"`).join(";")}`,
  ];
  const error = errorOf(() => readRegionsCsv(lines.join("\n"), framework, { delimiter: ";", decimal }));
  expect(error.issues).toHaveLength(1);
  expect(error.issues[0]).toMatchObject({ line: 3, column, region: "ES21", indicator: column });
  return error.message;
}

const MEND = "Mend the cell, or add the text to missing if it stands for a missing value.";

describe("a cell that is no number", () => {
  it.each([
    ["abc"],
    ["n.a."],
    ["-"],
    [".."],
    ["NaN"],
    ["12 %"],
    ["€5"],
    ["0x1F"],
    ["1_000"],
    ["1.2.3"],
    ["５"],
  ])("refuses the text %j", (text) => {
    expect(problemOf(text)).toBe(`line 3, column rd_gerd (ES21): expected a number, got "${text}". ${MEND}`);
  });

  it("shows the first 77 characters of a long text", () => {
    expect(problemOf("x".repeat(500))).toBe(
      `line 3, column rd_gerd (ES21): expected a number, got "${"x".repeat(77)}...". ${MEND}`,
    );
  });

  it("says that a typographic minus is none", () => {
    expect(problemOf("\u22125")).toBe(
      'line 3, column rd_gerd (ES21): expected a number, got "\u22125". Write the minus sign as "-".',
    );
  });
});

describe("the other decimal mark", () => {
  it("names the option that mends a decimal comma", () => {
    expect(problemOf("1,85")).toBe(
      'line 3, column rd_gerd (ES21): expected a number, got "1,85". Set decimal to "," or mend the cell.',
    );
  });

  it("names the option that mends a decimal point", () => {
    expect(problemOf("1.85", ",")).toBe(
      'line 3, column rd_gerd (ES21): expected a number, got "1.85". Set decimal to "." or mend the cell.',
    );
  });

  it("says both readings where the mark may separate thousands", () => {
    expect(problemOf("1,234")).toBe(
      'line 3, column rd_gerd (ES21): expected a number, got "1,234". Set decimal to "," if that is the decimal mark; if it separates thousands, remove it.',
    );
    expect(problemOf("1.234", ",")).toBe(
      'line 3, column rd_gerd (ES21): expected a number, got "1.234". Set decimal to "." if that is the decimal mark; if it separates thousands, remove it.',
    );
  });
});

describe("thousands separators", () => {
  it.each([
    ["space", "1 234"],
    ["no-break space", "1\u00a0234"],
    ["narrow no-break space", "1\u202f234.5"],
    ["thin space", "1\u2009234"],
    ["comma", "1,234,567"],
    ["comma before a decimal point", "1,234.5"],
    ["point", "1.234.567"],
    ["apostrophe", "1'234"],
    ["typographic apostrophe", "1\u2019234.5"],
  ])("are refused: %s", (_, text) => {
    expect(problemOf(text)).toBe(
      `line 3, column rd_gerd (ES21): expected a number, got "${text}". Thousands separators are not read: remove them.`,
    );
  });

  it.each([
    ["1.234,5", "." as const, ","],
    ["12 345,6", "." as const, ","],
    ["1,234.5", "," as const, "."],
  ])("beside the other decimal mark ask for both mends: %j", (text, decimal, other) => {
    expect(problemOf(text, decimal)).toBe(
      `line 3, column rd_gerd (ES21): expected a number, got "${text}". Thousands separators are not read: remove them, and set decimal to "${other}".`,
    );
  });
});

describe("infinite and out-of-range numbers", () => {
  it.each([["Infinity"], ["-inf"], ["∞"], ["1e400"], ["-1e999"]])("refuses the infinite text %j", (text) => {
    expect(problemOf(text)).toBe(
      `line 3, column rd_gerd (ES21): expected a finite number, got "${text}". Mend the cell.`,
    );
  });

  it.each(["1e151", "-9e307"])("refuses %s, whose square is no number", (text) => {
    expect(problemOf(text)).toBe(
      `line 3, column rd_gerd (ES21): expected a number of at most 1e+150 in size, got "${text}". Mend the cell.`,
    );
  });

  it.each([
    ["age", "-1", "a number from 0 to 120, got -1"],
    ["age", "120.5", "a number from 0 to 120, got 120.5"],
    ["jobs", "-3", "a number of at least 0, got -3"],
    ["growth", "1e3", "a number of at most 50, got 1000"],
  ])("refuses a number outside the range of %s: %s", (column, text, sentence) => {
    expect(problemOf(text, ".", column)).toBe(
      `line 3, column ${column} (ES21): expected ${sentence}. Mend the cell, or the range in the framework.`,
    );
  });

  it("reads the ends of a range", () => {
    const rows = [
      { code: "A", rd_gerd: 1, age: 0, jobs: 0, growth: 50 },
      { code: "B", rd_gerd: 2, age: 120, jobs: 1, growth: -1e9 },
    ];
    expect(readRegionRows(rows, framework).columns.age).toEqual([0, 120]);
  });
});

describe("a value in a row that is neither number nor text", () => {
  const circular: { self?: unknown } = {};
  circular.self = circular;

  it.each([
    [true, "true", "Mend the cell."],
    [{ value: 1 }, '{"value":1}', "Mend the cell."],
    [[1], "[1]", "Mend the cell."],
    [10n, "10n", "Mend the cell."],
    [Symbol("x"), "Symbol(x)", "Mend the cell."],
    [() => 1, "a function", "Mend the cell."],
    [new Date(0), '"1970-01-01T00:00:00.000Z"', "Mend the cell."],
    [circular, "[object Object]", "Mend the cell."],
    [Number.NaN, "NaN", "Write null for a missing value."],
  ])("is refused: %s", (value, shown, todo) => {
    const rows = [
      { code: "A", rd_gerd: 1, age: 1, jobs: 1, growth: 1 },
      { code: "B", rd_gerd: value, age: 1, jobs: 1, growth: 1 },
    ];
    expect(errorOf(() => readRegionRows(rows, framework)).message).toBe(
      `row 2, column rd_gerd (B): expected a number or null, got ${shown}. ${todo}`,
    );
  });

  it("is refused when it is an infinite number", () => {
    const rows = [
      { code: "A", rd_gerd: Number.NEGATIVE_INFINITY, age: 1, jobs: 1, growth: 1 },
      { code: "B", rd_gerd: 1, age: 1, jobs: 1, growth: 1 },
    ];
    expect(errorOf(() => readRegionRows(rows, framework)).message).toBe(
      "row 1, column rd_gerd (A): expected a finite number, got -Infinity. Mend the cell.",
    );
  });
});
