import { DataError, parseFramework, type RegionTable, readRegionRows } from "reference-regions";
import { describe, expect, test } from "vitest";
import {
  type Correspondence,
  checkRegionCodes,
  type Overlap,
  readCorrespondence,
  recodeRegions,
} from "../../src/eurostat/index.js";
import fc from "../support/fast-check.js";
import { realData, realText } from "./samples.js";

const framework = parseFramework({
  schemaVersion: 1,
  id: "small",
  name: "Small",
  dimensions: [{ id: "all", name: "All" }],
  indicators: [
    { id: "people", name: "People", dimension: "all", role: "structural" },
    { id: "age", name: "Mean age", dimension: "all", role: "structural" },
  ],
});

const overlap = (
  from: string,
  to: string,
  population: number | null,
  area: number | null = null,
): Overlap => ({
  fromVersion: "old",
  toVersion: "new",
  from,
  to,
  population,
  area,
});

/** A and B merge, C is split, D passes half to E, F is only renamed. */
const changes: Correspondence = [
  overlap("A", "AB", 300, 10),
  overlap("B", "AB", 100, 30),
  overlap("C", "C1", 60, 5),
  overlap("C", "C2", 40, 15),
  overlap("D", "D", 50, 2),
  overlap("D", "E", 50, 6),
  overlap("E", "E", 150, 6),
  overlap("F", "G", null),
];

const table = readRegionRows(
  [
    { code: "A", name: "Alpha", country: "X", people: 300, age: 40, kind: "town" },
    { code: "B", name: "Beta", country: "X", people: 100, age: 44, kind: "village" },
    { code: "C", name: "Gamma", country: "X", people: 100, age: 50, kind: "town" },
    { code: "D", name: "Delta", country: "X", people: 100, age: 30, kind: "town" },
    { code: "E", name: "Epsilon", country: "Y", people: 150, age: 38, kind: "town" },
    { code: "F", name: "Phi", country: "Y", lat: 50, lon: 10, people: 7, age: 20, kind: "town" },
  ],
  framework,
);
const there = { from: "old", to: "new", extensive: ["people"] };
const back = { from: "new", to: "old", extensive: ["people"] };
const total = (one: RegionTable, id: string) =>
  one.columns[id]!.reduce<number>((sum, x) => sum + (x ?? 0), 0);

