import { isConstant, kurtosis, skewness, sorted } from "../shared/statistics.js";
import type { Column } from "../table/region-table.js";
import type { Treatment, TreatOption } from "./prepare-options.js";

/** Type 2 skewness and excess kurtosis; null where they are not defined (too few values, no spread). */
export interface Shape {
  readonly skewness: number | null;
  readonly kurtosis: number | null;
}

/** What treatment did to an indicator: verdict, shape before and after, fitted parameters, and every cell it touched. */
export interface TreatStep {
  readonly method: Treatment;
  readonly verdict: "untreated" | "passed" | "winsorised" | "logged" | "still-failing";
  readonly before: Shape;
  readonly after: Shape;
  /** Winsorising: how many regions were moved, at which end, and to which value. */
  readonly winsorised?: { readonly points: number; readonly side: "high" | "low"; readonly limit: number };
  /** Logarithm: `ln(x + shift)`, or reflected, for a long left tail: `-ln(shift - x)`. */
  readonly log?: { readonly shift: number; readonly reflected: boolean };
  readonly cells: readonly { readonly region: string; readonly from: number; readonly to: number }[];
}

const MAX_POINTS = 5;

/** An indicator fails only if |skewness| >= 2 and excess kurtosis >= 3.5 (OECD/JRC Handbook practice, as in COINr). */
export function failsOutlierTest({ skewness, kurtosis }: Shape): boolean {
  return skewness !== null && kurtosis !== null && Math.abs(skewness) >= 2 && kurtosis >= 3.5;
}

/**
 * Treats one column. `auto`: winsorise a failing column; if it still fails, take the logarithm of the original instead.
 * `winsorise`: the first half alone. `log`: the logarithm of every value, whether it fails or not.
 */
export function treat(
  column: Column,
  option: TreatOption,
  regionIds: readonly string[],
): { column: Column; step: TreatStep } {
  const { method, maxPoints = MAX_POINTS } = typeof option === "string" ? { method: option } : option;
  const values = column.filter((value) => value !== null);
  const before = shapeOf(values);
  const finish = (
    verdict: TreatStep["verdict"],
    change: (value: number) => number,
    parameters: Partial<TreatStep> = {},
  ) => {
    const cells: TreatStep["cells"][number][] = [];
    const treated = column.map((from, row) => {
      if (from === null) return null;
      const to = change(from);
      if (to !== from) cells.push({ region: regionIds[row]!, from, to });
      return to;
    });
    const after = shapeOf(treated.filter((value) => value !== null));
    const failing = verdict !== "untreated" && method !== "log" && failsOutlierTest(after);
    return {
      column: treated,
      step: { method, verdict: failing ? "still-failing" : verdict, before, after, ...parameters, cells },
    } as const;
  };

  if (method === "none") return finish("untreated", (value) => value);
  if (method === "log") return finish("logged", ...logarithm(values, before));
  if (!failsOutlierTest(before)) return finish("passed", (value) => value);
  const winsorised = winsorise(values, before, maxPoints);
  if (method === "auto" && winsorised.failing) return finish("logged", ...logarithm(values, before));
  const { limit, side } = winsorised;
  const clamp =
    side === "high" ? (value: number) => Math.min(value, limit) : (value: number) => Math.max(value, limit);
  return finish("winsorised", clamp, { winsorised: { points: winsorised.points, side, limit } });
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
    failing = failsOutlierTest(shapeOf(moved));
  }
  return { side, limit, points, failing };
}

/**
 * The natural logarithm for the side of the tail. A long right tail of positive values: ln(x). With zero or negative values
 * the column is shifted to begin at 1 % of its range: ln(x - min + 0.01 range). A long left tail is reflected:
 * -ln(max - x + 0.01 range). (COINr `log_CT`.)
 */
function logarithm(
  values: readonly number[],
  { skewness }: Shape,
): [(value: number) => number, Partial<TreatStep>] {
  const low = values.reduce((a, b) => Math.min(a, b), Infinity);
  const high = values.reduce((a, b) => Math.max(a, b), -Infinity);
  const margin = 0.01 * (high - low);
  if (skewness !== null && skewness < 0) {
    const shift = high + margin;
    return [(value) => 0 - Math.log(shift - value), { log: { shift, reflected: true } }];
  }
  const shift = low > 0 ? 0 : margin - low;
  // A constant column of zero or less has no logarithm and nothing to mend.
  if (!(low + shift > 0)) return [(value) => value, {}];
  return [(value) => Math.log(value + shift), { log: { shift, reflected: false } }];
}

function shapeOf(values: ArrayLike<number>): Shape {
  return { skewness: skewness(values), kurtosis: kurtosis(values) };
}
