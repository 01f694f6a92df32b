import { imputations, normalisations, OptionsError, prepare, treatments } from "reference-regions";
import { describe, expect, it } from "vitest";
import { makeTable } from "../support/tables.js";

const table = makeTable({ median_age: [40, 41, 45], pop_density: [10, 200, 35] });

/** The messages of the one error that a call throws. */
function problems(options: unknown): string[] {
  try {
    prepare(table, options as never);
  } catch (error) {
    expect(error).toBeInstanceOf(OptionsError);
    return (error as OptionsError).issues.map(({ message }) => message);
  }
  throw new Error("expected an OptionsError, got none");
}

describe("the options of prepare", () => {
  it.each([
    [{ impute: "mean" }, ["prepare.impute", '"median"', 'got "mean"']],
    [{ treat: "winsorize" }, ["prepare.treat", 'got "winsorize"', 'Did you mean "winsorise"?']],
    [{ normalise: "zscore" }, ["prepare.normalise", 'got "zscore"', 'Did you mean "z-score"?']],
    [{ normalize: "rank" }, ['prepare: unknown key "normalize"']],
    [{ screen: { minRegionCoverage: 1.5 } }, ["prepare.screen.minRegionCoverage", "at most 1", "got 1.5"]],
    [
      { screen: { minIndicatorCoverage: -0.1 } },
      ["prepare.screen.minIndicatorCoverage", "at least 0", "got -0.1"],
    ],
    [{ impute: { method: "nearest", neighbours: 0 } }, ["prepare.impute.neighbours", "at least 1", "got 0"]],
    [
      { impute: { method: "nearest", neighbours: 2.5 } },
      ["prepare.impute.neighbours", "whole number", "got 2.5"],
    ],
    [{ treat: { method: "winsorise", maxPoints: -1 } }, ["prepare.treat.maxPoints", "at least 0", "got -1"]],
    [
      { screen: { minRegionCoverage: Number.NaN } },
      ["prepare.screen.minRegionCoverage", "expected a finite number", "got NaN"],
    ],
  ])("%o is answered with its path, what is allowed and what came", (options, parts) => {
    const found = problems(options);
    expect(found.length).toBe(1);
    for (const part of parts) expect(found[0]).toContain(part);
  });

  it("name indicators of the framework, or are answered with the nearest spelling", () => {
    expect(problems({ indicators: { pop_densty: { treat: "log" } } })).toEqual([
      'prepare.indicators.pop_densty: expected a structural indicator of the framework, got "pop_densty". Did you mean "pop_density"?',
    ]);
  });

  it("give goalposts for every indicator that has no scale of its own", () => {
    const bounds = { median_age: [20, 60] };
    expect(problems({ normalise: { method: "goalposts", bounds } })).toEqual([
      "prepare.normalise.bounds.pop_density: expected a lower and an upper bound, got nothing. Give both in the indicator's own unit.",
    ]);
    const own = { pop_density: { normalise: "rank" } };
    expect(() =>
      prepare(table, {
        normalise: { method: "goalposts", bounds: { median_age: [20, 60] } },
        indicators: own as never,
      }),
    ).not.toThrow();
  });

  it("give goalposts with the lower bound first, for all and for one", () => {
    const bounds = { median_age: [60, 20], pop_density: [0, 500] };
    expect(problems({ normalise: { method: "goalposts", bounds } })).toEqual([
      "prepare.normalise.bounds.median_age: expected a lower bound below the upper, got 60 and 20.",
    ]);
    const own = { median_age: { normalise: { method: "goalposts", bounds: [5, 5] } } };
    expect(problems({ indicators: own })[0]).toContain(
      "expected a lower bound below the upper, got 5 and 5.",
    );
  });

  it("report the goalposts of one indicator at the place where they were written", () => {
    const own = { median_age: { normalise: { method: "goalposts", bounds: [60, 20] } } };
    expect(problems({ indicators: own })[0]).toMatch(/^prepare\.indicators\.median_age\.normalise\.bounds/);
  });

  it("are all answered at once", () => {
    expect(problems({ impute: "mean", treat: "cut", screen: { minRegionCoverage: 2 } }).length).toBe(3);
    const unknown = { a: { treat: "log" }, b: { treat: "log" } };
    expect(
      problems({ indicators: unknown, normalise: { method: "goalposts", bounds: { c: [0, 1] } } }),
    ).toHaveLength(5);
  });

  it("are listed for menus, and every listed one works", () => {
    expect(imputations).toEqual(["none", "median", "group-median", "nearest"]);
    for (const impute of imputations)
      expect(prepare(table, { impute }).steps.median_age!.imputed.method).toBe(impute);
    for (const treat of treatments)
      expect(prepare(table, { treat }).steps.median_age!.treated.method).toBe(treat);
    const bounds = { median_age: [20, 60], pop_density: [0, 500] } as const;
    for (const normalise of normalisations) {
      const option = normalise === "goalposts" ? { method: normalise, bounds } : normalise;
      expect(prepare(table, { normalise: option }).steps.median_age!.normalised.method).toBe(normalise);
    }
  });
});
