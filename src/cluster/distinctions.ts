import { leadingReasons } from "../reference/leading-reasons.js";
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

/** What all typed regions together are like, by indicator; null for one that cannot tell them apart. */
export type Overall = readonly ({
  readonly mean: number;
  readonly spread: number;
  readonly raw: number;
} | null)[];

/** Measures what all typed regions, at these positions, are like. */
export function measureOverall(space: StructuralSpace, all: readonly number[]): Overall {
  return space.indicators.map(({ id, kind }, k) => {
    if (space.weights[k] === 0 || kind === "nominal") return null;
    const prepared = values(space.prepared.columns[id]!, all);
    if (isConstant(prepared)) return null;
    const raw = mean(values(space.prepared.raw[id]!, all));
    return { mean: mean(prepared), spread: standardDeviation(prepared), raw };
  });
}

/** The standardised difference of one group of regions in each indicator that can tell them apart. */
export function distinguish(
  space: StructuralSpace,
  members: readonly number[],
  overall: Overall,
): Distinction[] {
  return space.indicators.flatMap(({ id }, k) => {
    const whole = overall[k]!;
    const own = whole === null ? [] : values(space.prepared.columns[id]!, members);
    const raw = whole === null ? [] : values(space.prepared.raw[id]!, members);
    if (whole === null || own.length === 0 || raw.length === 0) return [];
    return [{ id, difference: (mean(own) - whole.mean) / whole.spread, mean: mean(raw), overall: whole.raw }];
  });
}

/** The figures that there are. */
export function values(column: readonly (number | null)[], positions: readonly number[]): number[] {
  const found: number[] = [];
  for (const i of positions) {
    const value = column[i]!;
    if (value !== null) found.push(value);
  }
  return found;
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
