import { describe, expect, it } from "vitest";
import { parseRecords } from "../../src/table/csv-records.js";

describe("parseRecords", () => {
  it("tells the line on which each record begins", () => {
    const text = '\ufeffa,b\n\n1,"x\r\ny"\r\r\n2,3\n"4\n\n4","\r"\n5,6';
    const { records, lineOf } = parseRecords(text, ",");
    expect(records.map((record, i) => [lineOf(i), record])).toEqual([
      [1, ["a", "b"]],
      [3, ["1", "x\r\ny"]],
      [6, ["2", "3"]],
      [7, ["4\n\n4", "\r"]],
      [11, ["5", "6"]],
    ]);
  });

  it("keeps ragged records as they are", () => {
    expect(parseRecords("a,b\n1\n1,2,3\n", ",").records).toEqual([["a", "b"], ["1"], ["1", "2", "3"]]);
  });

  it("has no record in an empty text", () => {
    expect(parseRecords("\n\r\n", ",").records).toEqual([]);
  });

  it("keeps blanks, which have a meaning inside quotes", () => {
    expect(parseRecords('" a ", b ', ",").records).toEqual([[" a ", " b "]]);
  });

  it("reads a record of a million characters and refuses a longer one", () => {
    expect(parseRecords(`a\n${"x".repeat(999_999)}\nb\n`, ",").records).toHaveLength(3);
    expect(() => parseRecords(`a\n${"x".repeat(1_000_100)}\nb\n`, ",")).toThrow(
      "line 2: expected rows of at most",
    );
  });
});
