import { prepare } from "reference-regions";
import { describe, expect, it } from "vitest";
import {
  type Column,
  expectColumn,
  readData,
  readGolden,
  type Tolerance,
  tableOf,
} from "../support/golden.js";

type Method = "none" | "min-max" | "z-score" | "robust" | "rank" | "percentile";

const definitions: Record<Method, string> = {
  none: "none leaves raw units",
  "min-max": "min-max is (x - min) / (max - min)",
  "z-score": "z-score takes the sample standard deviation (n - 1)",
  robust: "robust is (x - median) / (1.4826022185056018 MAD), with the mean deviation where the MAD is 0",
  rank: "rank is the average rank, lowest value first",
  percentile: "percentile is (average rank - 1) / (n - 1)",
};
const methods = Object.keys(definitions) as Method[];

// Scores around a centre cancel to near 0; they are measured against one standard deviation.
const tolerances: Record<Method, Tolerance> = {
  none: { relative: 0 },
  "min-max": {},
  "z-score": { floor: 1 },
  robust: { floor: 1 },
  rank: { relative: 0 },
  percentile: {},
};

describe("normalise against R", () => {
  const golden = readGolden<{
    columns: readonly {
      data: string;
      column: string;
      bounds: readonly [number, number];
      methods: Record<Method | "goalposts", Column>;
    }[];
  }>("normalise");

  for (const data of ["complete", "ties", "missing"]) {
    const table = tableOf(readData(data));
    const columns = golden.columns.filter((column) => column.data === data);

    for (const method of methods)
      it(`${data}: ${definitions[method]}`, () => {
        const prepared = prepare(table, { treat: "none", normalise: method });
        for (const { column, methods: expected } of columns)
          expectColumn(prepared.columns[column], expected[method], column, tolerances[method]);
      });

    it(`${data}: goalposts is (x - low) / (high - low), clipped to [0, 1]`, () => {
      const bounds = Object.fromEntries(
        columns.map(({ column, bounds: [low, high] }) => [column, [low, high] as [number, number]]),
      );
      const prepared = prepare(table, { treat: "none", normalise: { method: "goalposts", bounds } });
      for (const { column, methods: expected } of columns)
        expectColumn(prepared.columns[column], expected.goalposts, column);
    });
  }

  it("sets a method for one indicator only", () => {
    const prepared = prepare(tableOf(readData("complete")), {
      treat: "none",
      normalise: "min-max",
      indicators: { density: { normalise: "z-score" } },
    });
    for (const { column, methods: expected } of golden.columns.filter(({ data }) => data === "complete"))
      expectColumn(
        prepared.columns[column],
        expected[column === "density" ? "z-score" : "min-max"],
        column,
        tolerances["z-score"],
      );
  });
});

describe("normalise against exact arithmetic, where floating point is hard", () => {
  const exact = readGolden<{
    columns: readonly {
      data: string;
      column: string;
      constant: boolean;
      mean: number;
      standardDeviation: number;
      methods?: Record<Exclude<Method, "none">, Column>;
    }[];
  }>("exact");
  const table = tableOf(readData("degenerate"));

  for (const method of methods.filter((m) => m !== "none")) {
    const prepared = prepare(table, { treat: "none", normalise: method });

    it(`${method}: columns far from zero, tiny or nearly constant`, () => {
      for (const { column, mean, standardDeviation, methods: expected } of exact.columns) {
        if (!expected) continue;
        // A centre is stored as one double: its last place, counted in standard deviations, is what a score can lose.
        const lastPlace = (2 ** -52 * Math.abs(mean)) / standardDeviation;
        const centred = method === "z-score" || method === "robust";
        const tolerance = centred
          ? { relative: Math.max(1e-12, 2 * lastPlace), floor: 1 }
          : tolerances[method];
        expectColumn(prepared.columns[column], expected[method], `${method}, ${column}`, tolerance);
      }
    });

    it(`${method}: a constant column gets one finite value in every cell`, () => {
      for (const { column } of exact.columns.filter(({ constant }) => constant)) {
        const values = prepared.columns[column]!;
        expect(values[0], column).not.toBeNull();
        expect(Number.isFinite(values[0]), column).toBe(true);
        expect(new Set(values).size, column).toBe(1);
      }
    });
  }
});
