import { startOfRow } from "../space/pair-index.js";

/** Side of the blocks in which a square is filled, so that both its halves stay in the cache. */
const BLOCK = 32;

/** The square matrix of condensed distances, raised to a power of 1 or 2; 0 on the diagonal. */
export function toSquare(condensed: Float64Array, n: number, power: 1 | 2): Float64Array {
  const square = new Float64Array(n * n);
  for (let i0 = 0; i0 < n; i0 += BLOCK) {
    for (let j0 = i0; j0 < n; j0 += BLOCK) {
      const [i1, j1] = [Math.min(i0 + BLOCK, n), Math.min(j0 + BLOCK, n)];
      for (let i = i0; i < i1; i++) {
        const row = startOfRow(i, n) - i - 1;
        for (let j = Math.max(j0, i + 1); j < j1; j++) {
          const d = condensed[row + j]!;
          const distance = power === 2 ? d * d : d;
          square[i * n + j] = distance;
          square[j * n + i] = distance;
        }
      }
    }
  }
  return square;
}
