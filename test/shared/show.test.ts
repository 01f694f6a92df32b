import { describe, expect, it } from "vitest";
import { cut, show } from "../../src/shared/show.js";

describe("show", () => {
  const circular: unknown[] = [];
  circular.push(circular);

  it.each<[unknown, string]>([
    ["a", '"a"'],
    ['a "b"', '"a \\"b\\""'],
    ["", '""'],
    [1.5, "1.5"],
    [-0, "0"],
    [Number.NaN, "NaN"],
    [Number.POSITIVE_INFINITY, "Infinity"],
    [true, "true"],
    [null, "null"],
    [undefined, "nothing"],
    [10n, "10n"],
    [Symbol("x"), "Symbol(x)"],
    [() => 1, "a function"],
    [[1, "b"], '[1,"b"]'],
    [{ a: null }, '{"a":null}'],
    [{ a: 10n }, "[object Object]"],
    [circular, "[object Array]"],
    [{ toJSON: () => undefined }, "[object Object]"],
    [Object.create(null), "{}"],
  ])("writes %s as %s", (value, text) => {
    expect(show(value)).toBe(text);
  });

  it("cuts a long text inside its quotes, and long JSON at its end", () => {
    expect(show("x".repeat(80))).toBe(`"${"x".repeat(80)}"`);
    expect(show("x".repeat(81))).toBe(`"${"x".repeat(77)}..."`);
    expect(show(Array.from({ length: 100 }, () => 1))).toBe(`[${"1,".repeat(38)}...`);
  });
});

describe("cut", () => {
  it("leaves 80 letters as they are, and cuts the 81st", () => {
    expect(cut("x".repeat(80))).toHaveLength(80);
    expect(cut("x".repeat(81))).toBe(`${"x".repeat(77)}...`);
  });
});
