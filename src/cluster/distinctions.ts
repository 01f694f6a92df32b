import { leadingReasons } from "../reference/contributions.js";
import { isConstant, mean, standardDeviation } from "../shared/statistics.js";
import { textIn } from "../shared/text.js";
import type { StructuralSpace } from "../space/structural-space.js";
import type { Indicator } from "../table/framework.js";

/** How a type differs from all regions in one indicator. */
export interface Distinction {
  readonly id: string;
  /** The mean of the type less the mean of all typed regions, in standard deviations of all, on the prepared scale. */
  readonly difference: number;
  /** The mean of the type, in the user's unit. */
  readonly mean: number;
  /** The mean of all typed regions, in the user's unit. */
  readonly overall: number;
}

/** From so many standard deviations on a type is called different. */
const NOTABLE = 0.5;

/** The standardised difference of one group of regions in each indicator that can tell them apart. */
export function distinguish(
  space: StructuralSpace,
  members: readonly number[],
  all: readonly number[],
): Distinction[] {
  return space.indicators.flatMap(({ id, kind }, k) => {
    if (space.weights[k] === 0 || kind === "nominal") return [];
    const prepared = values(space.prepared.columns[id]!, all);
    const own = values(space.prepared.columns[id]!, members);
    const raw = values(space.prepared.raw[id]!, members);
    if (own.length === 0 || raw.length === 0 || isConstant(prepared)) return [];
    return [
      {
        id,
        difference: (mean(own) - mean(prepared)) / standardDeviation(prepared),
        mean: mean(raw),
        overall: mean(values(space.prepared.raw[id]!, all)),
      },
    ];
  });
}

/** The figures that there are. */
export function values(column: readonly (number | null)[], positions: readonly number[]): number[] {
  return positions.flatMap((i) => column[i] ?? []);
}

/** The distinctions that are worth a word, the strongest first. */
export function notable(distinctions: readonly Distinction[]): Distinction[] {
  return distinctions
    .filter(({ difference }) => Math.abs(difference) >= NOTABLE)
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
}

/** A name in words: the three strongest distinctions of different elements, the high ones first. */
export function nameFrom(distinctive: readonly Distinction[], indicators: readonly Indicator[]): string {
  const leading = leadingReasons(
    distinctive.map(({ id }) => id),
    indicators,
    3,
  ).map((id) => distinctive.find((one) => one.id === id)!);
  const named = (word: string, sign: 1 | -1): string[] => {
    const ids = leading.filter(({ difference }) => sign * difference > 0).map(({ id }) => id);
    const names = ids.map((id) => textIn(indicators.find((one) => one.id === id)!.name));
    return names.length === 0 ? [] : [`${word} ${names.join(", ")}`];
  };
  const words = [...named("high:", 1), ...named("low:", -1)];
  return words.length === 0 ? "near the mean of all regions" : words.join("; ");
}
