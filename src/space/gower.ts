import { isCovered, type Points } from "./points.js";
import type { RowKernel } from "./row-kernels.js";
import type { Terms } from "./terms.js";

/** How each indicator is compared: as a number with this factor (weight over range), as a category, or as a binary whose zeros are silent. */
const [NUMBER, CATEGORY, SILENT_ZERO] = [0, 1, 2];

interface Comparison {
  readonly ways: Uint8Array;
  readonly factors: Float64Array;
}

function comparisonOf({ kinds, ranges, weights }: Points): Comparison {
  const ways = Uint8Array.from(kinds, (kind) =>
    kind === "ratio" || kind === "ordinal"
      ? NUMBER!
      : kind === "asymmetric-binary"
        ? SILENT_ZERO!
        : CATEGORY!,
  );
  return {
    ways,
    factors: weights.map((weight, k) =>
      ways[k] !== NUMBER ? weight : ranges[k]! > 0 ? weight / ranges[k]! : 0,
    ),
  };
}

/**
 * Gower distance by the rule of R `cluster::daisy`: a number adds the gap as a share of its range in the table, a category 1 where the two
 * differ, each times its weight, divided by the weight compared. Missing cells are not compared, nor two zeros of an asymmetric binary.
 */
export const gowerRow: RowKernel = (points, i, from, to, out, offset) => {
  const { p, coordinates: x, present: m, weights: w, minCoverage } = points;
  const { ways, factors } = comparisonOf(points);
  const a = i * p;
  for (let j = from, o = offset; j < to; j++, o++) {
    const b = j * p;
    let sum = 0;
    let shared = 0;
    let silent = 0;
    for (let k = 0; k < p; k++) {
      if (m !== null && m[a + k]! * m[b + k]! === 0) continue;
      const u = x[a + k]!;
      const v = x[b + k]!;
      shared += w[k]!;
      if (ways[k] === NUMBER) sum += factors[k]! * Math.abs(u - v);
      else if (u !== v) sum += factors[k]!;
      else if (ways[k] === SILENT_ZERO && u === 0) silent += w[k]!;
    }
    const compared = shared - silent;
    out[o] = isCovered(m === null ? 1 : shared, minCoverage) && compared > 1e-12 ? sum / compared : NaN;
  }
};

/** The same by indicator. */
export const gowerTerms: Terms = (points, i, j, out) => {
  const { p, coordinates: x, present: m, weights: w } = points;
  const { ways, factors } = comparisonOf(points);
  let compared = 0;
  for (let k = 0; k < p; k++) {
    const both = m === null || m[i * p + k]! * m[j * p + k]! === 1;
    const [u, v] = [x[i * p + k]!, x[j * p + k]!];
    const silent = ways[k] === SILENT_ZERO && u === 0 && v === 0;
    if (!both) out[k] = NaN;
    else if (ways[k] === NUMBER) out[k] = factors[k]! * Math.abs(u - v);
    else out[k] = u === v ? 0 : factors[k]!;
    if (both && !silent) compared += w[k]!;
  }
  return compared;
};
