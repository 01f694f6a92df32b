import { describe, expect, it } from "vitest";
import { takeApart } from "../../src/table/take-apart.js";

describe("a number with what stands around it", () => {
  it.each([
    ["12.5", "12.5"],
    ["1e3", "1e3"],
    ["1 234,5", "1 234,5"],
    ["12.5 p", "12.5"],
    ["7.3b", "7.3"],
    ["12.5e", "12.5"],
    ["12.5 bep", "12.5"],
    ["12.5 (u)", "12.5"],
    ["4*", "4"],
    ["4 **", "4"],
    ["12.5¹", "12.5"],
    ["12.5 ¹⁾", "12.5"],
    ["12 1)", "12"],
    ["1 234 1)", "1 234"],
    ["12(1)", "12"],
    ["12 a)", "12"],
    ["12.5 p 1)", "12.5"],
    ["12,5 %", "12,5"],
    ["12,5% p", "12,5"],
    ["\u22123,5", "-3,5"],
    ["–3", "-3"],
  ])("%j is %j", (text, number) => {
    expect(takeApart(text)!.number).toBe(number);
  });
});

describe("a sign for no value", () => {
  it.each([
    ":",
    ".",
    "..",
    "...",
    "…",
    "-",
    "–",
    "—",
    "/",
    "•",
    "x",
    "х",
    "n/a",
    "NA",
    "n.a.",
    "n.d.",
    "н/д",
  ])("%j", (text) => expect(takeApart(text)!.number).toBeNull());

  it.each([": c", ":u", ":(c)", ": bp", "- 1)", ".. *"])("with a flag: %j", (text) => {
    expect(takeApart(text)!.number).toBeNull();
  });
});

describe("what may be something else is refused", () => {
  it.each([
    ["a range", "5-7"],
    ["a range with a dash", "5–7"],
    ["a limit", "<5"],
    ["a limit", ">100"],
    ["a date", "01.02.2020"],
    ["a date", "2020-01-01"],
    ["a time", "12:30"],
    ["a fraction", "1/2"],
    ["a number in brackets: negative, or unsure", "(5)"],
    ["billions", "5 bn"],
    ["millions", "5 m"],
    ["billions in capitals", "5 B"],
    ["a unit", "5 cm"],
    ["money", "5 eur"],
    ["money", "€5"],
    ["per mille", "5 ‰"],
    ["a power of ten", "10²"],
    ["a glued footnote: 12 or 121?", "121)"],
    ["two numbers", "12 1"],
    ["uncertainty", "12.5 ± 3"],
    ["an interval", "12.5 (11-13)"],
    ["a minus apart from its number: a dash with a footnote?", "- 5"],
    ["a minus behind", "5-"],
    ["groups of two", "12,34,567"],
    ["groups of four", "1.2345.678"],
    ["different spaces", "1 234\u00a0567"],
    ["a group behind a nought", "0.123.456"],
    ["a letter alone", "c"],
    ["an error of a spreadsheet", "#DIV/0!"],
    ["a star alone", "*"],
    ["a long text", `5 ${"p ".repeat(100)}`],
  ])("%s: %j", (_, text) => expect(takeApart(text)).toBeNull());
});
