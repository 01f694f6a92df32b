import { type PrepareOptions, prepare, ReferenceRegionsError, weigh } from "reference-regions";
import { describe, expect, it } from "vitest";
import { makeTable } from "../support/tables.js";

type Values = readonly (number | null)[];

function normalised(x: Values, normalise: PrepareOptions["normalise"]) {
  // A second column keeps the table alive where x is constant or has gaps.
  const table = makeTable({ x, other: x.map((_, i) => i) });
  const bounds = typeof normalise === "object" ? { ...normalise.bounds, other: [0, 9] as const } : {};
  const option = typeof normalise === "object" ? { ...normalise, bounds } : normalise;
  const prepared = prepare(table, { treat: "none", normalise: option });
  return { column: prepared.columns.x!, step: prepared.steps.x!.normalised, prepared };
}

describe("normalisation", () => {
  it("min-max: (x - min) / (max - min), and the default", () => {
    const { column, step } = normalised([10, 15, null, 30], undefined);
    expect(column).toEqual([0, 0.25, null, 1]);
    expect(step).toEqual({ method: "min-max", centre: 10, spread: 20, constant: false });
  });

  it("z-score: (x - mean) / sample standard deviation", () => {
    const { column, step } = normalised([2, 4, null, 6], "z-score");
    expect(column).toEqual([-1, 0, null, 1]);
    expect(step).toEqual({ method: "z-score", centre: 4, spread: 2, constant: false });
  });

  it("robust: (x - median) / 1.4826 MAD, which one far value does not move", () => {
    const { column, step } = normalised([1, 2, 3, 4, 100], "robust");
    // Median 3; deviations 2, 1, 0, 1, 97 with median 1.
    expect(step.centre).toBe(3);
    expect(step.spread).toBeCloseTo(1.482602218505602, 14);
    expect(column[4]).toBeCloseTo(97 / 1.482602218505602, 10);
    expect(normalised([1, 2, 3, 4, 1e6], "robust").column.slice(0, 4)).toEqual(column.slice(0, 4));
  });

  it("robust where more than half are equal: 1.2533 mean absolute deviations instead, with a note", () => {
    const { column, step, prepared } = normalised([5, 5, 5, 5, 9], "robust");
    // Deviations 0, 0, 0, 0, 4 with mean 0.8.
    expect(step.fallback).toBe("mean-absolute-deviation");
    expect(step.spread).toBeCloseTo(0.8 * Math.sqrt(Math.PI / 2), 14);
    expect(column).toEqual([0, 0, 0, 0, 4 / step.spread!]);
    expect(prepared.notes).toContainEqual({
      code: "robust-fallback",
      indicator: "x",
      message:
        "Indicator x: more than half of its values are equal, so its robust scale is the mean absolute deviation.",
    });
  });

  it("rank: 1 for the lowest, ties share their mean rank", () => {
    expect(normalised([30, 10, null, 20, 20], "rank").column).toEqual([4, 1, null, 2.5, 2.5]);
  });

  it("percentile: (rank - 1) / (n - 1), over the figures that are there", () => {
    expect(normalised([30, 10, null, 20, 20], "percentile").column).toEqual([1, 0, null, 0.5, 0.5]);
  });

  it("none: as it came", () => {
    const { column, step } = normalised([30, null, 10], "none");
    expect(column).toEqual([30, null, 10]);
    expect(step).toEqual({ method: "none", constant: false });
  });
});

describe("goalposts", () => {
  const goalposts = { method: "goalposts" as const, bounds: { x: [0, 10] as const } };

  it("run from the lower bound (0) to the upper (1); what lies outside is set to the nearer, and listed", () => {
    const { column, step, prepared } = normalised([-5, 0, 2.5, null, 10, 20], goalposts);
    expect(column).toEqual([0, 0, 0.25, null, 1, 1]);
    expect(step).toEqual({
      method: "goalposts",
      centre: 0,
      spread: 10,
      clipped: ["R01", "R06"],
      constant: false,
    });
    expect(prepared.notes).toContainEqual({
      code: "clipped",
      indicator: "x",
      regions: ["R01", "R06"],
      message: "Indicator x: 2 regions lie outside the goalposts and were set to the nearer one.",
    });
  });

  it("that all regions lie beyond leave nothing that tells them apart: the indicator gets weight 0", () => {
    const { column, prepared } = normalised([11, 12, 13], goalposts);
    expect(column).toEqual([1, 1, 1]);
    expect(weigh(prepared).indicators).toEqual({ x: 0, other: 1 });
  });
});

describe("a constant column", () => {
  const neutral = [
    ["min-max", 0.5],
    ["z-score", 0],
    ["robust", 0],
    ["rank", 2],
    ["percentile", 0.5],
    ["none", 7],
  ] as const;

  it.each(neutral)("under %s is %d in every region that has it", (method, value) => {
    const { column, step } = normalised([7, 7, null, 7], method);
    expect(column).toEqual([value, value, null, value]);
    expect(step.constant).toBe(true);
  });

  it("gets weight 0 and a note", () => {
    const { prepared } = normalised([7, 7, null, 7], "z-score");
    expect(prepared.inert).toEqual([{ id: "x", reason: "constant" }]);
    expect(weigh(prepared).indicators).toEqual({ x: 0, other: 1 });
    expect(prepared.notes).toContainEqual({
      code: "constant-indicator",
      indicator: "x",
      message: "Indicator x is the same in every region that has it; it gets weight 0.",
    });
  });

  it("may have a single figure", () => {
    const { column, prepared } = normalised([null, 3, null], "percentile");
    expect(column).toEqual([null, 0.5, null]);
    expect(prepared.inert).toEqual([{ id: "x", reason: "constant" }]);
  });
});

describe("a column of any size", () => {
  const methods = ["min-max", "z-score", "robust", "rank", "percentile"] as const;

  /** Every prepared value is a number to work with, or the column is refused in words. */
  function isSafe(x: Values, method: (typeof methods)[number]): boolean {
    try {
      return normalised(x, method).column.every(Number.isFinite);
    } catch (error) {
      if (error instanceof ReferenceRegionsError) return true;
      throw error;
    }
  }

  it("never becomes NaN or infinite: very small numbers", () => {
    for (const method of methods) expect(isSafe([0, 1e-200, 2e-200, 3e-200], method), method).toBe(true);
  });

  it("never becomes NaN or infinite: very large numbers", () => {
    for (const method of methods) expect(isSafe([-1.5e308, 0, 1, 1.5e308], method), method).toBe(true);
  });
});
