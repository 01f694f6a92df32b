import { readRegionRows, readRegionsCsv } from "reference-regions";
import { describe, expect, it } from "vitest";
import { errorOf, messagesOf } from "../support/problems.js";
import { makeFramework } from "../support/tables.js";

const framework = makeFramework({ indicators: ["age", { id: "gdp_hab", range: { min: 0 } }] });
const read = (...lines: string[]) =>
  readRegionsCsv(["code,name,indicator,value", ...lines].join("\n"), framework, { layout: "long" });

describe("bad input in the long layout", () => {
  it("answers an unknown indicator on each of its lines with the nearest known spelling", () => {
    const error = errorOf(() =>
      read("A,Aa,age,1", "A,Aa,gdp_hba,2", "B,Bb,age,3", "B,Bb,gdp_hba,4", "B,Bb,jobs,4"),
    );
    expect(error.code).toBe("unknown-indicator");
    expect(error.issues.map(({ message }) => message)).toEqual([
      'line 3, column indicator (A): expected an indicator of the framework, got "gdp_hba". Did you mean "gdp_hab"?',
      'line 5, column indicator (B): expected an indicator of the framework, got "gdp_hba". Did you mean "gdp_hab"?',
      'line 6, column indicator (B): expected an indicator of the framework, got "jobs". Remove the row, or add it to the framework.',
    ]);
  });

  it("asks for rows of an indicator that has none", () => {
    expect(messagesOf(() => read("A,Aa,age,1", "B,Bb,age,3"))).toEqual([
      'line 1, indicator gdp_hab: expected rows for "gdp_hab" (gdp_hab), got none. Add them, empty where there is no figure, or remove the indicator from the framework.',
    ]);
  });

  it("says where a figure given twice stood first", () => {
    expect(messagesOf(() => read("A,Aa,age,1", "A,Aa,gdp_hab,1", "B,Bb,age,2", "A,Aa,age,1"))).toEqual([
      'line 5, column indicator (A): expected one figure, got "age" again (first in line 2). Remove one of the two.',
    ]);
  });

  it("names line and column of a region that is described in two ways", () => {
    expect(messagesOf(() => read("A,Aa,age,1", "A,Ab,gdp_hab,2", "B,Bb,gdp_hab,3"))).toEqual([
      'line 3, column name (A): expected "Aa" as in the region\'s first row, got "Ab". Make its rows agree, or remove the column.',
    ]);
  });

  it("names the line, the region and the indicator of a bad figure", () => {
    const error = errorOf(() => read('A,Aa,age,"1,85"', "A,Aa,gdp_hab,-2", "B,Bb,age,x", "B,Bb,gdp_hab,1"));
    expect(error.issues.map(({ message }) => message)).toEqual([
      'line 2, column value, indicator age (A): expected a number, got "1,85". Set decimal to "," or mend the cell.',
      "line 3, column value, indicator gdp_hab (A): expected a number of at least 0, got -2. Mend the cell, or the range in the framework.",
      'line 4, column value, indicator age (B): expected a number, got "x". Mend the cell, or add the text to missing if it stands for a missing value.',
    ]);
    expect(error.issues[0]).toMatchObject({ line: 2, column: "value", indicator: "age", region: "A" });
  });

  it("names each line without a region id or an indicator", () => {
    expect(messagesOf(() => read(",Aa,age,1", ",Ab,gdp_hab,2", "B,Bb,,3"))).toEqual([
      "line 2, column code: expected a region id, got an empty cell. Give each region an id.",
      "line 3, column code: expected a region id, got an empty cell. Give each region an id.",
      "line 4, column indicator (B): expected an indicator of the framework, got an empty cell. Remove the row, or add it to the framework.",
    ]);
  });

  it("names a ragged line", () => {
    expect(messagesOf(() => read("A,Aa,age,1", "B,Bb,gdp_hab", "B,Bb,gdp_hab,3"))).toEqual([
      "line 3 (B): expected 4 cells, got 3. Look for a delimiter or a quote that is missing or too many, or a decimal comma without quotes.",
    ]);
  });

  it("refuses regions whose figures are all missing", () => {
    expect(messagesOf(() => read("A,Aa,age,1", "A,Aa,gdp_hab,2", "B,Bb,age,:", "B,Bb,gdp_hab,"))).toEqual([
      "line 4 (B): expected a value in at least one indicator, got none. Remove the region or give its figures.",
    ]);
  });

  it.each([
    [[], "a header and no region"],
    [["A,Aa,age,1", "A,Aa,gdp_hab,2"], "one region (A)"],
  ])("refuses too few regions: %j", (lines, came) => {
    expect(messagesOf(() => read(...lines))).toEqual([
      `expected at least two regions, got ${came}. A region is compared with others.`,
    ]);
  });

  it("names rows of objects by their number", () => {
    const rows = [
      { code: "A", indicator: "age", value: 1 },
      { code: "B", indicator: "gdp_hba", value: 2 },
      { code: "B", indicator: "gdp_hab", value: "2 000" },
    ];
    expect(messagesOf(() => readRegionRows(rows, framework, { layout: "long" }))).toEqual([
      'row 2, column indicator (B): expected an indicator of the framework, got "gdp_hba". Did you mean "gdp_hab"?',
      'row 3, column value, indicator gdp_hab (B): expected a number, got "2 000". Thousands separators are not read: remove them.',
    ]);
  });
});

describe("a bad header in the long layout", () => {
  const long = (header: string) => () => readRegionsCsv(`${header}\n`, framework, { layout: "long" });

  it("lists the missing columns", () => {
    expect(messagesOf(long("code,name,ind,val"))).toEqual(
      ["indicator", "value"].map(
        (name) =>
          `line 1: expected a column "${name}" for the long layout, got code, name, ind, val. Add it, or say in the option columns which column it is.`,
      ),
    );
  });

  it.each(["value", "indicator", "name", "code"])("finds a double column %s", (name) => {
    expect(messagesOf(long(`code,name,indicator,value,${name}`))).toContain(
      `line 1, column ${name}: expected each header once, got "${name}" in columns ${
        ["code", "name", "indicator", "value"].indexOf(name) + 1
      } and 5. Rename or remove one.`,
    );
  });

  it("refuses an indicator that has a column of its own", () => {
    expect(
      messagesOf(() =>
        readRegionsCsv("code,age,indicator,value\nA,1,age,1\nA,2,gdp_hab,1\nB,2,age,2\n", framework, {
          layout: "long",
        }),
      ),
    ).toEqual([
      'line 1, column age: expected the figures of "age" in the column "value", got a column of their own. Remove the column, or set layout to "wide".',
    ]);
  });

  it("of a file that is read as wide names the layout", () => {
    const text = "code,indicator,value\nA,age,1\nA,gdp_hab,2\nB,age,3\n";
    const error = errorOf(() => readRegionsCsv(text, framework));
    expect(error.code).toBe("wrong-layout");
    expect(error.message).toBe(
      'line 1: expected a column for each indicator, got the columns "indicator" and "value" of a long table. Set layout to "long".',
    );
  });
});