describe("recodeRegions", () => {
  const moved = recodeRegions(table, changes, there);
  const cell = (one: RegionTable, indicator: string, id: string) =>
    one.columns[indicator]![one.regions.findIndex((region) => region.id === id)];

  test("adds totals up and shares them out, averages the rest", () => {
    expect(moved.regions.map(({ id }) => id)).toEqual(["AB", "C1", "C2", "D", "E", "G"]);
    expect(moved.columns).toEqual({ people: [400, 60, 40, 50, 200, 7], age: [41, 50, 50, 30, 36, 20] });
  });

  test("weighs by area where asked", () => {
    const byArea = recodeRegions(table, changes, { ...there, method: "area" });
    expect(cell(byArea, "age", "AB")).toBe(43);
    expect(cell(byArea, "people", "C1")).toBe(25);
  });

  test("keeps what a renamed region had, and of others what their parts share", () => {
    expect(moved.regions[5]).toEqual({ ...table.regions[5], id: "G" });
    expect(moved.regions[0]).toEqual({
      id: "AB",
      name: "AB",
      country: "X",
      latitude: null,
      longitude: null,
      attributes: { kind: null },
    });
    expect(moved.regions[4]).toMatchObject({ id: "E", country: null, attributes: { kind: "town" } });
  });

  test("says what was averaged, made anew, and which codes are ambiguous", () => {
    expect(moved.notes.map(({ code }) => code)).toEqual([
      "ambiguous-codes",
      "regions-made-anew",
      "indicators-averaged",
    ]);
    expect(moved.notes[0]).toMatchObject({ regions: ["D", "E"] });
    expect(moved.notes[2]).toMatchObject({ indicators: ["age"] });
  });

  test("leaves a whole empty where a part is, and says so", () => {
    const gappy: RegionTable = {
      ...table,
      regions: table.regions.slice(1),
      columns: { people: [100, null, 100, 150, 7], age: [44, 50, 30, 38, 20] },
    };
    const { columns, notes } = recodeRegions(gappy, changes, there);
    expect(columns).toEqual({ people: [null, null, null, 50, 200, 7], age: [null, 50, 50, 30, 36, 20] });
    const gaps = notes.filter(({ code }) => code === "missing-part");
    expect(gaps.map(({ message }) => message)).toEqual([
      "Indicator people of AB is missing, for parts without a value: A (not in the table).",
      "Indicator people of C1 is missing, for parts without a value: C.",
      "Indicator people of C2 is missing, for parts without a value: C.",
      "Indicator age of AB is missing, for parts without a value: A (not in the table).",
    ]);
  });

  test.each([
    [[], "expected two sets that the correspondence joins (none), got 2016 to 2021"],
    [{}, "recodeRegions.correspondence: expected a list, got {}"],
    [[{ fromVersion: "2016" }], "recodeRegions.correspondence[0].population"],
    [
      [{ fromVersion: "2016", toVersion: "2021", from: "A", to: "A", area: null, population: Number.NaN }],
      "recodeRegions.correspondence[0].population: expected a finite number, got NaN",
    ],
    [
      [{ fromVersion: "2016", toVersion: "2021", from: "A", to: "A", area: null, population: -1 }],
      "recodeRegions.correspondence[0].population: expected a number of at least 0, got -1",
    ],
    [
      [{ fromVersion: "2016", toVersion: "2021", from: "A", to: "A", area: null, population: "5" }],
      'recodeRegions.correspondence[0].population: expected a number, got "5"',
    ],
  ])("refuses a correspondence by hand that is none: %j", (made, message) => {
    expect(() => recodeRegions(table, made as never, { from: "2016", to: "2021" })).toThrow(message);
  });

  test("names the regions that the correspondence does not know", () => {
    const other = {
      ...table,
      regions: table.regions.map((one) => (one.id === "A" ? { ...one, id: "Z" } : one)),
    };
    const { notes } = recodeRegions(other, changes, there);
    expect(notes[0]).toMatchObject({ code: "regions-not-recoded", regions: ["Z"] });
  });

  test.each<[string, Correspondence, object, string, string]>([
    [
      "a set that is unknown",
      changes,
      { from: "older" },
      "unknown-version",
      "expected two sets that the correspondence joins (old to new), got older to new.",
    ],
    [
      "an indicator that is unknown",
      changes,
      { extensive: ["peeple"] },
      "unknown-indicator",
      'Did you mean "people"?',
    ],
    ["an option that is unknown", changes, { metod: "area" }, "invalid-option", "metod"],
    [
      "a weight that is missing",
      [overlap("A", "AB", null, 1), overlap("B", "AB", 1, 1)],
      {},
      "no-weight",
      "region A: expected the population of its overlap with AB, got none. Fill it in, or weigh by area.",
    ],
    [
      "a region whose weights are all zero",
      [overlap("A", "A1", 0, 1), overlap("A", "A2", 0, 1)],
      {},
      "no-weight",
      "its figures would be lost",
    ],
    [
      "an overlap that stands there twice",
      [overlap("A", "A", 1), overlap("A", "A", 1)],
      {},
      "duplicate-overlap",
      "got several",
    ],
    [
      "a table of another set",
      [overlap("X", "Y", 1)],
      {},
      "no-known-region",
      "expected regions of the set old (X, ...), got A, B, C, ...",
    ],
  ])("refuses %s", (_, correspondence, options, code, words) => {
    const call = () => recodeRegions(table, correspondence, { ...there, ...options });
    expect(call).toThrow(words);
    expect(call).toThrow(expect.objectContaining({ code }));
  });
});

/** Random overlaps of up to six old with up to five new regions; every old region has some people. */
const anyChange = fc
  .array(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 5, maxLength: 5 }), {
    minLength: 2,
    maxLength: 6,
  })
  .map((rows) =>
    rows.flatMap((row, i) =>
      row.flatMap((people, j) =>
        people > 300 || j === i % 5 ? [overlap(`a${i}`, `b${j}`, people + 1)] : [],
      ),
    ),
  );
const anyFigures = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 6, maxLength: 6 });

