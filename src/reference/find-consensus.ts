import { optionsError } from "../shared/errors.js";
import { byId } from "../shared/ids.js";
import { median } from "../shared/order-statistics.js";
import { idsOf, type Selection } from "./compare-selections.js";

/** A list with the name under which the consensus cites it: a dimension, a plan, a vintage. */
export interface NamedSelection extends Selection {
  readonly name: string;
}

/** A region and the lists that choose it. */
export interface ConsensusRegion {
  readonly id: string;
  /** The names of the lists that hold it. */
  readonly chosenBy: readonly string[];
  /** The share of all lists. */
  readonly share: number;
  readonly bestRank: number;
  /** Over the lists that hold it. */
  readonly medianRank: number;
}

/** Which regions several lists agree on. */
export interface Consensus {
  /** How many lists were asked. */
  readonly selections: number;
  /** Chosen by most lists first; then by median rank, then by id. */
  readonly regions: readonly ConsensusRegion[];
}

/**
 * Finds the regions that several lists choose: lists through different lenses, by different plans, from different years. A rank is
 * the place in a list, from 1.
 *
 * @throws {OptionsError} Without any list, for two of one name, or a region that stands twice in a list.
 *
 * @example
 * ```ts
 * const lists = ["orkestra", "balanced"].map((name) => {
 *   const { prepare: choices, weigh: scheme } = plans[name];
 *   const table1 = prepare(table, choices);
 *   const own = buildSpace(table1, { weights: weigh(table1, scheme) });
 *   return { name, regions: findReferenceRegions(own, "ES21", { count: 5 }).regions };
 * });
 * findConsensus(lists).regions[0]; // => { id: "ES12", chosenBy: ["orkestra", "balanced"], share: 1, bestRank: 1, medianRank: 1 }
 * ```
 */
export function findConsensus(selections: readonly NamedSelection[]): Consensus {
  const names = selections.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (selections.length === 0 || twice !== undefined) {
    throw optionsError(
      "invalid-option",
      { path: "findConsensus.selections" },
      twice === undefined
        ? "expected at least one list, got none."
        : `expected lists with different names, got two that are called "${twice}". Rename one.`,
    );
  }
  const found = new Map<string, { chosenBy: string[]; ranks: number[] }>();
  for (const [at, selection] of selections.entries()) {
    idsOf(selection, `findConsensus.selections[${at}]`).forEach((id, place) => {
      const one = found.get(id) ?? { chosenBy: [], ranks: [] };
      one.chosenBy.push(selection.name);
      one.ranks.push(place + 1);
      found.set(id, one);
    });
  }
  const regions = [...found].map(([id, { chosenBy, ranks }]) => ({
    id,
    chosenBy,
    share: chosenBy.length / selections.length,
    bestRank: Math.min(...ranks),
    medianRank: median(ranks),
  }));
  regions.sort((a, b) => b.chosenBy.length - a.chosenBy.length || a.medianRank - b.medianRank || byId(a, b));
  return { selections: selections.length, regions };
}
