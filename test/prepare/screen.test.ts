import { DataError, prepare } from "reference-regions";
import { describe, expect, it } from "vitest";
import { makeTable } from "../support/tables.js";

// a and b are there for three regions of four, c for the last alone.
const columns = { a: [1, 2, 3, null], b: [5, null, 7, 8], c: [null, null, null, 9] };
const table = makeTable(columns);

describe("screening", () => {
  it("drops nothing unless it is asked to", () => {
    const { dropped, regions, indicators } = prepare(table);
    expect(dropped).toEqual({ regions: [], indicators: [] });
    expect(regions.length).toBe(4);
    expect(indicators.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });

  it("drops thin indicators first, then regions that are thin over the indicators left", () => {
    // Over all three indicators R04 has 2 of 3; once c is dropped it has 1 of 2.
    const { dropped, regions, indicators, raw } = prepare(table, {
      screen: { minIndicatorCoverage: 0.5, minRegionCoverage: 0.6 },
    });
    expect(dropped).toEqual({
      regions: [
        { id: "R02", reason: "low-coverage", coverage: 0.5 },
        { id: "R04", reason: "low-coverage", coverage: 0.5 },
      ],
      indicators: [{ id: "c", reason: "low-coverage", coverage: 0.25 }],
    });
    expect(regions.map(({ id }) => id)).toEqual(["R01", "R03"]);
    expect(indicators.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(raw).toEqual({ a: [1, 3], b: [5, 7] });
  });

  it("keeps what has exactly the minimum coverage", () => {
    const screen = { minIndicatorCoverage: 0.75, minRegionCoverage: 0.5 };
    expect(prepare(table, { screen }).dropped.regions).toEqual([]);
    expect(prepare(table, { screen }).dropped.indicators.map(({ id }) => id)).toEqual(["c"]);
  });

  it("judges indicators over all regions, also over those that it goes on to drop", () => {
    const thin = makeTable({ a: [1, 2, null, null], b: [1, 2, 3, 4], c: [1, 2, 3, 4] });
    const { dropped } = prepare(thin, { screen: { minIndicatorCoverage: 0.6, minRegionCoverage: 1 } });
    expect(dropped.indicators).toEqual([{ id: "a", reason: "low-coverage", coverage: 0.5 }]);
    expect(dropped.regions).toEqual([]);
  });

  it("fits every scale on the regions that are left", () => {
    const { columns: scaled } = prepare(table, {
      screen: { minIndicatorCoverage: 0.5, minRegionCoverage: 0.6 },
    });
    expect(scaled).toEqual({ a: [0, 1], b: [0, 1] });
  });

  it("says which indicators and regions have less than 66 % of their figures", () => {
    expect(prepare(table).notes.filter(({ code }) => code.startsWith("thin"))).toEqual([
      {
        code: "thin-indicators",
        ids: ["c"],
        message:
          "1 indicator has a figure for less than 66 % of regions: c. Nothing was dropped for it; screen drops on request.",
      },
      {
        code: "thin-regions",
        ids: ["R02"],
        message:
          "1 region has figures for less than 66 % of structural indicators: R02. Nothing was dropped for it; screen drops on request.",
      },
    ]);
  });

  it("names eight thin regions and counts the rest", () => {
    const n = 11;
    const many = makeTable({
      a: Array.from({ length: n }, (_, i) => (i === 0 ? 1 : null)),
      b: Array.from({ length: n }, (_, i) => i),
    });
    const note = prepare(many).notes.find(({ code }) => code === "thin-regions")!;
    expect(note.message).toMatch(/^10 regions have .*: R02, R03, R04, R05, R06, R07, R08, R09 and 2 more\. /);
    expect(note.ids).toEqual(many.regions.slice(1).map(({ id }) => id));
  });

  it("refuses to leave fewer than two regions or no indicator, and says how many were left", () => {
    const strict = (): unknown => prepare(table, { screen: { minRegionCoverage: 0.9 } });
    expect(strict).toThrow(DataError);
    expect(strict).toThrow(
      "prepare.screen: expected at least two regions and one indicator after screening, got 0 of 4 regions and 3 structural indicators. Lower the minimum coverage.",
    );
    expect(() => prepare(table, { screen: { minIndicatorCoverage: 0.9 } })).toThrow(
      "and 0 structural indicators",
    );
  });
});
