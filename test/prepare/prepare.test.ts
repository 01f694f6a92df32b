import { prepare } from "reference-regions";
import { describe, expect, it } from "vitest";
import { makeFramework, makeTable } from "../support/tables.js";

const far = [1, 2, 3, 4, 5, 6, 7, 8, 9, 100];

describe("prepare", () => {
  it("takes the structural indicators alone, in the framework's order", () => {
    const framework = makeFramework({ indicators: ["b", { id: "gdp", role: "performance" }, "a"] });
    const table = makeTable({ a: [1, 2], b: [3, 4], gdp: [5, 6] }, { framework });
    const { indicators, columns, raw, steps } = prepare(table);
    expect(indicators.map(({ id }) => id)).toEqual(["b", "a"]);
    for (const byIndicator of [columns, raw, steps]) expect(Object.keys(byIndicator)).toEqual(["b", "a"]);
  });

  it("imputes before it treats, and treats before it normalises", () => {
    const x = [...far, null];
    const table = makeTable({ x, y: x.map((_, i) => i) });
    const { columns, steps } = prepare(table, { impute: "median" });
    const { imputed, treated, normalised } = steps.x!;
    // The median of the raw values fills the gap, the far value is set to 9, and 1..9 is what min-max runs over.
    expect(imputed.cells).toEqual([{ region: "R11", value: 5.5 }]);
    expect(treated.cells).toEqual([{ region: "R10", from: 100, to: 9 }]);
    expect(normalised).toEqual({ method: "min-max", centre: 1, spread: 8, constant: false });
    expect(columns.x![9]).toBe(1);
    expect(columns.x![10]).toBe(4.5 / 8);
  });

  it("keeps the columns as they came in raw", () => {
    const table = makeTable({ x: far });
    expect(prepare(table, { treat: "log" }).raw.x).toEqual(far);
  });

  it("can treat one indicator differently from the rest, each step by itself", () => {
    const table = makeTable({ x: [...far, null], y: [...far, null], z: far.concat(0) });
    const { columns, steps } = prepare(table, {
      impute: "median",
      normalise: "z-score",
      indicators: {
        y: { impute: "none", treat: "none", normalise: { method: "goalposts", bounds: [0, 100] } },
        z: { normalise: "none" },
      },
    });
    expect(steps.x!.treated.verdict).toBe("winsorised");
    expect(steps.x!.normalised.method).toBe("z-score");
    expect(columns.y).toEqual([...far.map((value) => value / 100), null]);
    expect(steps.z!.treated.method).toBe("auto");
    expect(columns.z!.at(-1)).toBe(0);
  });

  it("lists an indicator without any figure as empty, gives it no value, and says that it gets weight 0", () => {
    const table = makeTable({ x: [1, 2, 3], y: [null, null, null] });
    const prepared = prepare(table, { normalise: "percentile" });
    expect(prepared.inert).toEqual([{ id: "y", reason: "empty" }]);
    expect(prepared.columns.y).toEqual([null, null, null]);
    const said = [...table.notes, ...prepared.notes].filter(({ message }) => message.includes("weight 0"));
    expect(said.map(({ indicator }) => indicator)).toEqual(["y"]);
  });

  it("says that an indicator gets weight 0 also when screening took away the only regions that have it", () => {
    const thin = makeTable({ x: [1, 2, null], y: [1, 5, null], z: [null, null, 4] });
    const screened = prepare(thin, { screen: { minRegionCoverage: 0.5 } });
    expect(screened.inert).toEqual([{ id: "z", reason: "empty" }]);
    expect(screened.notes.some((note) => note.indicator === "z" && note.message.includes("weight 0"))).toBe(
      true,
    );
  });

  it("writes every choice, defaults included, into the recipe", () => {
    const { recipe } = prepare(makeTable({ x: far }), { normalise: "rank" });
    expect(recipe).toMatchObject({ package: "reference-regions", framework: "test" });
    expect(recipe.plan).toEqual({
      prepare: {
        screen: { minRegionCoverage: 0, minIndicatorCoverage: 0 },
        impute: "none",
        composition: "as-is",
        treat: "auto",
        normalise: "rank",
        indicators: {},
      },
    });
  });

  it("has nothing to say of a clean table", () => {
    expect(prepare(makeTable({ x: [1, 2, 3], y: [3, 1, 2] })).notes).toEqual([]);
  });
});
