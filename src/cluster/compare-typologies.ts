import { optionsError } from "../shared/errors.js";
import type { Labelled } from "./typology.js";

/** How far two divisions of regions into types agree. */
export interface TypologyComparison {
  /** Regions that have a type in both. */
  readonly n: number;
  /** The share of pairs of regions on which both agree: together in both, or apart in both. */
  readonly rand: number;
  /** The same, corrected for chance: 1 = the same division, 0 = no more agreement than by chance (it can be below). */
  readonly adjustedRand: number;
  /** How many regions have type `a` in the first and type `b` in the second; only pairs of types that occur. */
  readonly table: readonly { readonly a: number; readonly b: number; readonly count: number }[];
  /** Regions that have a type in one of the two only. */
  readonly onlyInA: readonly string[];
  readonly onlyInB: readonly string[];
}

/**
 * Compares two divisions of regions into types, over the regions that have a type in both. What the types are called does not matter.
 *
 * Source: Hubert and Arabie (1985); the numbers of scikit-learn `rand_score` and `adjusted_rand_score`.
 *
 * @throws {OptionsError} When fewer than two regions have a type in both.
 *
 * @example
 * ```ts
 * const ward = clusterRegions(space, { method: "ward", k: 6 });
 * compareTypologies(ward, cutTree(ward, { k: 6 })).adjustedRand; // => 1
 * compareTypologies(ward, clusterRegions(space, { method: "single", k: 6 })).adjustedRand < 0.1; // => true
 * ```
 */
export function compareTypologies(a: Labelled, b: Labelled): TypologyComparison {
  const common = Object.keys(a.labels).filter((id) => Object.hasOwn(b.labels, id));
  const n = common.length;
  if (n < 2) {
    throw optionsError(
      "too-few-regions",
      { path: "compareTypologies" },
      `expected at least two regions with a type in both typologies, got ${n}. Compare typologies of the same regions.`,
    );
  }
  const cells = new Map<string, { a: number; b: number; count: number }>();
  const [rows, columns] = [new Map<number, number>(), new Map<number, number>()];
  for (const id of common) {
    const [x, y] = [a.labels[id]!, b.labels[id]!];
    const cell = cells.get(`${x} ${y}`);
    if (cell === undefined) cells.set(`${x} ${y}`, { a: x, b: y, count: 1 });
    else cell.count++;
    rows.set(x, (rows.get(x) ?? 0) + 1);
    columns.set(y, (columns.get(y) ?? 0) + 1);
  }
  const table = [...cells.values()].sort((x, y) => x.a - y.a || x.b - y.b);
  const together = pairsIn(table.map(({ count }) => count));
  const [inA, inB] = [pairsIn(rows.values()), pairsIn(columns.values())];
  const all = (n * (n - 1)) / 2;
  return {
    n,
    rand: (all + 2 * together - inA - inB) / all,
    adjustedRand: adjustedRand(together, inA, inB, all),
    table,
    onlyInA: Object.keys(a.labels).filter((id) => !Object.hasOwn(b.labels, id)),
    onlyInB: Object.keys(b.labels).filter((id) => !Object.hasOwn(a.labels, id)),
  };
}

/** Two divisions that are the same agree fully, also where chance could not have made them differ. */
function adjustedRand(together: number, inA: number, inB: number, all: number): number {
  if (together === inA && together === inB) return 1;
  const expected = (inA * inB) / all;
  return (together - expected) / ((inA + inB) / 2 - expected);
}

/** How many pairs there are within groups of these sizes. */
function pairsIn(sizes: Iterable<number>): number {
  let pairs = 0;
  for (const size of sizes) pairs += (size * (size - 1)) / 2;
  return pairs;
}
