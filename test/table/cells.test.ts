import { describe, expect, it } from "vitest";
import { readNumber } from "../../src/table/cells.js";

const missing = new Set(["", ":", "NA"]);
const point = { decimal: ".", missing } as const;
const comma = { decimal: ",", missing } as const;

describe("readNumber with a decimal point", () => {
  it.each([
    ["5", 5],
    ["+5", 5],
    ["-5", -5],
    ["0", 0],
    [".5", 0.5],
    ["5.", 5],
    ["-.5", -0.5],
    ["1.850", 1.85],
    ["1e3", 1000],
    ["1.5E-2", 0.015],
    ["  7 ", 7],
    ["\u00a07\u00a0", 7],
    ["007", 7],
    ["9007199254740993", 9007199254740992],
  ])("reads %j as %d", (text, value) => {
    expect(readNumber(text, point)).toBe(value);
  });

  it.each([
    "-",
    "+",
    ".",
    "e5",
    "1e",
    "1e+",
    "- 5",
    "--5",
    "1..2",
    "0b1",
    "0x10",
    "1n",
    "true",
    "null",
    "1,5",
  ])("reads no number into %j", (text) => {
    expect(readNumber(text, point)).toHaveProperty("problem");
  });

  it("reads four digits before a comma as a decimal comma, not as thousands", () => {
    expect(readNumber("1234,567", point)).toEqual({
      problem: 'expected a number, got "1234,567". Set decimal to "," or mend the cell.',
    });
  });
});

describe("readNumber with a decimal comma", () => {
  it.each([
    ["1,85", 1.85],
    [",5", 0.5],
    ["5,", 5],
    ["-1,5e2", -150],
    ["1,234", 1.234],
    ["12", 12],
  ])("reads %j as %d", (text, value) => {
    expect(readNumber(text, comma)).toBe(value);
  });

  it.each(["1.85", "1.234", "1,2,3", "1.234,5"])("reads no number into %j", (text) => {
    expect(readNumber(text, comma)).toHaveProperty("problem");
  });
});

describe("a missing value", () => {
  it.each(["", "   ", ":", " : ", "NA"])("is the missing token %j, whatever blanks are around it", (text) => {
    expect(readNumber(text, point)).toBeNull();
  });

  it.each([null, undefined])("is %s", (value) => {
    expect(readNumber(value, point)).toBeNull();
  });

  it.each(["na", "n/a", "::", ".."])("is not %j unless the caller says so", (text) => {
    expect(readNumber(text, point)).toHaveProperty("problem");
    expect(readNumber(text, { decimal: ".", missing: new Set([text]) })).toBeNull();
  });

  it("is not the empty text when the caller's tokens leave it out", () => {
    expect(readNumber("", { decimal: ".", missing: new Set(["-"]) })).toHaveProperty("problem");
  });

  it("may be a token that is a number, as -999", () => {
    expect(readNumber("-999", { decimal: ".", missing: new Set(["-999"]) })).toBeNull();
  });
});

describe("a number that is a number already", () => {
  it.each([0, -0, 1.5, -1e-300, 1e150, -1e150])("is taken as it is: %d", (value) => {
    expect(readNumber(value, comma)).toBe(value);
  });

  it("is never looked up among the missing tokens", () => {
    expect(readNumber(-999, { decimal: ".", missing: new Set(["-999"]) })).toBe(-999);
  });
});
