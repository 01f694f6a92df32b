import { EigenvalueDecomposition } from "ml-matrix";

/** Eigenvalues in descending order, and for each its unit eigenvector. */
export interface Eigen {
  readonly values: readonly number[];
  /** `vectors[c][k]`: entry k of the eigenvector of value c. Its sign is free: whoever uses it fixes it. */
  readonly vectors: readonly (readonly number[])[];
}

/** The eigenvalues and eigenvectors of a symmetric matrix. */
export function symmetricEigen(matrix: readonly (readonly number[])[]): Eigen {
  const decomposition = new EigenvalueDecomposition(matrix as number[][], { assumeSymmetric: true });
  const order = decomposition.realEigenvalues.map((_, c) => c).reverse();
  const columns = decomposition.eigenvectorMatrix;
  return {
    values: order.map((c) => decomposition.realEigenvalues[c]!),
    vectors: order.map((c) => columns.getColumn(c)),
  };
}

/** The inverse of a symmetric positive definite matrix, from its eigenvalues. */
export function inverseOf({ values, vectors }: Eigen, power = -1): number[][] {
  const p = values.length;
  return Array.from({ length: p }, (_, i) =>
    Array.from({ length: p }, (_, j) =>
      values.reduce((sum, value, c) => sum + vectors[c]![i]! * value ** power * vectors[c]![j]!, 0),
    ),
  );
}