function tableOf(
  correspondence: Correspondence,
  people: readonly number[],
  age: readonly number[],
): RegionTable {
  const ids = [...new Set(correspondence.map(({ from }) => from))];
  return readRegionRows(
    ids.map((code, i) => ({ code, people: people[i]! + 0, age: age[i]! + 0 })),
    framework,
  );
}

describe("any table that is moved", () => {
  test("keeps the sum of its totals", () => {
    fc.assert(
      fc.property(anyChange, anyFigures, anyFigures, (correspondence, people, age) => {
        const before = tableOf(correspondence, people, age);
        const after = recodeRegions(before, correspondence, there);
        const scale = people.reduce((sum, x) => sum + Math.abs(x), 1e-300);
        expect(Math.abs(total(after, "people") - total(before, "people")) / scale).toBeLessThan(1e-9);
      }),
    );
  });

  test("keeps its other figures within the range of their parts", () => {
    fc.assert(
      fc.property(anyChange, anyFigures, anyFigures, (correspondence, people, age) => {
        const before = tableOf(correspondence, people, age);
        const after = recodeRegions(before, correspondence, there);
        after.regions.forEach(({ id }, row) => {
          const parts = correspondence.filter((one) => one.to === id).map((one) => one.from);
          const values = parts.map(
            (part) => before.columns.age![before.regions.findIndex((one) => one.id === part)]!,
          );
          expect(after.columns.age![row]).toBeGreaterThanOrEqual(Math.min(...values));
          expect(after.columns.age![row]).toBeLessThanOrEqual(Math.max(...values));
        });
      }),
    );
  });

  test("comes back the same over regions that did not change", () => {
    fc.assert(
      fc.property(
        anyFigures,
        anyFigures,
        fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
        (people, age, renamed) => {
          const same = renamed.map((is, i) =>
            overlap(`a${i}`, is ? `b${i}` : `a${i}`, i === 0 ? null : i - 1),
          );
          const before = tableOf(same, people, age);
          expect(recodeRegions(recodeRegions(before, same, there), same, back)).toEqual(before);
        },
      ),
    );
  });

  test("is itself left alone", () => {
    const copy = structuredClone(table);
    recodeRegions(table, changes, there);
    expect(table).toEqual(copy);
  });
});

describe("readCorrespondence", () => {
  test("refuses what is missing, with every place", () => {
    expect(() => readCorrespondence("from_version,to_version,from_code\n")).toThrow(
      'line 1, column to_code: expected such a column, got "from_version,to_version,from_code". Say in which column it stands: { to: "..." }.',
    );
    const text = "from_version,to_version,from_code,to_code,area\n1,2,,B,-1\n1,2,A,B,x\n";
    expect(() => readCorrespondence(text)).toThrow(DataError);
    expect(() => readCorrespondence(text)).toThrow(
      /3 problems:.*line 2, column from_code.*got "-1".*got "x"/s,
    );
  });
});

describe.skipIf(realData === null)("the real correspondence", () => {
  const real = () =>
    readCorrespondence(realText("nuts-correspondence.csv"), { area: "area_km2", population: "pop2018" });

  test("moves a table of NUTS 2 of 2016 to 2021 and back", () => {
    const level2 = real().filter(({ from, fromVersion }) => from.length === 4 && fromVersion === "2016");
    const ids = [...new Set(level2.map(({ from }) => from))];
    const before = readRegionRows(
      ids.map((code, i) => ({ code, people: 1000 + i, age: 30 + (i % 20) })),
      framework,
    );
    const options = { extensive: ["people"] };
    const after = recodeRegions(before, level2, { from: "2016", to: "2021", ...options });
    expect(total(after, "people")).toBeCloseTo(total(before, "people"), 5);
    expect(after.regions.map(({ id }) => id)).toEqual(expect.arrayContaining(["HR02", "HR05", "HR06"]));
    expect(after.columns.age).not.toContain(null);
  });

  test("dates codes, and knows what became of them", () => {
    const check = checkRegionCodes(["FR21", "HR04", "ES21"], real());
    expect(check.version).toBe("2013");
    expect(check.codes[0]!.successors).toEqual(["FRF2"]);
    expect([...check.codes[1]!.successors].sort()).toEqual(["HR02", "HR05", "HR06"]);
    expect(check.notes.map(({ code }) => code)).toEqual(["retired-codes"]);
  });
});
