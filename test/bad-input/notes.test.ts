import { analyse, prepare, readRegionRows, weigh } from "reference-regions";
import { describe, expect, it } from "vitest";
import { errorOf } from "../support/problems.js";
import { makeFramework, makeTable } from "../support/tables.js";

const noteOf = (notes: readonly { readonly code: string }[], code: string) =>
  notes.filter((note) => note.code === code);

describe("an indicator without any value", () => {
  const table = makeTable({ age: [null, null, null], gdp: [1, 2, 4] });

  it("is noted on reading", () => {
    expect(table.notes).toEqual([
      {
        code: "empty-indicator",
        indicator: "age",
        message: "Indicator age has no value for any region; it gets weight 0.",
      },
    ]);
  });

  it("gets weight 0, and its part goes to its sisters", () => {
    expect(weigh(prepare(table)).indicators).toEqual({ age: 0, gdp: 1 });
  });

  it("is noted in the analysis, whose distances rest on the others alone", async () => {
    const { notes, reference } = await analyse(table, "R01");
    expect(noteOf(notes, "empty-indicator")).toHaveLength(1);
    expect(reference.regions.map(({ id, coverage }) => [id, coverage])).toEqual([
      ["R02", 1],
      ["R03", 1],
    ]);
  });
});

describe("a constant indicator", () => {
  const table = makeTable({ age: [40, 40, null], gdp: [1, 2, 4] });

  it("is noted on preparing, and gets weight 0", () => {
    const prepared = prepare(table);
    expect(noteOf(prepared.notes, "constant-indicator")).toEqual([
      {
        code: "constant-indicator",
        indicator: "age",
        message: "Indicator age is the same in every region that has it; it gets weight 0.",
      },
    ]);
    expect(prepared.inert).toEqual([{ id: "age", reason: "constant" }]);
    expect(weigh(prepared).indicators).toEqual({ age: 0, gdp: 1 });
  });

  it("costs no coverage where it is missing", async () => {
    const { reference } = await analyse(table, "R01");
    expect(reference.regions.map(({ coverage }) => coverage)).toEqual([1, 1]);
  });

  it("alone leaves nothing to weigh", () => {
    const flat = prepare(makeTable({ age: [40, 40], gdp: [1, 1] }));
    expect(errorOf(() => weigh(flat)).message).toBe(
      "weigh: expected at least one weight above 0 on an indicator that tells regions apart, got none. Give one a positive weight.",
    );
  });
});

describe("a composition that does not add up", () => {
  const sectors = [
    { id: "industry", composition: "sectors" },
    { id: "services", composition: "sectors" },
  ];
  const rows = [
    { code: "A", industry: 40, services: 60 },
    { code: "B", industry: 30, services: 60 },
    { code: "C", industry: 40.2, services: 60.9 },
    { code: "D", industry: 50, services: null },
  ];

  it("is noted with the regions and the one furthest off", () => {
    expect(readRegionRows(rows, makeFramework({ indicators: sectors })).notes).toEqual([
      {
        code: "composition-does-not-add-up",
        composition: "sectors",
        regions: ["B", "C"],
        total: 100,
        tolerance: 1,
        of: 3,
        furthest: { region: "B", sum: 90 },
        message:
          "The shares of sectors do not add to 100 (within 1) in 2 of 3 regions; furthest is B with 90.",
      },
    ]);
  });

  it("is measured with the tolerance that the framework states", () => {
    const compositions = [{ id: "sectors", tolerance: 5 }];
    const { notes } = readRegionRows(rows, makeFramework({ indicators: sectors, compositions }));
    expect(notes.map(({ message }) => message)).toEqual([
      "The shares of sectors do not add to 100 (within 5) in 1 of 3 regions; furthest is B with 90.",
    ]);
  });

  it("says how to state fractions", () => {
    const fractions = [
      { code: "A", industry: 0.4, services: 0.6 },
      { code: "B", industry: 0.3, services: 0.7 },
    ];
    const { notes } = readRegionRows(fractions, makeFramework({ indicators: sectors }));
    expect(notes[0]!.message).toBe(
      'The shares of sectors do not add to 100 (within 1) in 2 of 2 regions; furthest is A with 1. If the shares are fractions, state { id: "sectors", total: 1 } in the framework\'s compositions.',
    );
    const compositions = [{ id: "sectors", total: 1, tolerance: 0.01 }];
    expect(readRegionRows(fractions, makeFramework({ indicators: sectors, compositions })).notes).toEqual([]);
  });
});
