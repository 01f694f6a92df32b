import { prepare } from "reference-regions";
import { describe, expect, it } from "vitest";
import { boxCox, fitBoxCox, fitYeoJohnson, yeoJohnson } from "../../src/prepare/power-transform.js";
import { makeTable } from "../support/tables.js";

const values = [-7.5, -1, -0.2, 0, 0.3, 1, 4, 90];
const positive = [0.1, 0.5, 1, 2, 3.5, 8, 20, 90];

describe("Box-Cox", () => {
  it("is ((x + shift)^lambda - 1) / lambda", () => {
    for (const lambda of [-2, -0.5, 0.3, 1, 2])
      for (const x of positive)
        expect(boxCox(x, { lambda, shift: 2 })).toBeCloseTo(((x + 2) ** lambda - 1) / lambda, 9);
  });

  it("is the logarithm at lambda 0, and next to it nearly so", () => {
    expect(boxCox(7, { lambda: 0, shift: 0 })).toBe(Math.log(7));
    expect(boxCox(7, { lambda: 1e-12, shift: 0 })).toBeCloseTo(Math.log(7), 10);
  });

  it("keeps the order whatever lambda", () => {
    for (const lambda of [-5, -1, 0, 1, 5]) {
      const after = positive.map((x) => boxCox(x, { lambda, shift: 0 }));
      expect([...after].sort((a, b) => a - b)).toEqual(after);
    }
  });

  it("shifts values of zero or less to begin at 1 % of the range, and positive ones not at all", () => {
    expect(fitBoxCox([0, 1, 3, 10]).shift).toBeCloseTo(0.1, 14);
    expect(fitBoxCox([-10, 1, 3, 90]).shift).toBeCloseTo(11, 13);
    expect(fitBoxCox([1, 2, 5]).shift).toBe(0);
  });

  it("finds lambda 0 for values whose logarithms lie evenly around a middle", () => {
    const even = Array.from({ length: 21 }, (_, i) => Math.exp((i - 10) / 4));
    expect(fitBoxCox(even).lambda).toBeCloseTo(0, 5);
  });
});

describe("Yeo-Johnson", () => {
  it("is Box-Cox of x + 1 for x >= 0, and minus that of 1 - x with 2 - lambda below", () => {
    for (const lambda of [-1, 0.4, 1, 1.7])
      for (const x of values) {
        const side = x >= 0 ? lambda : 2 - lambda;
        const expected = ((1 + Math.abs(x)) ** side - 1) / side;
        expect(yeoJohnson(x, { lambda, shift: 0 })).toBeCloseTo(x >= 0 ? expected : -expected, 9);
      }
  });

  it("is the identity at lambda 1, and a logarithm at 0 and at 2", () => {
    for (const x of values) expect(yeoJohnson(x, { lambda: 1, shift: 0 })).toBeCloseTo(x, 12);
    expect(yeoJohnson(3, { lambda: 0, shift: 0 })).toBe(Math.log(4));
    expect(yeoJohnson(-3, { lambda: 2, shift: 0 })).toBe(-Math.log(4));
  });

  it("takes a column and its mirror image alike: the lambdas add up to 2", () => {
    const { lambda } = fitYeoJohnson(values);
    expect(fitYeoJohnson(values.map((x) => -x)).lambda).toBeCloseTo(2 - lambda, 5);
  });
});

/** Minus twice the profile log-likelihood, word for word. */
function naiveLoss(x: readonly number[], lambda: number, transform: typeof boxCox, jacobian: number): number {
  const after = x.map((value) => transform(value, { lambda, shift: 0 }));
  const mean = after.reduce((sum, value) => sum + value, 0) / x.length;
  const variance = after.reduce((sum, value) => sum + (value - mean) ** 2, 0) / x.length;
  return x.length * Math.log(variance) - 2 * (lambda - 1) * jacobian;
}

describe("the fitted lambda", () => {
  it("is at least as likely as any other from -5 to 5", () => {
    const grid = Array.from({ length: 2001 }, (_, i) => -5 + i / 200);
    const logs = positive.reduce((sum, x) => sum + Math.log(x), 0);
    const best = naiveLoss(positive, fitBoxCox(positive).lambda, boxCox, logs);
    for (const lambda of grid) expect(naiveLoss(positive, lambda, boxCox, logs)).toBeGreaterThan(best - 1e-9);
    const signed = values.reduce((sum, x) => sum + Math.sign(x) * Math.log1p(Math.abs(x)), 0);
    const most = naiveLoss(values, fitYeoJohnson(values).lambda, yeoJohnson, signed);
    for (const lambda of grid)
      expect(naiveLoss(values, lambda, yeoJohnson, signed)).toBeGreaterThan(most - 1e-9);
  });

  it("stays within -5 to 5 where the likelihood would go on", () => {
    const { lambda } = fitBoxCox([1000, 1000.1, 1000.2, 1000.21, 1000.22, 1000.9]);
    expect(Math.abs(lambda)).toBeLessThanOrEqual(5);
  });
});

describe("the treatments box-cox and yeo-johnson", () => {
  it.each(["box-cox", "yeo-johnson"] as const)(
    "%s: transforms every value and reports lambda and cells",
    (treat) => {
      const { columns, steps } = prepare(makeTable({ x: positive }), { treat, normalise: "none" });
      const { verdict, power, cells, method } = steps.x!.treated;
      const transform = treat === "box-cox" ? boxCox : yeoJohnson;
      expect([method, verdict]).toEqual([treat, "transformed"]);
      expect(columns.x).toEqual(positive.map((x) => transform(x, power!)));
      expect(cells.length).toBe(positive.length);
      expect(Math.abs(steps.x!.treated.after.skewness!)).toBeLessThan(
        Math.abs(steps.x!.treated.before.skewness!),
      );
    },
  );

  it("leave a constant column alone", () => {
    const table = makeTable({ x: [3, 3, 3], y: [1, 2, 3] });
    for (const treat of ["box-cox", "yeo-johnson"] as const) {
      const { columns, steps } = prepare(table, { treat, normalise: "none" });
      expect(columns.x).toEqual([3, 3, 3]);
      expect(steps.x!.treated).toMatchObject({ verdict: "passed", cells: [] });
    }
  });

  it("leave gaps gaps", () => {
    const { columns } = prepare(makeTable({ x: [1, null, 5, 90], y: [1, 2, 3, 4] }), { treat: "box-cox" });
    expect(columns.x![1]).toBeNull();
  });
});
