import { prepare } from "reference-regions";
import { describe, expect, it } from "vitest";
import { type Column, expectClose, expectColumn, readData, readGolden, tableOf } from "../support/golden.js";

type Method = "box-cox" | "yeo-johnson";

const { rows } = readGolden<{
  rows: readonly {
    column: string;
    method: Method;
    lambda: number;
    shift: number;
    atBound: boolean;
    values: Column;
    /** The derivative of each value by lambda. */
    slopes: Column;
  }[];
}>("power");

const definitions: Record<Method, string> = {
  "box-cox": "box-cox is (x^lambda - 1) / lambda, shifted by 0.01 (max - min) - min where min <= 0",
  "yeo-johnson":
    "yeo-johnson is ((1 + x)^lambda - 1) / lambda, below zero -((1 - x)^(2 - lambda) - 1) / (2 - lambda)",
};

const LAMBDA_TOLERANCE = 1e-5;

// ((e^u)^a - 1) / a without cancellation where a is small, as it is where a logarithm fits best
const powerOfLog = (u: number, a: number) => (a === 0 ? u : Math.expm1(a * u) / a);
const transforms: Record<Method, (x: number, lambda: number, shift: number) => number> = {
  "box-cox": (x, lambda, shift) => powerOfLog(Math.log(x + shift), lambda),
  "yeo-johnson": (x, lambda) =>
    x >= 0 ? powerOfLog(Math.log1p(x), lambda) : -powerOfLog(Math.log1p(-x), 2 - lambda),
};

const raw = readData("power");
const table = tableOf(raw);
const largest = (values: Column) => Math.max(...values.map((value) => Math.abs(value ?? 0)));

for (const method of ["box-cox", "yeo-johnson"] as const)
  describe(`${definitions[method]} (mpmath, scipy, scikit-learn)`, () => {
    const prepared = prepare(table, { treat: method, normalise: "none" });

    for (const { column, lambda, shift, atBound, values, slopes } of rows.filter(
      (r) => r.method === method,
    )) {
      const power = () => prepared.steps[column]!.treated.power!;

      it(`${column}: lambda ${lambda.toFixed(5)} has the largest likelihood${atBound ? " within [-5, 5]" : ""}`, () => {
        const { lambda: actual } = power();
        expect(Math.abs(actual - lambda), `expected ${lambda}, got ${actual}`).toBeLessThanOrEqual(
          LAMBDA_TOLERANCE,
        );
        expect(Math.abs(actual)).toBeLessThanOrEqual(5);
        expectClose(power().shift, shift, "shift", { floor: 1 });
      });

      it(`${column}: every present value is transformed with the lambda that is reported`, () => {
        const { lambda: actual, shift: added } = power();
        const expected = raw.columns[column]!.map((x) =>
          x === null ? null : transforms[method](x, actual, added),
        );
        expectColumn(prepared.columns[column], expected, column, { floor: largest(expected) });
      });

      it(`${column}: the values are the expected ones, as near as the error of lambda allows`, () => {
        const size = largest(values);
        values.forEach((value, i) => {
          const floor = 1.001 * LAMBDA_TOLERANCE * Math.abs(slopes[i] ?? 0) + 1e-12 * size;
          const label = `${column}, ${raw.codes[i]}`;
          expectClose(prepared.columns[column]![i], value, label, {
            relative: floor / size,
            floor: size,
          });
        });
      });
    }
  });
