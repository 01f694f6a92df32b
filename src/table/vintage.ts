import type { Text } from "../shared/text.js";
import type { Framework, Indicator } from "./framework.js";

/** Which data a result rests on: the framework, and the first and last year that its indicators state (null where none does). */
export interface Vintage {
  readonly framework: string;
  readonly name: Text;
  readonly from: number | null;
  readonly to: number | null;
}

/** The vintage of the indicators that were used; every four-digit year in their `year` counts. */
export function vintageOf(framework: Framework, indicators: readonly Indicator[]): Vintage {
  const years = indicators
    .flatMap(({ year }) => String(year ?? "").match(/\b(?:19|20)\d\d\b/g) ?? [])
    .map(Number);
  const [from, to] = years.length === 0 ? [null, null] : [Math.min(...years), Math.max(...years)];
  return { framework: framework.id, name: framework.name, from, to };
}
