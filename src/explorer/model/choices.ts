import type { Plan } from "../../plan.js";
import { normalisations } from "../../prepare/prepare-options.js";
import { type Metric, metricDefinitions, metrics } from "../../space/metrics.js";
import type { RegionTable } from "../../table/region-table.js";
import { structuralIndicators } from "../../table/structural-indicators.js";
import { methodOf } from "./view.js";

/** Attributes with more values than this are no filter. */
const MOST_VALUES = 30;

/** Whether a text names a metric. */
export function isMetric(name: string): name is Metric {
  return (metrics as readonly string[]).includes(name);
}

/** The metrics that can measure all structural indicators of a table. */
export function metricsFor({ framework }: RegionTable): Metric[] {
  const kinds = new Set(structuralIndicators(framework).map(({ kind = "ratio" }) => kind));
  return metrics.filter((metric) =>
    [...kinds].every((kind) => metricDefinitions[metric].kinds.includes(kind)),
  );
}

/** The normalisations that need no more than their name, and the plan's own. */
export function normalisationsFor(plan: Plan): string[] {
  return normalisations.filter(
    (name) => name !== "goalposts" || methodOf(plan.prepare.normalise) === "goalposts",
  );
}

/** The countries of a table, in order. */
export function countriesOf({ regions }: RegionTable): string[] {
  return [...new Set(regions.flatMap(({ country }) => country ?? []))].sort();
}

/** The attributes by which regions can be told apart in a menu, with their values. */
export function attributesOf({
  regions,
}: RegionTable): { readonly name: string; readonly values: string[] }[] {
  const names = [...new Set(regions.flatMap(({ attributes }) => Object.keys(attributes)))];
  return names.flatMap((name) => {
    const every = regions.every(({ attributes }) => Object.hasOwn(attributes, name));
    const values = [...new Set(regions.map(({ attributes }) => String(attributes[name] ?? "")))].sort();
    return every && values.length > 1 && values.length <= MOST_VALUES ? [{ name, values }] : [];
  });
}

/** Whether all places are known, some, or none. */
export function placesOf({ regions }: RegionTable): "all" | "some" | "none" {
  const known = regions.filter(({ latitude, longitude }) => latitude !== null && longitude !== null).length;
  return known === 0 ? "none" : known === regions.length ? "all" : "some";
}
