import {
  chebyshevRow,
  euclideanRow,
  manhattanRow,
  type RowKernel,
  squaredEuclideanRow,
} from "./row-kernels.js";

/** How far two regions are apart, from the gaps of their indicators; the default is `squared-euclidean`. */
export const metrics = ["squared-euclidean", "euclidean", "manhattan", "chebyshev"] as const;
export type Metric = (typeof metrics)[number];

/**
 * How the contributions of the indicators make the distance: they add up to it; they add up to its square (each is shown as its
 * share of the distance); or the largest alone is the distance.
 */
export type ContributionRule = "adds-up" | "adds-up-to-the-square" | "largest-decides";

interface MetricDefinition {
  readonly rule: ContributionRule;
  /** What a prepared value is multiplied by to become a coordinate, so that the kernel needs no weights. `active`: see below. */
  factor(weight: number, active: number): number;
  /** A coordinate adds the square of its gap, or its absolute size. */
  readonly squares: boolean;
  readonly row: RowKernel;
}

/**
 * The metrics, with weights w that sum to 1 and gaps d of prepared values: squared Euclidean sum(w d²), Euclidean its root,
 * Manhattan sum(w |d|), Chebyshev max(w |d|) times the number of `active` indicators (those with weight), so that equal weights
 * count 1.
 */
export const metricDefinitions: { readonly [metric in Metric]: MetricDefinition } = {
  "squared-euclidean": { rule: "adds-up", factor: Math.sqrt, squares: true, row: squaredEuclideanRow },
  euclidean: { rule: "adds-up-to-the-square", factor: Math.sqrt, squares: true, row: euclideanRow },
  manhattan: { rule: "adds-up", factor: (weight) => weight, squares: false, row: manhattanRow },
  chebyshev: {
    rule: "largest-decides",
    factor: (weight, active) => weight * active,
    squares: false,
    row: chebyshevRow,
  },
};
