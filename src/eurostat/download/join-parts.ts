import type { Observation, Observations } from "../observations.js";
import type { Part } from "./read-reply.js";

/** The observations of all parts, each cell once; or what shows that they are not of one edition of one data set. */
export function joinParts(parts: readonly Part[]): Observations | { readonly got: string } {
  const editions = [...new Set(parts.flatMap(({ updated }) => (updated === null ? [] : [updated])))];
  if (editions.length > 1) return { got: `replies of several editions (${editions.join(", ")})` };
  const sets = parts.flatMap(({ data }) => (data === null ? [] : [data]));
  const { dimensions } = sets[0]!;
  const other = sets.find((one) => one.dimensions.join() !== dimensions.join());
  if (other !== undefined)
    return { got: `replies with the dimensions ${dimensions.join(", ")} and ${other.dimensions.join(", ")}` };
  if (sets.length === 1) return sets[0]!;
  const cells = new Map<string, Observation>();
  for (const { observations } of sets)
    for (const one of observations) {
      const cell = [one.geo, one.time, ...dimensions.map((name) => one.keys[name])].join("\t");
      const before = cells.get(cell);
      if (before === undefined) cells.set(cell, one);
      else if (before.value !== one.value || before.flag !== one.flag)
        return { got: `${before.value} and ${one.value} for the same cell (${cell.replaceAll("\t", ", ")})` };
    }
  return { dimensions, observations: [...cells.values()] };
}
