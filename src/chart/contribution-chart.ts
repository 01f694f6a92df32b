import type { PairExplanation, PairIndicator } from "../reference/pair-explanation.js";
import type { ChartChoices, ChartOptions, Json } from "./chart-options.js";
import { bars, label } from "./marks.js";
import { speak } from "./speech.js";
import { colours, frame, gridOf, legend, NAMES, namesAxis, numbersAxis } from "./theme.js";

/** Options of `contributionChart`. */
export interface ContributionChoices extends ChartChoices {
  /** How many indicators that unite, and how many that divide, are shown at most; default 8 each. */
  readonly count?: number | undefined;
}

/** Gaps beyond are drawn as this, with their figures: one outlier shall not press all others together. */
const FURTHEST = 200;

/**
 * What divides and what unites a pair: for each indicator how far its gap is below (to the left, it unites) or above (to the right, it
 * divides) the mean gap of the two to all other regions, in percent of that mean, with the figures of both. Gaps of three times the mean
 * and more are cut there.
 *
 * @throws {OptionsError} For a language that is not known.
 *
 * @example
 * ```ts
 * const { series } = contributionChart(explainPair(space, "ES21", "ES22"));
 * series.map(({ name }) => name); // => ["divides", "unites"]
 * ```
 */
export function contributionChart(pair: PairExplanation, choices: ContributionChoices = {}): ChartOptions {
  const { count = 8 } = choices;
  const say = speak(choices);
  const byId = new Map(pair.indicators.map((one) => [one.id, one]));
  const take = (ids: readonly string[]): PairIndicator[] => ids.slice(0, count).map((id) => byId.get(id)!);
  const shown = [...take(pair.divides), ...take(pair.unites).reverse()];
  const divided = Math.min(count, pair.divides.length);
  const part = (name: string, color: string, isPart: (at: number) => boolean): Json => {
    const data = shown.map(
      (one, at): Json => (isPart(at) ? { value: deviation(one), ...label(figures(one), "right") } : "-"),
    );
    return bars(name, "gap", { color }, data, { barMaxWidth: 18 });
  };
  const figures = ({ a, b, unit }: PairIndicator): string => {
    const both = `${a === null ? "-" : say.number(a)} / ${b === null ? "-" : say.number(b)}`;
    return unit === null ? both : `${both} ${say.text(unit)}`;
  };
  return {
    ...frame(say, { title: say.pair(say.text(pair.a.name), say.text(pair.b.name)) }),
    grid: gridOf(NAMES, { bottom: 48, right: 40 }),
    legend,
    tooltip: {},
    xAxis: numbersAxis(say.pairAxis, { min: -100, max: FURTHEST }),
    yAxis: namesAxis(shown.map(({ name }) => say.text(name))),
    series: [
      part(say.divides, colours.orange, (at) => at < divided),
      part(say.unites, colours.blue, (at) => at >= divided),
    ],
  };
}

/** The gap less the typical one, in percent of it. */
function deviation({ gap, typicalGap }: PairIndicator): number {
  const ratio = gap === null || typicalGap === null || typicalGap === 0 ? 1 : Math.abs(gap) / typicalGap;
  return Math.min(FURTHEST, Math.round(100 * (ratio - 1)));
}
