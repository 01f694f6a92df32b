import { describeIndicators } from "reference-regions";
import { describe, expect, it } from "vitest";
import { expectClose, present, readData, readGolden, tableOf } from "../support/golden.js";

const places = ["min", "q1", "median", "mean", "q3", "max"] as const;
const shapes = ["skewness", "kurtosis"] as const;

type Described = { readonly id: string; readonly count: number; readonly sd: number } & {
  readonly [place in (typeof places)[number]]: number;
} & { readonly [shape in (typeof shapes)[number]]: number | null };

const { tables } = readGolden<{ tables: readonly { data: string; indicators: readonly Described[] }[] }>(
  "describe",
);

describe("describeIndicators: quartiles of type 7, sample sd, skewness and kurtosis of type 2 (R, e1071)", () => {
  for (const { data, indicators } of tables)
    it(`${data}: of the present cells of each indicator`, () => {
      const raw = readData(data);
      const found = new Map(describeIndicators(tableOf(raw)).map((one) => [one.id, one]));
      expect([...found.keys()]).toEqual(Object.keys(raw.columns));
      for (const expected of indicators) {
        const { id } = expected;
        const actual = found.get(id)!;
        expect(actual.count, id).toBe(expected.count);
        // a place may fall near 0 between large values, so it is measured against the largest
        const largest = Math.max(...present(raw.columns[id]!).map(Math.abs));
        for (const place of places)
          expectClose(actual[place], expected[place], `${id}, ${place}`, { floor: largest });
        expectClose(actual.sd, expected.sd, `${id}, sd`);
        for (const shape of shapes)
          expectClose(actual[shape], expected[shape], `${id}, ${shape}`, { floor: 1 });
      }
    });
});
