import { optionsError } from "../shared/errors.js";
import { groupBy } from "../shared/group-by.js";
import { median } from "../shared/order-statistics.js";
import { mean, standardDeviation } from "../shared/statistics.js";
import type { Column, Region } from "../table/region-table.js";
import type { ImputeOption } from "./prepare-options.js";

/** How an indicator's gaps were filled, and every cell that was: its value, and the group or the donors it came from. */
export interface ImputeStep {
  readonly method: "none" | "median" | "group-median" | "nearest";
  readonly cells: readonly {
    readonly region: string;
    readonly value: number;
    readonly group?: string;
    readonly donors?: readonly string[];
  }[];
}

/** The data that imputation may look at: all structural columns, as they came. */
export interface ImputeContext {
  readonly regions: readonly Region[];
  readonly columns: readonly Column[];
}

/** A column with its gaps filled as far as the method reaches, and the record of it; categories are filled by the most frequent. */
export function impute(
  column: Column,
  option: ImputeOption,
  context: ImputeContext,
  categorical = false,
): { column: Column; step: ImputeStep } {
  const { method, ...settings } = typeof option === "string" ? { method: option } : option;
  if (method === "none") return { column, step: { method, cells: [] } };
  const fill = fillers[method](
    column,
    settings,
    context,
    categorical ? mode : median,
    categorical ? mode : mean,
  );
  if (!column.includes(null)) return { column, step: { method, cells: [] } };
  const cells: ImputeStep["cells"][number][] = [];
  const filled = column.map((value, row) => {
    const found = value === null ? fill(row) : null;
    if (found === null) return value;
    cells.push({ region: context.regions[row]!.id, ...found });
    return found.value;
  });
  return { column: filled, step: { method, cells } };
}

type Fill = (row: number) => { value: number; group?: string; donors?: string[] } | null;
type Filler = (
  column: Column,
  settings: { by?: string | undefined; neighbours?: number | undefined },
  context: ImputeContext,
  middle: Typical,
  average: Typical,
) => Fill;
/** The typical one of some values: for categories the most frequent. */
type Typical = (values: readonly number[]) => number;

const fillers: { readonly [method in "median" | "group-median" | "nearest"]: Filler } = {
  median: (column, _, __, middle) => {
    const value = typicalOf(column, middle);
    return () => (value === null ? null : { value });
  },

  /** A group without any figure fills nothing: its cells stay missing. */
  "group-median": (column, { by }, { regions }, middle) => {
    if (by !== undefined && !Object.hasOwn(regions[0]!.attributes, by)) {
      throw optionsError(
        "unknown-attribute",
        { path: "prepare.impute.by" },
        `expected an attribute of the regions (${Object.keys(regions[0]!.attributes).join(", ") || "there is none"}), got "${by}".`,
      );
    }
    const groupOf = (row: number): string | null => {
      const group = by === undefined ? regions[row]!.country : regions[row]!.attributes[by];
      return group === null || group === undefined ? null : String(group);
    };
    const medians = new Map(
      [...groupBy(regions.length, groupOf)].map(([group, rows]) => [
        group,
        typicalOf(
          rows.map((row) => column[row]!),
          middle,
        ),
      ]),
    );
    return (row) => {
      const group = groupOf(row);
      const value = group === null ? null : (medians.get(group) ?? null);
      return value === null || group === null ? null : { value, group };
    };
  },

  nearest: (column, { neighbours = 5 }, context, _, average) => {
    const standard = standardised(context.columns);
    return (row) => {
      const donors = context.regions
        .map((region, other) => ({
          region,
          other,
          distance: column[other] === null ? NaN : distance(standard, row, other),
        }))
        .filter((one) => !Number.isNaN(one.distance))
        .sort((a, b) => a.distance - b.distance || (a.region.id < b.region.id ? -1 : 1))
        .slice(0, neighbours);
      if (donors.length === 0) return null;
      return {
        value: average(donors.map((one) => column[one.other]!)),
        donors: donors.map((one) => one.region.id),
      };
    };
  },
};

function typicalOf(column: Column, middle: Typical): number | null {
  const values = column.filter((value) => value !== null);
  return values.length === 0 ? null : middle(values);
}

/** The most frequent value; among equally frequent ones the lowest. */
function mode(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || a - b)[0]![0];
}

const standards = new WeakMap<readonly Column[], Float64Array[]>();

/** The columns as z-scores, NaN where missing; constant columns say nothing of distance and are left out. Made once a table. */
function standardised(columns: readonly Column[]): Float64Array[] {
  let result = standards.get(columns);
  if (result === undefined) {
    result = columns.flatMap((column) => {
      const values = column.filter((value) => value !== null);
      const spread = values.length < 2 ? 0 : standardDeviation(values);
      if (spread === 0) return [];
      const centre = mean(values);
      return [Float64Array.from(column, (value) => (value === null ? NaN : (value - centre) / spread))];
    });
    standards.set(columns, result);
  }
  return result;
}

/** The mean squared difference over the columns that both regions have; NaN when there is none. */
function distance(standard: readonly Float64Array[], a: number, b: number): number {
  let total = 0;
  let shared = 0;
  for (const column of standard) {
    const difference = column[a]! - column[b]!;
    if (Number.isNaN(difference)) continue;
    total += difference * difference;
    shared++;
  }
  return shared === 0 ? NaN : total / shared;
}
