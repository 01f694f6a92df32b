import {
  chebyshevRow,
  euclideanRow,
  manhattanRow,
  type RowKernel,
  squaredEuclideanRow,
} from "./row-kernels.js";
import { absoluteTerms, scaledTerms, squareTerms, type Terms } from "./terms.js";

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
  readonly row: RowKernel;
  readonly terms: Terms;
}

/**
 * The metrics, with weights w that sum to 1 and gaps d of prepared values: squared Euclidean sum(w d²), Euclidean its root,
 * Manhattan sum(w |d|), Chebyshev max(w |d|) times the number of indicators with weight, so that equal weights count 1.
 */
export const metricDefinitions: { readonly [metric in Metric]: MetricDefinition } = {
  "squared-euclidean": { rule: "adds-up", row: squaredEuclideanRow, terms: squareTerms },
  euclidean: { rule: "adds-up-to-the-square", row: euclideanRow, terms: squareTerms },
  manhattan: { rule: "adds-up", row: manhattanRow, terms: absoluteTerms },
  chebyshev: { rule: "largest-decides", row: chebyshevRow, terms: scaledTerms },
};
