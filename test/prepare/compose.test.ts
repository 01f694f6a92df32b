import { DataError, OptionsError, type PrepareOptions, prepare } from "reference-regions";
import { describe, expect, it } from "vitest";
import { compose } from "../../src/prepare/compose.js";
import { errorOf, messagesOf } from "../support/problems.js";
import { makeFramework, makeTable } from "../support/tables.js";

const framework = makeFramework({
  compositions: [{ id: "sectors", total: 100 }],
  indicators: [
    { id: "farms", composition: "sectors" },
    { id: "plants", composition: "sectors" },
    { id: "shops", composition: "sectors" },
    "age",
  ],
});
const columns = {
  farms: [10, 0, 20, null, 5],
  plants: [30, 40, 20, 50, 0],
  shops: [60, 60, 60, 50, 95],
  age: [40, 41, 42, 43, 44],
};
const table = makeTable(columns, { framework });
const prepared = (composition: PrepareOptions["composition"]) =>
  prepare(table, { composition, treat: "none", normalise: "none" });

describe("a composition", () => {
  it("enters as it is by default", () => {
    const { columns: as, steps, notes } = prepared(undefined);
    expect(as).toEqual(columns);
    expect(steps.farms!.composed).toEqual({ method: "as-is", cells: [] });
    expect(notes.filter(({ code }) => code === "zeros-replaced")).toEqual([]);
  });

  it("as centred log-ratio is ln(part / geometric mean of the parts)", () => {
    const { columns: clr } = prepared("clr");
    const centre = (Math.log(10) + Math.log(30) + Math.log(60)) / 3;
    expect(clr.farms![0]).toBeCloseTo(Math.log(10) - centre, 13);
    expect(clr.plants![0]).toBeCloseTo(Math.log(30) - centre, 13);
    expect(clr.shops![0]).toBeCloseTo(Math.log(60) - centre, 13);
  });

  it("as centred log-ratio adds up to 0 in every region that has all parts", () => {
    const { columns: clr } = prepared("clr");
    for (const row of [0, 1, 2, 4])
      expect(clr.farms![row]! + clr.plants![row]! + clr.shops![row]!).toBeCloseTo(0, 13);
  });

  it("as Hellinger is the root of the part of the whole, so that the squares add up to 1", () => {
    const { columns: roots, steps } = prepared("hellinger");
    expect(roots.farms![0]).toBeCloseTo(Math.sqrt(0.1), 14);
    for (const row of [0, 1, 2, 4])
      expect(roots.farms![row]! ** 2 + roots.plants![row]! ** 2 + roots.shops![row]! ** 2).toBeCloseTo(1, 13);
    expect(steps.farms!.composed).toEqual({ method: "hellinger", cells: [] });
  });

  it("leaves indicators of no composition alone", () => {
    expect(prepared("clr").columns.age).toEqual(columns.age);
  });

  it("of which a region lacks one share gives that region none of them, and keeps the raw ones in raw", () => {
    for (const method of ["clr", "hellinger"] as const) {
      const { columns: parts, raw } = prepared(method);
      for (const id of ["farms", "plants", "shops"]) expect(parts[id]![3]).toBeNull();
      expect(raw.plants![3]).toBe(50);
    }
  });

  it("replaces zeros by 0.65 of the smallest share, lists them, and says so", () => {
    const { steps, notes } = prepared("clr");
    const delta = 0.65 * 5;
    expect(steps.farms!.composed).toEqual({
      method: "clr",
      delta,
      cells: [{ region: "R02", from: 0, to: delta }],
    });
    expect(steps.plants!.composed.cells).toEqual([{ region: "R05", from: 0, to: delta }]);
    expect(steps.shops!.composed.cells).toEqual([]);
    expect(notes.filter(({ code }) => code === "zeros-replaced")).toEqual([
      {
        code: "zeros-replaced",
        indicator: "farms",
        cells: 1,
        delta: 3.25,
        message: "Indicator farms: 1 share of 0 was replaced by 3.25 before the logarithm.",
      },
      {
        code: "zeros-replaced",
        indicator: "plants",
        cells: 1,
        delta: 3.25,
        message: "Indicator plants: 1 share of 0 was replaced by 3.25 before the logarithm.",
      },
    ]);
  });

  it("lowers the other shares in proportion, so that the whole stays", () => {
    // exp(clr) is the replaced row but for its scale.
    const { columns: clr } = prepared({ method: "clr", delta: 0.5 });
    const row = [clr.farms![1]!, clr.plants![1]!, clr.shops![1]!].map(Math.exp);
    const scale = 100 / (row[0]! + row[1]! + row[2]!);
    expect(row.map((value) => (value * scale).toFixed(10))).toEqual(
      [0.5, 40 * 0.995, 60 * 0.995].map((value) => value.toFixed(10)),
    );
  });

  it("is closed first: shares that add up to 99.5 count as their parts of the whole", () => {
    const off = compose([[24.875], [74.625]], "hellinger", 100, ["A"]);
    expect(off.columns[0]![0]).toBeCloseTo(0.5, 14);
    expect(off.columns[1]![0]).toBeCloseTo(Math.sqrt(0.75), 14);
  });

  it("with a negative share is refused in words", () => {
    const negative = makeTable(
      { ...columns, farms: [10, -5, 20, null, 5], plants: [30, 45, 20, 50, 0] },
      { framework },
    );
    for (const composition of ["clr", "hellinger"] as const) {
      const run = (): unknown => prepare(negative, { composition });
      expect(errorOf(run)).toBeInstanceOf(DataError);
      expect(messagesOf(run)).toEqual([
        'region R02: expected shares of at least 0 with a positive sum, got -5, 45, 60. Mend them, or let the composition enter "as-is".',
      ]);
    }
    expect(() => prepare(negative)).not.toThrow();
  });

  it("of nothing but zeros is refused in words", () => {
    expect(() =>
      compose(
        [
          [1, 0],
          [1, 0],
        ],
        "clr",
        100,
        ["A", "B"],
      ),
    ).toThrow("region B: expected shares of at least 0 with a positive sum, got 0, 0.");
  });

  it("refuses a delta that would leave nothing for the other shares", () => {
    const run = (): unknown => prepared({ method: "clr", delta: 100 });
    expect(errorOf(run)).toBeInstanceOf(OptionsError);
    expect(messagesOf(run)).toEqual([
      "prepare.composition: expected a delta that leaves room for the other shares, got 100 for each of 1 zeros in a whole of 100. Give a smaller delta.",
    ]);
  });

  it("whose regions have one share alone asks for a delta", () => {
    const corners = makeTable(
      { farms: [100, 0, 0], plants: [0, 100, 0], shops: [0, 0, 100], age: [1, 2, 3] },
      { framework },
    );
    expect(() => prepare(corners, { composition: "clr" })).toThrow("Give a smaller delta.");
    expect(() => prepare(corners, { composition: { method: "clr", delta: 1 } })).not.toThrow();
  });

  it("that no region has in full has no figure at all", () => {
    const { columns: none, steps } = compose(
      [
        [1, null],
        [null, 1],
      ],
      "clr",
      2,
      ["A", "B"],
    );
    expect(none).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(steps[0]!.cells).toEqual([]);
  });
});
