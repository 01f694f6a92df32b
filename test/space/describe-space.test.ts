import { buildSpace, describeSpace, prepare, weigh } from "reference-regions";
import { describe, expect, it } from "vitest";
import { makeFramework, makeTable } from "../support/tables.js";

const raw = { treat: "none", normalise: "none" } as const;

describe("describeSpace", () => {
  it("tells what a weight does to the distances: gaps of 1 and 3 under equal weights, by hand", () => {
    // Squared gaps R01-R02: 1 and 9; R01-R03: 4 and 0; R02-R03: 1 and 9. Shares of x: 0.1, 1, 0.1.
    const space = buildSpace(prepare(makeTable({ x: [0, 1, 2], y: [0, 3, 0] }), raw));
    const { indicators, dimensions, pairs, sampled } = describeSpace(space);
    expect(indicators).toEqual([
      { id: "x", nominal: 0.5, effective: expect.closeTo(0.4, 14) },
      { id: "y", nominal: 0.5, effective: expect.closeTo(0.6, 14) },
    ]);
    expect(dimensions).toEqual([{ id: "all", nominal: 1, effective: expect.closeTo(1, 14) }]);
    expect([pairs, sampled]).toEqual([3, false]);
  });

  it("leaves out pairs at distance 0 and pairs without a distance", () => {
    const space = buildSpace(prepare(makeTable({ x: [0, 0, 2, 5], y: [1, 1, 3, null] }), raw));
    expect(describeSpace(space).pairs).toBe(2);
  });

  it("lists correlated pairs, the strongest first: strong from 0.9, notable from 0.7", () => {
    // r(a, b) = -1; r(a, c) = 8 / 10; r(a, d) = 0.
    const table = makeTable({
      a: [1, 2, 3, 4, 5],
      b: [5, 4, 3, 2, 1],
      c: [2, 1, 4, 3, 5],
      d: [1, 2, 1.5, 2, 1],
    });
    const { correlated } = describeSpace(buildSpace(prepare(table, raw)));
    expect(correlated).toEqual([
      { a: "a", b: "b", correlation: expect.closeTo(-1, 12), strength: "strong" },
      { a: "a", b: "c", correlation: expect.closeTo(0.8, 12), strength: "notable" },
      { a: "b", b: "c", correlation: expect.closeTo(-0.8, 12), strength: "notable" },
    ]);
  });

  it("does not correlate codes without order, nor what has no weight", () => {
    const framework = makeFramework({ indicators: ["a", { id: "code", kind: "nominal" }, "idle"] });
    const prepared = prepare(makeTable({ a: [1, 2, 3], code: [1, 2, 3], idle: [1, 2, 3] }, { framework }));
    const weights = weigh(prepared, { scheme: "given", indicators: { a: 1, code: 1, idle: 0 } });
    expect(describeSpace(buildSpace(prepared, { metric: "gower", weights })).correlated).toEqual([]);
  });

  const twice = makeTable({ jobs: [1, 5, 2, 9], work: [2, 10, 4, 18], age: [4, 1, 9, 5] });

  it("notes indicators that say the same, and what to do", () => {
    expect(describeSpace(buildSpace(prepare(twice))).notes).toEqual([
      {
        code: "redundant",
        pairs: [["jobs", "work"]],
        correlations: [1],
        shared: false,
        message:
          "These indicators say nearly the same: jobs and work (r = 1.00). What they say counts twice; leave one out, or weigh by redundancy.",
      },
    ]);
  });

  it("or that their weights are shared already", () => {
    const prepared = prepare(twice);
    const space = buildSpace(prepared, { weights: weigh(prepared, { scheme: "redundancy" }) });
    expect(describeSpace(space).notes.map(({ message }) => message)).toEqual([
      "These indicators say nearly the same: jobs and work (r = 1.00). Their weights are shared already.",
    ]);
  });

  it("notes the few indicators that carry half of all distance", () => {
    const wide = makeTable({ wide: [0, 500, 900, 200], a: [1, 2, 2, 1], b: [3, 1, 2, 1], c: [1, 4, 1, 3] });
    expect(describeSpace(buildSpace(prepare(wide, raw))).notes).toEqual([
      {
        code: "concentrated",
        indicators: ["wide"],
        of: 4,
        message: "1 of 4 indicators carry half of all distance: wide.",
      },
    ]);
  });

  it("has nothing to note of three even indicators, and repeats what is constant", () => {
    const even = { a: [1, 2, 3, 1], b: [3, 1, 1, 2], c: [1, 3, 1, 2] };
    expect(
      describeSpace(buildSpace(prepare(makeTable(even)))).notes.filter(({ code }) => code !== "redundant"),
    ).toEqual([]);
    const flat = prepare(makeTable({ ...even, flat: [7, 7, 7, 7] }));
    const { notes, indicators } = describeSpace(buildSpace(flat));
    expect(notes).toContainEqual({
      code: "constant-indicator",
      indicator: "flat",
      message: "Indicator flat is the same in every region that has it; it gets weight 0.",
    });
    expect(indicators.at(-1)).toEqual({ id: "flat", nominal: 0, effective: 0 });
  });

  it("has effects of 0 where no pair can be compared", () => {
    const space = buildSpace(prepare(makeTable({ x: [0, 1, null, null], y: [null, null, 1, 3] })));
    const { indicators, pairs, notes } = describeSpace(space);
    expect(indicators.map(({ effective }) => effective)).toEqual([0, 0]);
    expect(pairs).toBe(0);
    expect(notes.filter(({ code }) => code === "concentrated")).toEqual([]);
  });

  it("above 2,000 regions samples 200,000 pairs, the same every time, near the mean over all", () => {
    const at = (n: number, step: number) => Array.from({ length: n }, (_, i) => ((i * step) % n) / n);
    const large = buildSpace(prepare(makeTable({ x: at(2_001, 7), y: at(2_001, 1_009) }), raw), {
      metric: "manhattan",
    });
    const first = describeSpace(large);
    expect([first.pairs, first.sampled]).toEqual([200_000, true]);
    expect(describeSpace(large)).toEqual(first);
    expect(first.indicators[0]!.effective).toBeCloseTo(0.5, 2);
    expect(first.indicators[0]!.effective + first.indicators[1]!.effective).toBeCloseTo(1, 12);
  });
});
