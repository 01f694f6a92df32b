import { buildSpace, type Metric, prepare, type StructuralSpace, weigh } from "reference-regions";
import { type GoldenData, readData, tableOf } from "../support/golden.js";

/** The first `rows` regions of a data set. */
export function firstRows({ codes, countries, columns }: GoldenData, rows: number): GoldenData {
  return {
    codes: codes.slice(0, rows),
    countries: countries.slice(0, rows),
    columns: Object.fromEntries(Object.entries(columns).map(([id, column]) => [id, column.slice(0, rows)])),
  };
}

/** The columns as they are, with equal weights; every pair of regions has a distance. */
export function makeSpace(raw: GoldenData, metric: Metric): StructuralSpace {
  const prepared = prepare(tableOf(raw), { impute: "none", treat: "none", normalise: "none" });
  return buildSpace(prepared, { metric, weights: weigh(prepared, { scheme: "equal" }), minCoverage: 0.1 });
}

const spaces = new Map<string, StructuralSpace>();

/** `makeSpace` of test/golden/data/<data>.csv, made once. */
export function spaceOf(data: string, metric: Metric): StructuralSpace {
  const key = `${data} ${metric}`;
  if (!spaces.has(key)) spaces.set(key, makeSpace(readData(data), metric));
  return spaces.get(key)!;
}

/** Labels by region as a list in the order of `codes`, numbered by first appearance: the same for the same division. */
export function divisionOf(
  labels: { readonly [regionId: string]: number },
  codes: readonly string[],
): number[] {
  const numbers = new Map<number, number>();
  return codes.map((code) => {
    const label = labels[code]!;
    if (!numbers.has(label)) numbers.set(label, numbers.size + 1);
    return numbers.get(label)!;
  });
}
