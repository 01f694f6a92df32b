import { buildSpace, explainPair, OptionsError, prepare, type SpaceOptions, weigh } from "reference-regions";
import { describe, expect, it } from "vitest";
import { makeFramework, makeTable } from "../support/tables.js";

const framework = makeFramework({
  indicators: [
    { id: "x", name: { en: "Jobs", ru: "Работа" }, unit: "%", year: 2021 },
    { id: "y", name: "Patents", unit: { en: "per million" }, year: "2019-2021" },
  ],
});
const columns = { x: [0, 1, 5, 10], y: [0, 8, 1, 1] };
const raw = { treat: "none", normalise: "none" } as const;

function pairOf(a: string, b: string, options: SpaceOptions = {}) {
  return explainPair(buildSpace(prepare(makeTable(columns, { framework }), raw), options), a, b);
}

describe("explainPair", () => {
  const pair = pairOf("R01", "R02");
  const [x, y] = pair.indicators as [(typeof pair.indicators)[0], (typeof pair.indicators)[0]];

  it("splits the distance and shows both raw values, with name, unit and year", () => {
    // 0.5 * 1² + 0.5 * 8²
    expect(pair.distance).toBeCloseTo(32.5, 13);
    expect(x).toMatchObject({ id: "x", a: 0, b: 1, gap: 1, unit: "%", year: 2021, weight: 0.5 });
    expect(y).toMatchObject({ id: "y", a: 0, b: 8, gap: 8, unit: { en: "per million" }, year: "2019-2021" });
    expect(x.share).toBeCloseTo(0.5, 13);
    expect(y.share).toBeCloseTo(32, 13);
    expect(pair.dimensions.all).toBeCloseTo(32.5, 13);
  });

  it("shows the mean gap of the two to all others as typical", () => {
    // x: from R01 1, 5, 10; from R02 1, 4, 9. y: from R01 8, 1, 1; from R02 8, 7, 7.
    expect(x.typicalGap).toBeCloseTo((16 / 3 + 14 / 3) / 2, 13);
    expect(y.typicalGap).toBeCloseTo((10 / 3 + 22 / 3) / 2, 13);
  });

  it("says what adds less to the distance than is typical, and what adds more", () => {
    expect(pair.unites).toEqual(["x"]);
    expect(pair.divides).toEqual(["y"]);
    expect([x.verdict, y.verdict]).toEqual(["unites", "divides"]);
  });

  it("puts the strongest reason first", () => {
    // Less than is typical: x by 16 - 12.5, y by 9.67 - 0.5.
    expect(pairOf("R01", "R03").unites).toEqual(["y", "x"]);
    // More than is typical: x by 40.5 - 25.33, y by 24.5 - 17.67.
    expect(pairOf("R02", "R04").divides).toEqual(["x", "y"]);
  });

  it("the other way round changes signs and sides, nothing else", () => {
    const back = pairOf("R02", "R01");
    expect(back.distance).toBe(pair.distance);
    expect([back.unites, back.divides, back.dimensions]).toEqual([
      pair.unites,
      pair.divides,
      pair.dimensions,
    ]);
    expect(back.indicators).toEqual(
      pair.indicators.map((one) => ({ ...one, a: one.b, b: one.a, gap: -one.gap! })),
    );
  });

  it("keeps the two regions beside the plan in its recipe", () => {
    expect(JSON.stringify(pair.recipe)).toContain('["R01","R02"]');
    expect(pair.recipe.plan.space).toEqual({ metric: "squared-euclidean", minCoverage: 0.66 });
  });

  it("answers an unknown region with the nearest id", () => {
    expect(() => pairOf("R01", "R2")).toThrow(OptionsError);
    expect(() => pairOf("R1", "R02")).toThrow('got "R1". Did you mean "R01"?');
  });
});

describe("a pair with gaps", () => {
  const thin = { x: [0, 1, 5, 10], y: [0, null, 1, 1], z: [1, 2, 3, null], idle: [3, null, 1, 2] };
  const prepared = prepare(makeTable(thin), raw);
  const weights = weigh(prepared, { scheme: "given", indicators: { x: 2, y: 1, z: 1, idle: 0 } });
  const pair = explainPair(buildSpace(prepared, { weights }), "R01", "R02");

  it("rests on what both have", () => {
    expect(pair.coverage).toBeCloseTo(0.75, 14);
    // (0.5 * 1 + 0.25 * 1) / 0.75
    expect(pair.distance).toBeCloseTo(1, 14);
  });

  it("names what is missing and what has no weight, and makes neither a reason", () => {
    const [, y, , idle] = pair.indicators;
    expect(y).toMatchObject({ verdict: "missing", gap: null, share: null, a: 0, b: null });
    expect(idle).toMatchObject({ verdict: "missing", gap: null, share: null, a: 3, b: null, weight: 0 });
    const other = explainPair(buildSpace(prepared, { weights }), "R01", "R03").indicators[3];
    expect(other).toMatchObject({ verdict: "weightless", gap: -2, share: 0 });
    expect([...pair.unites, ...pair.divides].sort()).toEqual(["x", "z"]);
  });

  it("has no distance, closeness or parts where too little is shared, but still both sides", () => {
    const none = explainPair(buildSpace(prepared, { weights, minCoverage: 0.8 }), "R01", "R02");
    expect(none).toMatchObject({ distance: null, closeness: null, dimensions: {} });
    expect(none.indicators.map(({ share }) => share)).toEqual([null, null, null, null]);
    expect(none.indicators[0]).toMatchObject({ a: 0, b: 1, gap: 1 });
  });

  it("has none under Chebyshev either, nor where all shared figures are equal", () => {
    const equal = prepare(makeTable({ x: [1, 1, 2], y: [null, 3, 4], z: [null, 3, 4] }), raw);
    for (const metric of ["chebyshev", "squared-euclidean"] as const) {
      const none = explainPair(buildSpace(equal, { metric }), "R01", "R02");
      expect(none.indicators.map(({ share }) => share)).toEqual([null, null, null]);
    }
  });
});

describe("verdicts", () => {
  it("unites and divides are given to the indicators in unites and in divides, and to no other", () => {
    // Two regions alone: what is typical of them is their own gap, and nothing unites or divides.
    const pair = explainPair(buildSpace(prepare(makeTable({ x: [1, 2], y: [5, 3] }))), "R01", "R02");
    for (const { id, verdict } of pair.indicators) {
      expect(verdict === "unites").toBe(pair.unites.includes(id));
      expect(verdict === "divides").toBe(pair.divides.includes(id));
    }
  });
});
