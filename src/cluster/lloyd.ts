import { kmeans } from "ml-kmeans";

/**
 * So many rounds are enough to bring a start near to its optimum: single transfers go on from there, and see improvements that
 * Lloyd's rounds cannot.
 */
const ROUNDS = 2;

/**
 * Lloyd's algorithm: each row to its nearest centre, each centre to the mean of its rows. Returns the cluster of each row, from 0; a
 * cluster may be empty.
 */
export function lloyd(rows: number[][], centres: number[][]): number[] {
  return kmeans(rows, centres.length, { initialization: centres, maxIterations: ROUNDS }).clusters;
}
