import { describe, expect, it } from "vitest";
import { groupBy } from "../../src/shared/group-by.js";

describe("groupBy", () => {
  it("collects positions by group, groups in order of first appearance", () => {
    const countries = ["RU", "KZ", "RU", null, "KZ", null];
    expect([...groupBy(countries.length, (i) => countries[i])]).toEqual([
      ["RU", [0, 2]],
      ["KZ", [1, 4]],
      [null, [3, 5]],
    ]);
  });

  it("has no group where there is no position", () => {
    expect(groupBy(0, () => "x").size).toBe(0);
  });

  it("takes names of Object.prototype for groups like any other", () => {
    expect([...groupBy(2, (i) => ["constructor", "__proto__"][i])]).toEqual([
      ["constructor", [0]],
      ["__proto__", [1]],
    ]);
  });
});
