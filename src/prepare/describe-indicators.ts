import { quantile } from "../shared/order-statistics.js";
import { isConstant, mean, type Shape, standardDeviation } from "../shared/statistics.js";
import type { Role } from "../table/framework.js";
import type { RegionTable } from "../table/region-table.js";
import { failsOutlierTest, treat } from "./treat.js";

/** One indicator as it came: where its figures lie, and whether they have outliers. Null where the figures do not define a number. */
export interface IndicatorDescription extends Shape {
  readonly id: string;
  readonly role: Role;
  /** Regions with a figure, and their share of all. */
  readonly count: number;
  readonly coverage: number;
  readonly min: number | null;
  readonly q1: number | null;
  readonly median: number | null;
  readonly mean: number | null;
  readonly q3: number | null;
  readonly max: number | null;
  readonly sd: number | null;
  readonly outliers: "none" | "fails" | "constant" | "empty" | "categories";
  /** What one would do about it, in words. */
  readonly suggestion: string;
}

/**
 * Describes every indicator of a table: count, coverage, minimum, quartiles (type 7), mean, sample standard deviation, skewness and
 * excess kurtosis (type 2), the verdict of the outlier test (fails when |skewness| >= 2 and kurtosis >= 3.5), and a suggested
 * treatment in words. Missing cells are left out, not guessed.
 *
 * @example
 * ```ts
 * const density = describeIndicators(table).find(({ id }) => id === "pop_density");
 * density.outliers; // => "fails"
 * ```
 */
export function describeIndicators({ framework, regions, columns }: RegionTable): IndicatorDescription[] {
  const ids = regions.map(({ id }) => id);
  return framework.indicators.map(({ id, role, kind = "ratio" }) => {
    const values = columns[id]!.filter((value) => value !== null);
    const { step } = treat(columns[id]!, "auto", ids);
    const at = (p: number): number | null => (values.length === 0 ? null : quantile(values, p));
    const constant = values.length > 0 && isConstant(values);
    const outliers =
      values.length === 0
        ? "empty"
        : constant
          ? "constant"
          : kind !== "ratio"
            ? "categories"
            : failsOutlierTest(step.before)
              ? "fails"
              : "none";
    return {
      id,
      role,
      count: values.length,
      coverage: values.length / regions.length,
      min: at(0),
      q1: at(0.25),
      median: at(0.5),
      mean: values.length === 0 ? null : mean(values),
      q3: at(0.75),
      max: at(1),
      sd: values.length < 2 ? null : standardDeviation(values),
      ...step.before,
      outliers,
      suggestion: suggestions[outliers](step),
    };
  });
}

const suggestions: {
  readonly [verdict in IndicatorDescription["outliers"]]: (step: ReturnType<typeof treat>["step"]) => string;
} = {
  none: () => "No treatment needed.",
  empty: () => "No figures: leave it out.",
  constant: () => "The same everywhere: it cannot tell regions apart and gets weight 0.",
  categories: () => "Categories or ranks: not treated; compare them with the metric gower.",
  fails: ({ winsorised, log, verdict }) => {
    if (verdict === "still-failing")
      return "Outliers that neither winsorising nor the logarithm removes: try box-cox or rank.";
    if (winsorised !== undefined) {
      const regions = winsorised.points === 1 ? "region" : "regions";
      return `Outliers: winsorise ${winsorised.points} ${regions} at the ${winsorised.side} end (the treatment "auto" does).`;
    }
    return `A long ${log?.reflected ? "left" : "right"} tail: take the logarithm (the treatment "auto" does).`;
  },
};
