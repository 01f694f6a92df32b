import { readRegionRows, readRegionsCsv } from "reference-regions";
import { describe, expect, it } from "vitest";
import { errorOf } from "../support/problems.js";
import { makeFramework } from "../support/tables.js";

const framework = makeFramework({ indicators: ["age", "gdp"] });
const MEGABYTES = 50;
const SIZE = MEGABYTES * 1_000_000;
/** A few seconds, on a slow and busy machine. */
const PATIENCE = 5_000;

const tooLong = (line: number) =>
  `line ${line}: expected rows of at most 1,000,000 characters, got a longer one that begins here. Close the quote that is left open, or restore the line ends.`;

describe(`a line of ${MEGABYTES} MB is answered within a few seconds`, () => {
  it.each<[string, () => string, string]>([
    ["one cell", () => `code,age,gdp\nA,1,2\n${"x".repeat(SIZE)}`, tooLong(3)],
    ["cells without end", () => `code,age,gdp\nA,1,2\n${"1,".repeat(SIZE / 2)}`, tooLong(3)],
    ["a header", () => "x,".repeat(SIZE / 2), tooLong(1)],
    [
      "a quote left open over all lines",
      () => `code,age,gdp\n"A,1,2\n${"B,1,2\n".repeat(SIZE / 6)}`,
      tooLong(2),
    ],
    [
      "spoilt letters",
      () => "\ufffd".repeat(SIZE),
      `line 1: expected UTF-8 text, got "${"\ufffd".repeat(77)}...": bytes of another encoding (Latin-1, Windows-1251, UTF-16) were read as UTF-8. Decode the file with its own encoding, e.g. new TextDecoder("windows-1252").`,
    ],
  ])("%s", (_, make, message) => {
    const text = make();
    const start = performance.now();
    expect(errorOf(() => readRegionsCsv(text, framework)).message).toBe(message);
    expect(performance.now() - start).toBeLessThan(PATIENCE);
  });

  it("in a cell of a row, and the message stays short", () => {
    const rows = [
      { code: "A", age: "9".repeat(SIZE), gdp: 1 },
      { code: "B", age: 1, gdp: 2 },
    ];
    const start = performance.now();
    expect(errorOf(() => readRegionRows(rows, framework)).message).toBe(
      `row 1, column age (A): expected a finite number, got "${"9".repeat(77)}...". Mend the cell.`,
    );
    expect(performance.now() - start).toBeLessThan(PATIENCE);
  });

  it("below the limit it is read, and long ids are cut in the message only", () => {
    const id = "x".repeat(900_000);
    const error = errorOf(() => readRegionsCsv(`code,age,gdp\n${id},1,y\nB,1,2\n`, framework));
    expect(error.message).toBe(
      `line 2, column gdp (${"x".repeat(77)}...): expected a number, got "y". Mend the cell, or add the text to missing if it stands for a missing value.`,
    );
    expect(error.issues[0]!.region).toBe(id);
  });
});
