import type { Note } from "../shared/note.js";
import { extendRecipe, type Recipe } from "../shared/recipe.js";
import type { Text } from "../shared/text.js";
import { type Closeness, closenessOf } from "../space/closeness-limits.js";
import { positionOf } from "../space/distance-matrix.js";
import { type ContributionRule, type Metric, metricDefinitions } from "../space/metrics.js";
import { sharedWeight } from "../space/points.js";
import type { StructuralSpace } from "../space/structural-space.js";
import {
  type Contributions,
  findReasons,
  measureTypical,
  splitDistance,
  type Typical,
} from "./contributions.js";
import { pairSentence } from "./pair-sentence.js";

/** One side of a pair. */
export interface PairMember {
  readonly id: string;
  readonly name: Text;
  readonly country: string | null;
}

/** An indicator seen on both sides of a pair. */
export interface PairIndicator {
  readonly id: string;
  readonly name: Text;
  readonly dimension: string;
  readonly unit: Text | null;
  readonly year: number | string | null;
  /** Raw values in the user's unit. */
  readonly a: number | null;
  readonly b: number | null;
  /** b less a on the prepared scale; null where one is missing. */
  readonly gap: number | null;
  /** The mean absolute gap between the two and all other regions of the table. */
  readonly typicalGap: number | null;
  /** Its part of the distance, see `contributionRule`. */
  readonly share: number | null;
  readonly weight: number;
  /** Nearer than is typical, further than is typical, or not to be compared. */
  readonly verdict: "unites" | "divides" | "missing" | "weightless";
}

/** Why two regions are near or far. */
export interface PairExplanation {
  readonly a: PairMember;
  readonly b: PairMember;
  readonly metric: Metric;
  readonly contributionRule: ContributionRule;
  /** Null where the two share too little weight. */
  readonly distance: number | null;
  readonly closeness: Closeness | null;
  readonly coverage: number;
  readonly dimensions: Contributions["dimensions"];
  readonly indicators: readonly PairIndicator[];
  /** Indicator ids, the strongest first: what makes the pair nearer, and what further, than is typical of the two. */
  readonly unites: readonly string[];
  readonly divides: readonly string[];
  /** All of it in one English sentence. */
  readonly sentence: string;
  readonly notes: readonly Note[];
  readonly recipe: Recipe;
}

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
 * pair.distance === explainPair(space, "ITC1", "ES21").distance; // => true
 * ```
 */
export function explainPair(space: StructuralSpace, a: string, b: string): PairExplanation {
  const i = positionOf(space.regions, a);
  const j = positionOf(space.regions, b);
  const { row, rule } = metricDefinitions[space.metric];
  const measured = new Float64Array(1);
  row(space, i, j, j + 1, measured, 0);
  const distance = Number.isNaN(measured[0]!) ? null : measured[0]!;
  const typical = meanOf(measureTypical(space, i), measureTypical(space, j));
  const { dimensions, indicators } = splitDistance(space, i, j, distance ?? NaN, typical);
  const { unites, divides } = findReasons(space, i, j, typical);
  const uniting = new Set(unites);
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
        gap === null ? "missing" : weight === 0 ? "weightless" : uniting.has(id) ? "unites" : "divides";
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
    ...explained,
    sentence: pairSentence(explained, space.indicators),
    notes: [],
    recipe: extendRecipe(space.recipe, "pair", [a, b]),
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
