import { prepare } from "reference-regions";
import { describe, expect, it } from "vitest";
import { expectClose, readData, readGolden, tableOf } from "../support/golden.js";

type Method = "median" | "group-median" | "nearest";

const golden = readGolden<{
  data: string;
  k: number;
  methods: Record<Method, Record<string, Record<string, number>>>;
}>("impute");

const definitions: Record<Method, string> = {
  median: "median is that of the column's present values (pandas)",
  "group-median": "group median is that of the country's present values (pandas)",
  nearest:
    "nearest is the mean of the 5 nearest regions that have the cell, by nan-Euclidean z-scores (scikit-learn)",
};

const raw = readData(golden.data);
const table = tableOf(raw);

describe("impute", () => {
  for (const method of ["median", "group-median", "nearest"] as const) {
    const prepared = prepare(table, {
      impute: method === "nearest" ? { method, neighbours: golden.k } : method,
      treat: "none",
      normalise: "none",
    });
    const expected = golden.methods[method];

    it(`${definitions[method]}; present cells stay as they are`, () => {
      for (const [column, values] of Object.entries(raw.columns))
        values.forEach((value, i) => {
          const code = raw.codes[i]!;
          const actual = prepared.columns[column]![i];
          if (value !== null) expect(actual, `${column}, ${code}`).toBe(value);
          // the way through z-scores and back may leave a rounding of the column's size, so a floor for near-zero values
          else expectClose(actual, expected[column]![code]!, `${column}, ${code}`, { floor: 1 });
        });
    });

    it(`${method}: lists every filled cell and no other`, () => {
      for (const column of Object.keys(raw.columns)) {
        const cells = prepared.steps[column]!.imputed!.cells;
        expect(cells.map(({ region }) => region).sort(), column).toEqual(Object.keys(expected[column]!));
        for (const { region, value } of cells)
          expectClose(value, expected[column]![region]!, `${column}, ${region}`, { floor: 1 });
      }
    });
  }

  it("asks the 5 nearest regions unless told otherwise", () => {
    const named = prepare(table, { impute: "nearest", treat: "none", normalise: "none" });
    for (const [column, cells] of Object.entries(golden.methods.nearest))
      for (const [code, value] of Object.entries(cells))
        expectClose(named.columns[column]![raw.codes.indexOf(code)], value, `${column}, ${code}`, {
          floor: 1,
        });
  });

  it("fills nothing unless asked", () => {
    const prepared = prepare(table, { treat: "none", normalise: "none" });
    for (const [column, values] of Object.entries(raw.columns))
      expect(prepared.columns[column], column).toEqual(values);
  });
});
