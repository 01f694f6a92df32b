import { type Eigen, inverseOf, symmetricEigen } from "../shared/matrix.js";
import { isConstant, mean, standardDeviation } from "../shared/statistics.js";
import { correlationMatrix } from "../weight/correlations.js";

/** A correlation matrix whose smallest eigenvalue is below this part of the largest cannot be inverted with any meaning. */
const SINGULAR = 1e-10;

/** The linear map that makes a cloud of points round: coordinates in which Mahalanobis distance is Euclidean. */
export interface Sphere {
  readonly origin: readonly number[];
  /** Row k: what coordinate k takes of each indicator. */
  readonly matrix: readonly (readonly number[])[];
}

/**
 * Fits the map to complete columns: correlation matrix to the power -1/2, after standardising (ZCA-cor; Kessy, Lewin and Strimmer
 * 2018). Of all such maps it keeps each coordinate nearest to its own indicator, so that the squares of the gaps can be read
 * by indicator. Returns the positions of the columns that depend on each other where the matrix is near-singular.
 */
export function fitSphere(
  columns: readonly (readonly number[])[],
): Sphere | { readonly dependent: readonly number[] } {
  // What does not vary over the complete regions has no scale here.
  const flat = columns.flatMap((column, k) => (isConstant(column) ? [k] : []));
  if (flat.length > 0) return { dependent: flat };
  const eigen = symmetricEigen(correlationMatrix(columns));
  const dependent = dependentColumns(eigen);
  if (dependent.length > 0) return { dependent };
  const spreads = columns.map((column) => standardDeviation(column));
  const root = inverseOf(eigen, -0.5);
  return {
    origin: columns.map((column) => mean(column)),
    matrix: root.map((row) => row.map((value, k) => value / spreads[k]!)),
  };
}

/** The columns that have a part in the directions without variance. */
function dependentColumns({ values, vectors }: Eigen): number[] {
  const found = new Set<number>();
  values.forEach((value, c) => {
    if (value >= SINGULAR * values[0]!) return;
    vectors[c]!.forEach((entry, k) => {
      if (Math.abs(entry) > 1e-6) found.add(k);
    });
  });
  return [...found].sort((a, b) => a - b);
}

/** The coordinates of one region. */
export function applySphere({ origin, matrix }: Sphere, values: readonly number[]): number[] {
  const centred = values.map((value, k) => value - origin[k]!);
  return matrix.map((row) => row.reduce((sum, weight, k) => sum + weight * centred[k]!, 0));
}
