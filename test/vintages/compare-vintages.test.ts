import { type Analysis, analyse, compareVintages, type RegionTable } from "reference-regions";
import { describe, expect, test } from "vitest";
import { makeFramework, makeTable } from "../support/tables.js";

const indicators = ["x", "y", "z"] as const;
type Figures = { readonly [indicator: string]: readonly (number | null)[] };

/** T is the target; on a line in x, with y and z the same everywhere but at the ends, so that scales stay as they are. */
const figures: Figures = {
  x: [0, 1, 2, 3, 4, 50, 100],
  y: [50, 50, 50, 50, 50, 0, 100],
  z: [50, 50, 50, 50, 50, 100, 0],
};
const ids = ["T", "A", "B", "C", "D", "LOW", "HIGH"];
const makeVintage = (columns: Figures, regions: readonly string[] = ids, unit = "points"): RegionTable =>
  makeTable(columns as { [id: string]: (number | null)[] }, {
    framework: makeFramework({ indicators: indicators.map((id) => ({ id, unit })) }),
    regions: [...regions],
  });
const look = (table: RegionTable): Promise<Analysis> =>
  analyse(table, "T", { prepare: { treat: "none" }, reference: { count: 2 } });
const withX = (x: readonly number[]): Figures => ({ ...figures, x });

const before = await look(makeVintage(figures));

describe("two vintages", () => {
  test("of the same data differ in nothing", async () => {
    const same = compareVintages(before, await look(makeVintage(figures)));
    expect(same).toMatchObject({
      overlap: 2,
      jaccard: 1,
      rankBiasedOverlap: 1,
      entered: [],
      left: [],
      notes: [],
    });
    expect(same.stayed.map(({ id, change, mover }) => [id, change, mover])).toEqual([
      ["A", 0, "others"],
      ["B", 0, "others"],
    ]);
    expect(same.indicators.map(({ shift }) => shift)).toEqual([0, 0, 0]);
  });

  test("where the target moved, say that it did", async () => {
    const {
      entered,
      left,
      indicators: shifts,
    } = compareVintages(before, await look(makeVintage(withX([4.4, 1, 2, 3, 4, 50, 100]))));
    expect(entered.map(({ id, rankBefore, rankAfter, mover }) => [id, rankBefore, rankAfter, mover])).toEqual(
      [
        ["D", null, 1, "target"],
        ["C", null, 2, "target"],
      ],
    );
    expect(left.map(({ id, mover, byRegion }) => [id, mover, byRegion])).toEqual([
      ["A", "target", 0],
      ["B", "target", 0],
    ]);
    // On the scale of both vintages, 0 to 100.
    expect(shifts[0]).toMatchObject({ id: "x", unit: "points", before: 0, after: 4.4 });
    expect(shifts[0]!.shift).toBeCloseTo(0.044, 12);
  });

  test("where the other region moved, say that it did", async () => {
    const { entered, left } = compareVintages(
      before,
      await look(makeVintage(withX([0, 1, 2, 3, 0.5, 50, 100]))),
    );
    expect(entered).toMatchObject([{ id: "D", mover: "region", byTarget: 0 }]);
    // B stands where it stood: D came in between.
    expect(left).toMatchObject([{ id: "B", mover: "others", change: 0 }]);
  });

  test("where both moved towards each other, say both", async () => {
    const { entered } = compareVintages(before, await look(makeVintage(withX([2, 9, 8, 3, 2.2, 50, 100]))));
    expect(entered.map(({ id, mover }) => [id, mover])).toEqual([
      ["D", "both"],
      ["C", "target"],
    ]);
  });

  test("divide every change between the target and the region, without a rest", async () => {
    const after = await look(makeVintage(withX([3, 1, 7, 2.5, 4.5, 50, 100])));
    const { entered, left, stayed } = compareVintages(before, after);
    const all = [...entered, ...left, ...stayed];
    expect(all.length).toBeGreaterThan(2);
    for (const { distanceBefore, distanceAfter, change, byTarget, byRegion } of all) {
      expect(change).toBe(distanceAfter! - distanceBefore!);
      expect(byTarget! + byRegion!).toBeCloseTo(change!, 15);
    }
  });

  test("worked by hand: squared gaps on the scale 0 to 100, x with a third of the weight", async () => {
    const after = await look(makeVintage(withX([2, 1, 5, 3, 4, 50, 100])));
    const { left } = compareVintages(before, after);
    const d = (gap: number) => (gap / 100) ** 2 / 3;
    const moved = left.find(({ id }) => id === "B")!;
    // B: from 2 to 5; the target from 0 to 2.
    expect(moved.distanceBefore).toBeCloseTo(d(2), 15);
    expect(moved.distanceAfter).toBeCloseTo(d(3), 15);
    expect(moved.byTarget).toBeCloseTo((d(0) - d(2) + d(3) - d(5)) / 2, 15);
    expect(moved.byRegion).toBeCloseTo((d(5) - d(2) + d(3) - d(0)) / 2, 15);
    expect(moved.mover).toBe("region");
  });
});

describe("what is not in both vintages", () => {
  test("a region has no movement", async () => {
    const rest = ids.filter((id) => id !== "A");
    const columns = Object.fromEntries(
      Object.entries(figures).map(([id, column]) => [id, column.filter((_, i) => i !== 1)]),
    );
    const { left } = compareVintages(before, await look(makeVintage(columns, rest)));
    expect(left).toMatchObject([
      {
        id: "A",
        rankAfter: null,
        distanceAfter: null,
        change: null,
        byTarget: null,
        byRegion: null,
        mover: null,
      },
    ]);
    expect(left[0]!.distanceBefore).toBeGreaterThan(0);
  });

  test("an indicator does not count, and is named; so is one with another unit", async () => {
    const framework = makeFramework({
      indicators: [
        { id: "x", unit: "points" },
        { id: "y", unit: "persons" },
        { id: "new", unit: "points" },
      ],
    });
    const after = await look(
      makeTable({ x: figures.x!, y: figures.y!, new: figures.z! } as never, { framework, regions: ids }),
    );
    const { notes, indicators: shifts } = compareVintages(before, after);
    expect(shifts.map(({ id }) => id)).toEqual(["x"]);
    expect(notes.map(({ message }) => message)).toEqual([
      "These indicators are in one vintage only, and did not count: z, new.",
      "These indicators changed their unit, and did not count: y.",
    ]);
  });

  test("nothing in common is refused", async () => {
    const other = await look(makeVintage(figures, ids, "persons"));
    expect(() => compareVintages(before, other)).toThrow(
      "compareVintages: expected analyses that share structural indicators in the same unit, got none.",
    );
  });
});

test("analyses of different targets are refused", async () => {
  const other = await analyse(makeVintage(figures), "A", { reference: { count: 2 } });
  expect(() => compareVintages(before, other)).toThrow(
    "compareVintages: expected two analyses of one target, got T and A.",
  );
});
