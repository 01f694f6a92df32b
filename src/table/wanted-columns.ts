import type { Framework } from "./framework.js";
import type { ReadChoices } from "./read-options.js";

/** The headers that a reading looks for. */
export interface WantedColumns {
  /** Of figures; one of these and the id make a row a region. */
  readonly figures: readonly string[];
  /** Without these there is no table. */
  readonly needed: readonly string[];
  /** Who and where a region is. */
  readonly naming: readonly string[];
}

/** The headers that a reading of this layout looks for. */
export function wantedColumns(framework: Framework, { columns, layout }: ReadChoices): WantedColumns {
  const { id, name, country, latitude, longitude, indicator, value } = columns;
  const figures = layout === "long" ? [value] : framework.indicators.map((one) => one.id);
  return {
    figures,
    needed: layout === "long" ? [id, indicator, value] : [id, ...figures],
    naming: [id, country, latitude, longitude, ...(typeof name === "string" ? [name] : Object.values(name))],
  };
}
