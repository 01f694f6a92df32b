import { schemaVersion } from "../shared/schema-version.js";
import { closenessOf } from "../space/closeness.js";
import { metricDefinitions } from "../space/metrics.js";
import { sharedWeight } from "../space/points.js";
import { positionOf } from "../space/position-of.js";
import type { StructuralSpace } from "../space/structural-space.js";
import { findReasons, measureTypical, splitDistance, type Typical } from "./contributions.js";
import type { PairExplanation, PairIndicator, PairMember } from "./pair-explanation.js";
import { pairSentence } from "./pair-sentence.js";

/**
 * Explains a pair of regions: raw values on both sides, what each indicator adds to their distance, and what unites and divides
 * them against what is typical.
 *
 * Typical is the mean over all other regions of the table, taken from `a` and from `b` and averaged: two regions that share an
 * unusual value are united by it more than two that share what everybody has. The order of the pair changes signs, nothing else.
 *
 * @throws {OptionsError} For unknown ids, with the nearest known.
 *
 * @example
 * ```ts
 * const pair = explainPair(space, "ES21", "ITC1");
 * [pair.unites[0], pair.divides[0]]; // => ["emp_hightech", "edu_tertiary_25_64"]
 * const education = pair.indicators.find(({ id }) => id === "edu_tertiary_25_64");
 * [education.a, education.b, textIn(education.unit)]; // => [48.6, 17, "% of population 25-64"]
 * ```
 */
export function explainPair(space: StructuralSpace, a: string, b: string): PairExplanation {
  const i = positionOf(space.regions, a);
  const j = positionOf(space.regions, b);
  const { row, rule } = metricDefinitions[space.metric];
  const measured = new Float64Array(1);
  row(space, i, j, j + 1, measured, 0);
  // A region is no distance from itself, however few figures it has.
  const distance = i === j ? 0 : Number.isNaN(measured[0]!) ? null : measured[0]!;
  const typical = meanOf(measureTypical(space, i), measureTypical(space, j));
  const { dimensions, indicators } = splitDistance(space, i, j, distance, typical);
  const { unites, divides } = findReasons(space, i, j, typical);
  const [uniting, dividing] = [new Set(unites), new Set(divides)];
  const explained = {
    a: member(space, i),
    b: member(space, j),
    metric: space.metric,
    contributionRule: rule,
    distance,
    closeness: distance === null ? null : closenessOf(distance, space.closeness),
    coverage: sharedWeight(space, i, j),
    dimensions: distance === null ? {} : dimensions,
    indicators: indicators.map(({ id, weight, share, gap, typicalGap, target, value }, k): PairIndicator => {
      const { name, dimension, unit = null, year = null } = space.indicators[k]!;
      const verdict =
        gap === null
          ? "missing"
          : weight === 0
            ? "weightless"
            : uniting.has(id)
              ? "unites"
              : dividing.has(id)
                ? "divides"
                : "typical";
      return {
        id,
        name,
        dimension,
        unit,
        year,
        a: target,
        b: value,
        gap,
        typicalGap,
        share,
        weight,
        verdict,
      };
    }),
    unites,
    divides,
  };
  return {
    schemaVersion,
    ...explained,
    sentence: pairSentence(explained, space.indicators),
    notes: [],
    recipe: { ...space.recipe, pair: [a, b] },
  };
}

function member(space: StructuralSpace, i: number): PairMember {
  const { id, name, country } = space.regions[i]!;
  return { id, name, country };
}

function meanOf(a: Typical, b: Typical): Typical {
  const mean = (x: Float64Array, y: Float64Array): Float64Array => x.map((value, k) => (value + y[k]!) / 2);
  return { terms: mean(a.terms, b.terms), gaps: mean(a.gaps, b.gaps) };
}
