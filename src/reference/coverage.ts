import type { StructuralSpace } from "../space/structural-space.js";

/** The share of the weight of the indicators that both regions have. */
export function sharedWeight({ p, coordinates, weights }: StructuralSpace, i: number, j: number): number {
  let lost = 0;
  for (let k = 0; k < p; k++)
    if (Number.isNaN(coordinates[i * p + k]! - coordinates[j * p + k]!)) lost += weights[k]!;
  return lost === 0 ? 1 : Math.max(0, 1 - lost);
}
