import { type CoverageTrade, summariseCoverage } from "reference-regions";
import { describe, expect, it } from "vitest";
import { makeFramework, makeTable } from "../support/tables.js";

const framework = makeFramework({ indicators: ["a", "b", "c", { id: "p", role: "performance" }] });
const regions = [
  { code: "R1", country: "X" },
  { code: "R2", country: "X" },
  { code: "R3", country: "Y" },
  { code: "R4", country: "X" },
  { code: "R5" },
];
const columns = {
  a: [1, 1, 1, 1, null],
  b: [1, 1, null, 1, 1],
  c: [1, null, null, null, 1],
  p: [null, null, null, null, 1],
};
const coverage = summariseCoverage(makeTable(columns, { framework, regions }));

describe("summariseCoverage counts", () => {
  it("structural cells over the whole table", () => {
    expect(coverage.overall).toEqual({ present: 10, total: 15, share: 10 / 15 });
  });

  it("structural indicators per region, performance left aside", () => {
    expect(coverage.regions.map(({ id, country, present, total }) => [id, country, present, total])).toEqual([
      ["R1", "X", 3, 3],
      ["R2", "X", 2, 3],
      ["R3", "Y", 1, 3],
      ["R4", "X", 2, 3],
      ["R5", null, 2, 3],
    ]);
  });

  it("regions per indicator, in both roles", () => {
    expect(coverage.indicators).toEqual([
      { id: "a", role: "structural", present: 4, total: 5, share: 0.8 },
      { id: "b", role: "structural", present: 4, total: 5, share: 0.8 },
      { id: "c", role: "structural", present: 2, total: 5, share: 0.4 },
      { id: "p", role: "performance", present: 1, total: 5, share: 0.2 },
    ]);
  });

  it("shares of regions per country, regions without one first", () => {
    expect(coverage.countries).toEqual([
      { country: null, regions: 1, indicators: { a: 0, b: 1, c: 1, p: 1 } },
      { country: "X", regions: 3, indicators: { a: 1, b: 1, c: 1 / 3, p: 0 } },
      { country: "Y", regions: 1, indicators: { a: 1, b: 0, c: 0, p: 0 } },
    ]);
  });
});

describe("the trade of regions against indicators", () => {
  it("gives up one at a time what makes most regions complete (by hand)", () => {
    expect(coverage.trade).toEqual([
      { indicators: ["a", "b", "c"], dropped: null, completeRegions: 1, usableRegions: 4 },
      { indicators: ["a", "b"], dropped: "c", completeRegions: 3, usableRegions: 3 },
      { indicators: ["a"], dropped: "b", completeRegions: 4, usableRegions: 4 },
    ]);
  });

  it("gives up the thinnest when none makes a region complete alone", () => {
    const { trade } = summariseCoverage(
      makeTable({ a: [1, null, null, 1], b: [1, null, null, null], c: [1, 1, 1, null] }),
    );
    expect(trade[1]!.dropped).toBe("b");
  });

  it("gives up the later in the framework among equals", () => {
    const { trade } = summariseCoverage(makeTable({ a: [1, null, 1], b: [1, 1, null] }));
    expect(trade.map(({ dropped }) => dropped)).toEqual([null, "b"]);
  });

  it("leaves indicators without any figure out from the start", () => {
    const { trade } = summariseCoverage(makeTable({ a: [1, 2], b: [null, null] }));
    expect(trade.map(({ indicators }) => indicators)).toEqual([["a"]]);
  });

  it("calls a region usable from 66 % of the indicators kept", () => {
    const figures = (present: number) => Array.from({ length: 50 }, (_, k) => (k < present ? 1 : null));
    const perRegion = [figures(33), figures(32), figures(50)];
    const wide = Object.fromEntries(
      Array.from({ length: 50 }, (_, k) => [`i${k}`, perRegion.map((region) => region[k]!)]),
    );
    // 33 of 50 are 66 % exactly.
    expect(summariseCoverage(makeTable(wide)).trade[0]!.usableRegions).toBe(2);
  });

  it("never loses a complete region on the way down", () => {
    const random = (i: number) => (Math.sin(i * 127.1) * 43758.5453) % 1;
    const table = makeTable(
      Object.fromEntries(
        ["a", "b", "c", "d", "e"].map((id, k) => [
          id,
          Array.from({ length: 40 }, (_, i) => (i < 2 || random(i * 5 + k) > 0.1 ? i : null)),
        ]),
      ),
    );
    const complete = summariseCoverage(table).trade.map((step: CoverageTrade) => step.completeRegions);
    expect(complete).toHaveLength(5);
    expect(complete).toEqual(complete.toSorted((x, y) => x - y));
    expect(complete[0]).toBeLessThan(complete[4]!);
  });
});
