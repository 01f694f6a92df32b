import { byKey } from "../shared/ids.js";
import { metricDefinitions } from "../space/metrics.js";
import type { StructuralSpace } from "../space/structural-space.js";
import type { Indicator } from "../table/framework.js";
import type { Column } from "../table/region-table.js";

/** What one indicator adds to the distance of a pair, with the numbers that it comes from. */
export interface IndicatorContribution {
  readonly id: string;
  readonly weight: number;
  /** Its part of the distance, in the unit of the distance; null where one of the two has no figure. */
  readonly share: number | null;
  /** The other's prepared value less the target's; null where one is missing. */
  readonly gap: number | null;
  /** The mean absolute gap between the target and all other regions of the table: what is typical. */
  readonly typicalGap: number | null;
  /** The target's raw value, in the user's unit. */
  readonly target: number | null;
  /** The other's raw value, in the user's unit. */
  readonly value: number | null;
}

/** The parts of a distance by dimension and by indicator. */
export interface Contributions {
  readonly dimensions: { readonly [dimension: string]: number };
  readonly indicators: readonly IndicatorContribution[];
}

/** What is typical of a region, per indicator: how far the others are from it in the mean. */
export interface Typical {
  /** Mean of what the indicator adds to a distance (before the missing rule) over all other regions; NaN where none can be compared. */
  readonly terms: Float64Array;
  /** Mean absolute gap on the prepared scale. */
  readonly gaps: Float64Array;
}

/** How far all other regions are from region `i`, indicator by indicator. */
export function measureTypical(space: StructuralSpace, i: number): Typical {
  const { n, p, present, prepared, indicators } = space;
  const { terms: fill } = metricDefinitions[space.metric];
  const sums = new Float64Array(p);
  const counts = new Float64Array(p).fill(present === null ? n - 1 : 0);
  const terms = new Float64Array(p);
  for (let j = 0; j < n; j++) {
    if (j === i) continue;
    fill(space, i, j, terms);
    if (present === null) {
      for (let k = 0; k < p; k++) sums[k]! += terms[k]!;
      continue;
    }
    for (let k = 0; k < p; k++) {
      if (Number.isNaN(terms[k]!)) continue;
      sums[k]! += terms[k]!;
      counts[k]!++;
    }
  }
  const gaps = Float64Array.from(indicators, (one) => meanGap(one, prepared.columns[one.id]!, i));
  // 0 / 0 is the NaN that says "nothing to compare with".
  return { terms: sums.map((sum, k) => sum / counts[k]!), gaps };
}

/** The other's prepared value less the own; between codes without order, whether they differ. */
function gapOf({ kind }: Indicator, own: number, other: number): number {
  return kind === "nominal" ? Number(own !== other) : other - own;
}

function meanGap(indicator: Indicator, column: Column, i: number): number {
  const own = column[i]!;
  if (own === null) return NaN;
  let sum = 0;
  let count = -1;
  for (let j = 0; j < column.length; j++) {
    const value = column[j]!;
    if (value === null) continue;
    sum += indicator.kind === "nominal" ? gapOf(indicator, own, value) : Math.abs(value - own);
    count++;
  }
  return sum / count;
}

/**
 * Splits the distance between target `i` and region `j`. Under an additive metric the shares add up to the distance; under the
 * Euclidean each is its part of the square, scaled to the distance; under Chebyshev each is its own scaled gap and the largest is
 * the distance (a dimension then shows its largest). A pair without a distance has no shares.
 */
export function splitDistance(
  space: StructuralSpace,
  i: number,
  j: number,
  distance: number | null,
  typical: Typical,
): Contributions {
  const { indicators, prepared, weights } = space;
  const { rule } = metricDefinitions[space.metric];
  const terms = new Float64Array(space.p);
  metricDefinitions[space.metric].terms(space, i, j, terms);
  const present = terms.filter((term) => !Number.isNaN(term));
  const whole = present.reduce((sum, term) => sum + term, 0);
  const factor = distance === null ? NaN : rule === "largest-decides" ? 1 : whole > 0 ? distance / whole : 0;
  const split = indicators.map(({ id }, k): IndicatorContribution => {
    const raw = prepared.raw[id]!;
    const [own, other] = [prepared.columns[id]![i]!, prepared.columns[id]![j]!];
    const gap = own === null || other === null ? null : gapOf(indicators[k]!, own, other);
    return {
      id,
      weight: weights[k]!,
      share: gap === null ? null : orNull(terms[k]! * factor),
      gap,
      typicalGap: orNull(typical.gaps[k]!),
      target: raw[i]!,
      value: raw[j]!,
    };
  });
  const combine = rule === "largest-decides" ? Math.max : (a: number, b: number) => a + b;
  const dimensions = byKey(
    prepared.framework.dimensions.filter(({ id }) => indicators.some((one) => one.dimension === id)),
    ({ id }) => id,
    ({ id }) =>
      split.reduce(
        (sum, one, k) => (indicators[k]!.dimension === id ? combine(sum, one.share ?? 0) : sum),
        0,
      ),
  );
  return { dimensions, indicators: split };
}

/** Indicator ids, the strongest first: what makes a pair nearer than is typical, and what makes it further. */
export interface Reasons {
  readonly unites: readonly string[];
  readonly divides: readonly string[];
}

/** Orders the indicators by how much less (unites) or more (divides) they add to the distance than is typical. */
export function findReasons(space: StructuralSpace, i: number, j: number, typical: Typical): Reasons {
  const terms = new Float64Array(space.p);
  metricDefinitions[space.metric].terms(space, i, j, terms);
  const saved = space.indicators
    .map(({ id }, k) => ({ id, saved: difference(typical.terms[k]!, terms[k]!) }))
    .filter((one) => !Number.isNaN(one.saved));
  const strongest = (sign: 1 | -1): string[] =>
    saved
      .filter((one) => sign * one.saved > 0)
      .sort((a, b) => sign * (b.saved - a.saved))
      .map((one) => one.id);
  return { unites: strongest(1), divides: strongest(-1) };
}

/** Their difference, or 0 where it is no more than rounding: that is no reason. */
function difference(typical: number, term: number): number {
  const saved = typical - term;
  return Math.abs(saved) <= 1e-12 * Math.max(typical, term) ? 0 : saved;
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
