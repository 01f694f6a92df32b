/** Where the pairs of region `i` with later regions begin: the pair (i, j) stands at `startOfRow(i, n) + j - i - 1`. */
export function startOfRow(i: number, n: number): number {
  return i * n - (i * (i + 1)) / 2;
}

/** Where the pair of `i` and a later `j` stands. */
export function pairAt(i: number, j: number, n: number): number {
  return startOfRow(i, n) + j - i - 1;
}
