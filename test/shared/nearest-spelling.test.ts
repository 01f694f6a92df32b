import { describe, expect, it } from "vitest";
import { didYouMean, nearestSpelling } from "../../src/shared/nearest-spelling.js";

const ids = ["gdp_hab", "gerd_hab", "pop_density", "age"];

describe("nearestSpelling", () => {
  it.each([
    ["a letter missing", "gd_hab", "gdp_hab"],
    ["a letter too many", "pop_densitty", "pop_density"],
    ["another letter", "pop-density", "pop_density"],
    ["two letters exchanged", "aeg", "age"],
    ["another case", "AGE", "age"],
    ["several small slips", "ppo_densty", "pop_density"],
    ["the word itself", "gerd_hab", "gerd_hab"],
  ])("finds %s: %s", (_, word, meant) => {
    expect(nearestSpelling(word, ids)).toBe(meant);
  });

  it.each(["jobs", "", "population_2021", "ag_density_pop"])("has no answer for %j", (word) => {
    expect(nearestSpelling(word, ids)).toBeNull();
  });

  it("allows a third of the letters to change, and one in short words", () => {
    expect(nearestSpelling("abcdXX", ["abcdef"])).toBe("abcdef");
    expect(nearestSpelling("abcXXX", ["abcdef"])).toBeNull();
    expect(nearestSpelling("aX", ["ab"])).toBe("ab");
    expect(nearestSpelling("XX", ["ab"])).toBeNull();
  });

  it("counts an exchange of neighbouring letters as one change", () => {
    expect(nearestSpelling("ba", ["ab"])).toBe("ab");
  });

  it("takes the nearest, and the first of equals", () => {
    expect(nearestSpelling("AT13", ["AT111", "AT12", "AT11"])).toBe("AT12");
    expect(nearestSpelling("AT13", ["AT11", "AT12"])).toBe("AT11");
  });

  it("knows letters of any alphabet", () => {
    expect(nearestSpelling("Татарстн", ["Татарстан", "Адыгея"])).toBe("Татарстан");
  });

  it("answers a text of a megabyte at once", () => {
    const start = performance.now();
    expect(nearestSpelling("x".repeat(1_000_000), ids)).toBeNull();
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe("didYouMean", () => {
  it("is a sentence with a leading space, or nothing", () => {
    expect(didYouMean("gdp_hba", ids)).toBe(' Did you mean "gdp_hab"?');
    expect(didYouMean("jobs", ids)).toBe("");
    expect(didYouMean("jobs", [])).toBe("");
  });
});
