import { sorted } from "../shared/order-statistics.js";
import { isConstant, type Shape, shape } from "../shared/statistics.js";
import type { Column } from "../table/region-table.js";
import { boxCox, fitBoxCox, fitYeoJohnson, type PowerTransform, yeoJohnson } from "./power-transform.js";
import type { Treatment, TreatOption } from "./prepare-options.js";

/** What treatment did to an indicator: verdict, shape before and after, fitted parameters, and every cell it touched. */
export interface TreatStep {
  readonly method: Treatment;
  readonly verdict: "untreated" | "passed" | "winsorised" | "logged" | "transformed" | "still-failing";
  readonly before: Shape;
  readonly after: Shape;
  /** Winsorising: how many regions were moved, at which end, and to which value. */
  readonly winsorised?: { readonly points: number; readonly side: "high" | "low"; readonly limit: number };
  /** Logarithm: `ln(x + shift)`, or reflected, for a long left tail: `-ln(shift - x)`. */
  readonly log?: { readonly shift: number; readonly reflected: boolean };
  /** Box-Cox or Yeo-Johnson: the fitted lambda, and what is added to a value first. */
  readonly power?: PowerTransform;
  readonly cells: readonly { readonly region: string; readonly from: number; readonly to: number }[];
}

const MAX_POINTS = 5;

/** An indicator fails only if |skewness| >= 2 and excess kurtosis >= 3.5 (OECD/JRC Handbook practice, as in COINr). */
export function failsOutlierTest({ skewness, kurtosis }: Shape): boolean {
  return skewness !== null && kurtosis !== null && Math.abs(skewness) >= 2 && kurtosis >= 3.5;
}

/** What a fitted treatment makes of a value: of those it was fitted on, and of any other region's. */
export function applyTreatment({ method, winsorised, log, power }: Fitted, value: number): number {
  if (winsorised !== undefined) {
    return winsorised.side === "high" ? Math.min(value, winsorised.limit) : Math.max(value, winsorised.limit);
  }
  if (log !== undefined) return log.reflected ? 0 - Math.log(log.shift - value) : Math.log(value + log.shift);
  if (power !== undefined) return method === "box-cox" ? boxCox(value, power) : yeoJohnson(value, power);
  return value;
}

/**
 * Treats one column. `auto`: winsorise a failing column; if it still fails, take the logarithm of the original instead.
 * `winsorise`: the first half alone. `log`, `box-cox`, `yeo-johnson`: every value is transformed, whether the column fails or not.
 */
export function treat(
  column: Column,
  option: TreatOption,
  regionIds: readonly string[],
): { column: Column; step: TreatStep } {
  const values = column.filter((value) => value !== null);
  const before = shape(values);
  const { verdict, ...fitted } = fitTreatment(values, before, option);
  const cells: TreatStep["cells"][number][] = [];
  const treated = column.map((from, row) => {
    const to = from === null ? null : applyTreatment(fitted, from);
    if (from !== null && to !== null && to !== from) cells.push({ region: regionIds[row]!, from, to });
    return to;
  });
  const after = cells.length === 0 ? before : shape(treated.filter((value) => value !== null));
  const tested = fitted.method === "auto" || fitted.method === "winsorise";
  const failing = tested && failsOutlierTest(after);
  return {
    column: treated,
    step: { ...fitted, verdict: failing ? "still-failing" : verdict, before, after, cells },
  };
}

type Fitted = Pick<TreatStep, "method" | "winsorised" | "log" | "power">;

/** Decides what is done to a column, and fits its parameters. */
function fitTreatment(
  values: readonly number[],
  before: Shape,
  option: TreatOption,
): Fitted & Pick<TreatStep, "verdict"> {
  const { method, maxPoints = MAX_POINTS } = typeof option === "string" ? { method: option } : option;
  if (method === "none") return { method, verdict: "untreated" };
  if (method === "log") return { method, verdict: "logged", ...logarithm(values, before) };
  if (method === "box-cox" || method === "yeo-johnson") {
    // A column without spread has no likeliest power.
    if (isConstant(values)) return { method, verdict: "passed" };
    return {
      method,
      verdict: "transformed",
      power: (method === "box-cox" ? fitBoxCox : fitYeoJohnson)(values),
    };
  }
  if (!failsOutlierTest(before)) return { method, verdict: "passed" };
  const { side, limit, points, failing } = winsorise(values, before, maxPoints);
  if (method === "auto" && failing) return { method, verdict: "logged", ...logarithm(values, before) };
  return { method, verdict: "winsorised", winsorised: { points, side, limit } };
}

/**
 * Moves the values at the end of the long tail to the next value, one whole group of equal values at a time, until the column
 * passes or the next group would take it beyond `maxPoints`.
 */
function winsorise(values: readonly number[], before: Shape, maxPoints: number) {
  const side = before.skewness! > 0 ? ("high" as const) : ("low" as const);
  const outwardIn = side === "high" ? sorted(values).reverse() : sorted(values);
  let limit = outwardIn[0]!;
  let points = 0;
  let failing = true;
  while (failing) {
    let next = points;
    while (next < outwardIn.length && outwardIn[next] === limit) next++;
    if (next > maxPoints || next === outwardIn.length) break;
    const moved = outwardIn.map((value, i) => (i < next ? outwardIn[next]! : value));
    // Two values alone: moving one to the other would leave nothing that tells regions apart.
    if (isConstant(moved)) break;
    limit = outwardIn[next]!;
    points = next;
    failing = failsOutlierTest(shape(moved));
  }
  return { side, limit, points, failing };
}

/**
 * The natural logarithm for the side of the tail. A long right tail of positive values: ln(x). With zero or negative values
 * the column is shifted to begin at 1 % of its range: ln(x - min + 0.01 range). A long left tail is reflected:
 * -ln(max - x + 0.01 range). (COINr `log_CT`.)
 */
function logarithm(values: readonly number[], { skewness }: Shape): Pick<TreatStep, "log"> {
  const low = values.reduce((a, b) => Math.min(a, b), Infinity);
  const high = values.reduce((a, b) => Math.max(a, b), -Infinity);
  const margin = 0.01 * (high - low);
  if (skewness !== null && skewness < 0) return { log: { shift: high + margin, reflected: true } };
  const shift = low > 0 ? 0 : margin - low;
  // A constant column of zero or less has no logarithm and nothing to mend.
  return low + shift > 0 ? { log: { shift, reflected: false } } : {};
}
