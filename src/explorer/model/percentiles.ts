import type { PreparedTable } from "../../prepare/prepared-table.js";
import type { Column } from "../../table/region-table.js";

/** An axis of a profile: an element, or a dimension without elements. */
export interface Axis {
  readonly dimension: string;
  readonly element: string | null;
  readonly indicators: readonly string[];
}

/** The axes of a profile: the elements; where these are fewer than three, the indicators. */
export function axesOf({ indicators, inert }: PreparedTable): Axis[] {
  const dead = new Set(inert.map(({ id }) => id));
  const axes = new Map<string, { dimension: string; element: string | null; indicators: string[] }>();
  for (const { id, dimension, element = null } of indicators) {
    if (dead.has(id)) continue;
    const key = JSON.stringify([dimension, element]);
    const axis = axes.get(key) ?? { dimension, element, indicators: [] };
    axis.indicators.push(id);
    axes.set(key, axis);
  }
  if (axes.size >= 3) return [...axes.values()];
  return [...axes.values()].flatMap((axis) => axis.indicators.map((id) => ({ ...axis, indicators: [id] })));
}

/** The percentile of a region among all that have a figure, equals counting half; the mean over the indicators of an axis. */
export function percentileOn({ indicators }: Axis, { raw }: PreparedTable, region: number): number | null {
  const known = indicators.flatMap((id) => percentileIn(raw[id]!, region) ?? []);
  return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0) / known.length;
}

function percentileIn(column: Column, region: number): number | null {
  const own = column[region] ?? null;
  if (own === null) return null;
  let below = 0;
  let known = 0;
  for (const value of column) {
    if (value === null) continue;
    known++;
    below += value < own ? 1 : value === own ? 0.5 : 0;
  }
  return (100 * below) / known;
}
