import type { PairExplanation, PairIndicator } from "reference-regions";
import { describe, expect, it } from "vitest";
import { pairSentence } from "../../src/reference/pair-sentence.js";
import { makeFramework } from "../support/tables.js";

const { indicators } = makeFramework({
  dimensions: [{ id: "all", name: "All", elements: ["p", "q", "r"].map((id) => ({ id, name: id })) }],
  indicators: [
    { id: "age", element: "p" },
    { id: "births", element: "p" },
    { id: "jobs", element: "q" },
    { id: "patents", element: "r" },
  ],
});

const indicator = (id: string, name: PairIndicator["name"], more: Partial<PairIndicator>): PairIndicator => ({
  id,
  name,
  dimension: "all",
  unit: null,
  year: null,
  a: null,
  b: null,
  gap: 0,
  typicalGap: 1,
  share: 0,
  weight: 0.25,
  verdict: "unites",
  ...more,
});

function sentence(more: Partial<PairExplanation>): string {
  const pair = {
    a: { id: "ES21", name: { en: "Basque Country", es: "País Vasco" }, country: "ES" },
    b: { id: "ITC1", name: "Piemonte", country: "IT" },
    metric: "squared-euclidean",
    contributionRule: "adds-up",
    distance: 0.01,
    closeness: "close",
    coverage: 1,
    dimensions: { all: 0.01 },
    indicators: [
      indicator("age", "Median age", { a: 45.123_45, b: 46, unit: "years", share: 0.001 }),
      indicator("births", { en: "Births", ru: "Рождения" }, { a: 7, b: 7.5, share: 0.001 }),
      indicator("jobs", "Jobs", { a: 1_234_567, b: 0.001_234_5, unit: { en: "persons" }, share: 0.006 }),
      indicator("patents", "Patents", { a: null, b: 12, share: 0.002 }),
    ],
    unites: [],
    divides: [],
    ...more,
  } as const;
  return pairSentence(pair, indicators);
}

describe("the sentence on a pair", () => {
  it("says how close, in what alike and in what different, with both raw values and the unit", () => {
    expect(sentence({ unites: ["age"], divides: ["jobs"] })).toBe(
      "Basque Country and Piemonte are close (among the nearest 5 % of all pairs): they are alike above all in Median age (45.12 and 46 years); they differ above all in Jobs (1,235,000 and 0.001235 persons).",
    );
  });

  it.each([
    ["very-close", "are very close (among the nearest 1 % of all pairs): "],
    ["comparable", "are comparable (among the nearest 20 % of all pairs): "],
    ["distant", "are distant (not among the nearest 20 % of all pairs): "],
  ] as const)("has its words for %s", (closeness, words) => {
    expect(sentence({ closeness })).toContain(words);
  });

  it("names two indicators each at most, of different elements, the strongest of an element first", () => {
    const text = sentence({ unites: ["births", "age", "jobs", "patents"] });
    expect(text).toContain("alike above all in Births (7 and 7.5) and Jobs (");
    expect(text).not.toContain("Median age");
    expect(text).not.toContain("Patents");
  });

  it("names an indicator without values where one of the two had none (it was filled)", () => {
    expect(sentence({ unites: ["patents"], divides: ["age"] })).toContain("alike above all in Patents;");
  });

  it("says so where nothing unites more than is usual", () => {
    expect(sentence({ divides: ["age"] })).toContain(
      ": they are alike in nothing more than is usual; they differ",
    );
  });

  it("says so where nothing divides, and where most of the rest comes from", () => {
    expect(sentence({ unites: ["age"] })).toBe(
      "Basque Country and Piemonte are close (among the nearest 5 % of all pairs): they are alike above all in Median age (45.12 and 46 years); no indicator divides them more than is usual, and most of the distance left comes from Jobs (1,235,000 and 0.001235 persons).",
    );
  });

  it("does not speak of most where the largest part is less than half", () => {
    const even = ["age", "births", "jobs"].map((id) => indicator(id, id, { a: 1, b: 2, share: 0.01 }));
    expect(sentence({ distance: 0.03, unites: ["age"], indicators: even })).not.toMatch(
      /most of the distance/,
    );
  });

  it("stops there where no distance is left", () => {
    const same = ["age", "births"].map((id) => indicator(id, id, { a: 1, b: 1 }));
    expect(sentence({ distance: 0, closeness: "very-close", unites: ["age"], indicators: same })).toBe(
      "Basque Country and Piemonte are very close (among the nearest 1 % of all pairs): they are alike above all in age (1 and 1); no indicator divides them more than is usual.",
    );
  });

  it("says that a pair cannot be compared, and on how little it would rest", () => {
    expect(sentence({ distance: null, closeness: null, coverage: 0.334 })).toBe(
      "Basque Country and Piemonte cannot be compared: they share figures for only 33 % of the weight.",
    );
  });
});
