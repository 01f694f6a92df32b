import { buildSpace, explainPair, type Indicator, prepare, weigh } from "reference-regions";
import { describe, expect, it } from "vitest";
import { makeFramework, makeTable } from "../support/tables.js";

type Kind = NonNullable<Indicator["kind"]>;

function pair(
  kinds: Record<string, Kind>,
  columns: Record<string, (number | null)[]>,
  indicators: Record<string, number>,
  minCoverage = 0,
) {
  const framework = makeFramework({ indicators: Object.entries(kinds).map(([id, kind]) => ({ id, kind })) });
  const prepared = prepare(makeTable(columns, { framework }), { treat: "none", normalise: "none" });
  const weights = weigh(prepared, { scheme: "given", indicators });
  return explainPair(buildSpace(prepared, { metric: "gower", weights, minCoverage }), "R01", "R02");
}

describe("gower", () => {
  it("takes a number by its gap as a share of the range", () => {
    expect(pair({ x: "ratio" }, { x: [2, 5, 12] }, { x: 1 }).distance).toBeCloseTo(0.3, 14);
  });

  it("an ordinal by its place among the codes that occur", () => {
    expect(pair({ x: "ordinal" }, { x: [1, 4, 2, 800] }, { x: 1 }).distance).toBeCloseTo(2 / 3, 14);
  });

  it("a category by 1 where the two differ, however far their codes", () => {
    for (const kind of ["nominal", "binary"] as const) {
      expect(pair({ x: kind, y: kind }, { x: [0, 1, 1], y: [1, 1, 0] }, { x: 1, y: 3 }).distance).toBeCloseTo(
        0.25,
        14,
      );
    }
    expect(pair({ x: "nominal" }, { x: [3, 900, 3] }, { x: 1 }).distance).toBe(1);
  });

  it("does not compare two zeros of an asymmetric binary, but two ones", () => {
    const kinds = { coast: "asymmetric-binary", x: "ratio" } as const;
    const x = [0, 5, 10];
    expect(pair(kinds, { coast: [0, 0, 1], x }, { coast: 1, x: 1 }).distance).toBeCloseTo(0.5, 14);
    expect(pair(kinds, { coast: [1, 1, 0], x }, { coast: 1, x: 1 }).distance).toBeCloseTo(0.25, 14);
    expect(pair(kinds, { coast: [1, 0, 0], x }, { coast: 1, x: 1 }).distance).toBeCloseTo(0.75, 14);
  });

  it("has no distance where nothing but such zeros could be compared", () => {
    expect(pair({ coast: "asymmetric-binary" }, { coast: [0, 0, 1] }, { coast: 1 }).distance).toBeNull();
  });

  it("weighs: 2 x 0.3 and 1 x 1 over 3", () => {
    const kinds = { x: "ratio", type: "nominal" } as const;
    expect(pair(kinds, { x: [2, 5, 12], type: [1, 2, 1] }, { x: 2, type: 1 }).distance).toBeCloseTo(
      1.6 / 3,
      14,
    );
  });

  it("divides by the weight of what both have", () => {
    const kinds = { x: "ratio", type: "nominal", y: "ratio" } as const;
    const columns = { x: [2, 5, 12], type: [1, 2, 1], y: [null, 3, 4] };
    const { distance, coverage, indicators } = pair(kinds, columns, { x: 2, type: 1, y: 1 });
    expect(distance).toBeCloseTo(1.6 / 3, 14);
    expect(coverage).toBeCloseTo(0.75, 14);
    expect(indicators.map(({ share }) => share?.toFixed(12) ?? null)).toEqual([
      (0.6 / 3).toFixed(12),
      (1 / 3).toFixed(12),
      null,
    ]);
    expect(pair(kinds, columns, { x: 2, type: 1, y: 1 }, 0.8).distance).toBeNull();
  });

  it("is the same on every linear scale: the range takes the unit away", () => {
    const table = makeTable({ x: [2, 5, 12, 7], y: [9, 1, 4, 4] });
    const [first, ...others] = (["none", "min-max", "z-score", "robust"] as const).map(
      (normalise) =>
        explainPair(
          buildSpace(prepare(table, { treat: "none", normalise }), { metric: "gower" }),
          "R01",
          "R02",
        ).distance!,
    );
    for (const other of others) expect(other).toBeCloseTo(first!, 13);
  });
});
