import {
  DataError,
  FrameworkError,
  OptionsError,
  parseFramework,
  prepare,
  ReferenceRegionsError,
  readRegionRows,
  readRegionsCsv,
} from "reference-regions";
import { describe, expect, it } from "vitest";
import { errorOf, messagesOf } from "../support/problems.js";
import { makeFramework, makeTable } from "../support/tables.js";

const framework = makeFramework({ indicators: ["age", { id: "gdp_hab", range: { min: 0 } }, "jobs"] });
const MEND = "Mend the cell, or add the text to missing if it stands for a missing value.";

describe("several kinds of problems in one wide file", () => {
  const text = [
    "code,name,age,gdp_hba,jobs,name",
    'A,a,"1,85",1,1,x',
    "A,a,x,1,1,x",
    ",c,1,1,1,x",
    "constructor,d,1,1,1,x",
    "E,e,1",
    "F,f,1,1,1 000,x",
  ].join("\n");
  const error = errorOf(() => readRegionsCsv(text, framework));

  it("come in one error, ordered by line", () => {
    expect(error.issues.map(({ message }) => message)).toEqual([
      'line 1, column name: expected each header once, got "name" in columns 2 and 6. Rename or remove one.',
      'line 1, column gdp_hba: expected an indicator of the framework, got "gdp_hba". Did you mean "gdp_hab"?',
      'line 2, column age (A): expected a number, got "1,85". Set decimal to "," or mend the cell.',
      'line 3, column code (A): expected each region once, got "A" again (first in line 2). Remove one of the two.',
      `line 3, column age (A): expected a number, got "x". ${MEND}`,
      "line 4, column code: expected a region id, got an empty cell. Give each region an id.",
      'line 5, column code (constructor): expected a region id, got "constructor", which JavaScript reserves on every object. Rename it.',
      "line 6 (E): expected 6 cells, got 3. Look for a delimiter or a quote that is missing or too many, or a decimal comma without quotes.",
      'line 7, column jobs (F): expected a number, got "1 000". Thousands separators are not read: remove them.',
    ]);
  });

  it("have each their code and place", () => {
    expect(error.code).toBe("several-problems");
    expect(error.issues.map(({ message, ...rest }) => rest)).toEqual([
      { code: "duplicate-header", line: 1, column: "name" },
      { code: "unknown-indicator", line: 1, column: "gdp_hba" },
      { code: "not-a-number", line: 2, column: "age", region: "A", indicator: "age" },
      { code: "duplicate-region", line: 3, column: "code", region: "A" },
      { code: "not-a-number", line: 3, column: "age", region: "A", indicator: "age" },
      { code: "empty-region-id", line: 4, column: "code" },
      { code: "reserved-name", line: 5, column: "code", region: "constructor" },
      { code: "ragged-row", line: 6, region: "E" },
      { code: "not-a-number", line: 7, column: "jobs", region: "F", indicator: "jobs" },
    ]);
  });

  it("make a message that counts and lists them", () => {
    const list = error.issues.map(({ message }) => `- ${message}`).join("\n");
    expect(error.message).toBe(`9 problems:\n${list}`);
  });

  it("survive JSON with name, code, message and issues", () => {
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: "DataError",
      code: error.code,
      message: error.message,
      issues: error.issues,
    });
  });
});

describe("several kinds of problems in other inputs", () => {
  it("come in one error for a long file", () => {
    const text = [
      "code;indicator;value;lat",
      "A;age;1,5;200",
      "A;gdp_hba;2;200",
      ";age;3;",
      "B;age;4",
      "C;jobs;many;",
      "C;jobs;1;",
      "D;gdp_hab;;",
    ].join("\n");
    expect(messagesOf(() => readRegionsCsv(text, framework, { layout: "long", delimiter: ";" }))).toEqual([
      "line 2, column lat (A): expected a latitude of -90 to 90 degrees, got 200. Mend the cell.",
      'line 2, column value, indicator age (A): expected a number, got "1,5". Set decimal to "," or mend the cell.',
      'line 3, column indicator (A): expected an indicator of the framework, got "gdp_hba". Did you mean "gdp_hab"?',
      "line 4, column code: expected a region id, got an empty cell. Give each region an id.",
      "line 5 (B): expected 4 cells, got 3. Look for a delimiter or a quote that is missing or too many.",
      `line 6, column value, indicator jobs (C): expected a number, got "many". ${MEND}`,
      'line 7, column indicator (C): expected one figure, got "jobs" again (first in line 6). Remove one of the two.',
      "line 8 (D): expected a value in at least one indicator, got none. Remove the region or give its figures.",
    ]);
  });

  it("come in one error for rows, placed by number", () => {
    const rows = [
      { code: "A", age: Number.NaN, gdp_hab: -1, jobs: 1 },
      { code: "A", age: 1, gdp_hab: Number.POSITIVE_INFINITY, jobs: "1.234,5" },
      { code: "C", age: null, jobs: undefined },
    ];
    const error = errorOf(() => readRegionRows(rows, framework));
    expect(error.issues.map(({ message }) => message)).toEqual([
      "row 1, column age (A): expected a number or null, got NaN. Write null for a missing value.",
      "row 1, column gdp_hab (A): expected a number of at least 0, got -1. Mend the cell, or the range in the framework.",
      'row 2, column code (A): expected each region once, got "A" again (first in row 1). Remove one of the two.',
      "row 2, column gdp_hab (A): expected a finite number, got Infinity. Mend the cell.",
      'row 2, column jobs (A): expected a number, got "1.234,5". Thousands separators are not read: remove them, and set decimal to ",".',
      "row 3 (C): expected a value in at least one indicator, got none. Remove the region or give its figures.",
    ]);
    expect(error.issues[2]).toMatchObject({ row: 2, column: "code" });
  });

  it("show twenty in the message, and hold all in issues", () => {
    const rows = Array.from({ length: 25 }, (_, i) => ({ code: `R${i}`, age: "x", gdp_hab: 1, jobs: 1 }));
    const error = errorOf(() => readRegionRows(rows, framework));
    const lines = error.message.split("\n");
    expect(lines[0]).toBe("25 problems:");
    expect(lines).toHaveLength(1 + 20 + 1);
    expect(lines[20]).toBe(`- row 20, column age (R19): expected a number, got "x". ${MEND}`);
    expect(lines[21]).toBe('- and 5 more: all are in the error\'s "issues"');
    expect(error.issues).toHaveLength(25);
  });

  it("name the code that all share", () => {
    const rows = Array.from({ length: 3 }, (_, i) => ({ code: `R${i}`, age: "x", gdp_hab: 1, jobs: 1 }));
    expect(errorOf(() => readRegionRows(rows, framework)).code).toBe("not-a-number");
  });
});

describe("each kind of error", () => {
  const table = makeTable({ age: [1, 2] });
  it.each([
    ["DataError", DataError, () => readRegionsCsv("", framework)],
    ["FrameworkError", FrameworkError, () => parseFramework({})],
    ["OptionsError", OptionsError, () => prepare(table, { impute: "mean" as never })],
  ])("%s is a ReferenceRegionsError under its own name", (name, type, run) => {
    const error = errorOf(run);
    expect(error).toBeInstanceOf(type);
    expect(error).toBeInstanceOf(ReferenceRegionsError);
    expect(error.name).toBe(name);
    expect(JSON.parse(JSON.stringify(error)).name).toBe(name);
  });
});
