import type { Kind } from "../table/framework.js";
import { gowerRow, gowerTerms } from "./gower.js";
import {
  chebyshevRow,
  euclideanRow,
  manhattanRow,
  type RowKernel,
  rowFromTerms,
  squaredEuclideanRow,
} from "./row-kernels.js";
import {
  absoluteTerms,
  canberraTerms,
  correlationTerms,
  cosineTerms,
  scaledTerms,
  spheredTerms,
  squareTerms,
  type Terms,
} from "./terms.js";

/** How far two regions are apart, from the gaps of their indicators; the default is `squared-euclidean`. */
export const metrics = [
  "squared-euclidean",
  "euclidean",
  "manhattan",
  "chebyshev",
  "canberra",
  "cosine",
  "correlation",
  "mahalanobis",
  "gower",
] as const;
/** One of `metrics`. */
export type Metric = (typeof metrics)[number];

/**
 * How the contributions of the indicators make the distance: they add up to it; they add up to its square (each is shown as its
 * share of the distance); or the largest alone is the distance.
 */
export type ContributionRule = "adds-up" | "adds-up-to-the-square" | "largest-decides";

interface MetricDefinition {
  readonly rule: ContributionRule;
  /** The kinds of indicator whose gaps it can measure. */
  readonly kinds: readonly Kind[];
  readonly row: RowKernel;
  readonly terms: Terms;
  /** Whether the distance (under Euclidean, its square) is the weighted mean of what each indicator says, which no weight changes. */
  readonly linear: boolean;
}

const numbers = ["ratio", "ordinal", "binary"] as const;

/**
 * The metrics, with weights w that sum to 1, prepared values x, y and gaps d: squared Euclidean sum(w d²), Euclidean its root,
 * Manhattan sum(w |d|), Chebyshev max(w |d|) times the number of indicators with weight (so that equal weights count 1), Canberra
 * sum(w |d| / (|x| + |y|)), cosine and correlation 1 - s with weighted sums, Mahalanobis the root of d' S⁻¹ d without weights, Gower
 * by the rule of R `cluster::daisy`.
 */
export const metricDefinitions: { readonly [metric in Metric]: MetricDefinition } = {
  "squared-euclidean": {
    rule: "adds-up",
    kinds: numbers,
    row: squaredEuclideanRow,
    terms: squareTerms,
    linear: true,
  },
  euclidean: {
    rule: "adds-up-to-the-square",
    kinds: numbers,
    row: euclideanRow,
    terms: squareTerms,
    linear: true,
  },
  manhattan: { rule: "adds-up", kinds: numbers, row: manhattanRow, terms: absoluteTerms, linear: true },
  chebyshev: {
    rule: "largest-decides",
    kinds: numbers,
    row: chebyshevRow,
    terms: scaledTerms,
    linear: false,
  },
  canberra: {
    rule: "adds-up",
    kinds: numbers,
    row: rowFromTerms(canberraTerms),
    terms: canberraTerms,
    linear: true,
  },
  cosine: {
    rule: "adds-up",
    kinds: numbers,
    row: rowFromTerms(cosineTerms),
    terms: cosineTerms,
    linear: false,
  },
  correlation: {
    rule: "adds-up",
    kinds: numbers,
    row: rowFromTerms(correlationTerms),
    terms: correlationTerms,
    linear: false,
  },
  mahalanobis: {
    rule: "adds-up-to-the-square",
    kinds: numbers,
    row: rowFromTerms(spheredTerms, Math.sqrt),
    terms: spheredTerms,
    linear: false,
  },
  gower: {
    rule: "adds-up",
    kinds: ["ratio", "ordinal", "nominal", "binary", "asymmetric-binary"],
    row: gowerRow,
    terms: gowerTerms,
    linear: false,
  },
};
