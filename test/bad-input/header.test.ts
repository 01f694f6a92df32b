import { readRegionRows, readRegionsCsv } from "reference-regions";
import { describe, expect, it } from "vitest";
import { errorOf, messagesOf } from "../support/problems.js";
import { makeFramework } from "../support/tables.js";

const framework = makeFramework({
  indicators: [
    { id: "age", name: "Median age" },
    { id: "gdp_hab", name: { en: "GDP per head", ru: "ВРП на душу" } },
  ],
});

const headers: [string, string, string, string][] = [
  [
    "answers an unknown indicator column with the nearest known spelling",
    "code,age,gdp_hba",
    "unknown-indicator",
    'line 1, column gdp_hba: expected an indicator of the framework, got "gdp_hba". Did you mean "gdp_hab"?',
  ],
  [
    "takes another letter case for a misspelling",
    "code,Age,gdp_hab",
    "unknown-indicator",
    'line 1, column Age: expected an indicator of the framework, got "Age". Did you mean "age"?',
  ],
  [
    "names a missing indicator column by id and name",
    "code,age,country",
    "missing-indicator",
    'line 1, indicator gdp_hab: expected a column for "gdp_hab" (GDP per head), got none. Add it, empty where there is no figure, or remove the indicator from the framework.',
  ],
  [
    "says which two columns share a header",
    "code,age,gdp_hab,age",
    "duplicate-header",
    'line 1, column age: expected each header once, got "age" in columns 2 and 4. Rename or remove one.',
  ],
  [
    "finds headers equal that differ in blanks only",
    "code,age,gdp_hab, age ",
    "duplicate-header",
    'line 1, column age: expected each header once, got "age" in columns 2 and 4. Rename or remove one.',
  ],
  [
    "names the column of an empty header over cells",
    "code,age,,gdp_hab",
    "empty-header",
    "line 1: expected a name for column 3, got an empty header. Name the column or remove it.",
  ],
  [
    "lists the headers that came when the id column is missing",
    "geo,age,gdp_hab",
    "missing-column",
    'line 1: expected a column "code", got geo, age, gdp_hab. Add it, or say in the option columns which column it is.',
  ],
  [
    "offers the header nearest to the missing id column",
    "Code,age,gdp_hab",
    "missing-column",
    'line 1: expected a column "code", got Code, age, gdp_hab. Add it, or say in the option columns which column it is. Did you mean "Code"?',
  ],
];

describe("a bad header in a CSV text", () => {
  it.each(headers)("%s", (_, header, code, message) => {
    const cells = header.split(",").length - 1;
    const row = (id: string) => [id, ...Array.from({ length: cells }, () => "1")].join(",");
    const error = errorOf(() => readRegionsCsv(`${header}\n${row("A")}\n${row("B")}\n`, framework));
    expect(error.issues.map((issue) => issue.message)).toEqual([message]);
    expect(error.code).toBe(code);
    expect(error.issues[0]!.line).toBe(1);
  });

  it("asks for a column that the caller mapped", () => {
    const text = "geo,age,gdp_hab\nA,1,2\nB,2,3\n";
    const columns = { id: "geo", country: "cntr", name: { en: "label", ru: "label_ru" } };
    expect(messagesOf(() => readRegionsCsv(text, framework, { columns }))).toEqual(
      ["label", "label_ru", "cntr"].map(
        (name) =>
          `line 1: expected a column "${name}", got geo, age, gdp_hab. Add it, or say in the option columns which column it is.`,
      ),
    );
  });

  it("shows the first twelve headers of a wide table", () => {
    const spare = Array.from({ length: 20 }, (_, i) => `x${i + 1}`);
    const text = `geo,age,gdp_hab,${spare.join(",")}\n`;
    expect(messagesOf(() => readRegionsCsv(text, framework))).toContain(
      'line 1: expected a column "code", got geo, age, gdp_hab, x1, x2, x3, x4, x5, x6, x7, x8, x9, .... Add it, or say in the option columns which column it is.',
    );
  });
});

describe("a bad header in rows", () => {
  it("has no line, but the column", () => {
    const rows = [
      { code: "A", age: 1, gdp_hba: 2 },
      { code: "B", age: 2, gdp_hba: 2 },
    ];
    const error = errorOf(() => readRegionRows(rows, framework));
    expect(error.message).toBe(
      'column gdp_hba: expected an indicator of the framework, got "gdp_hba". Did you mean "gdp_hab"?',
    );
    expect(error.issues[0]).not.toHaveProperty("line");
  });

  it("asks for the id column by the name it should have", () => {
    const rows = [
      { id: "A", age: 1, gdp_hab: 2 },
      { id: "B", age: 2, gdp_hab: 2 },
    ];
    expect(messagesOf(() => readRegionRows(rows, framework))).toEqual([
      'expected a column "code", got id, age, gdp_hab. Add it, or say in the option columns which column it is.',
    ]);
  });
});
