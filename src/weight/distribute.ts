import { groupBy } from "../shared/group-by.js";
import type { Indicator } from "../table/framework.js";

/** One level of the tree: which group an indicator belongs to there, and the weight of a group relative to its sisters. */
export interface Level {
  groupOf(indicator: Indicator): string;
  weightOf(group: string): number;
}

/**
 * Splits the whole (1) down the levels: at each level a part is split between its groups in proportion to their weights.
 * Returns one share per indicator, 0 wherever a group weighs nothing.
 */
export function distribute(indicators: readonly Indicator[], levels: readonly Level[]): Float64Array {
  const shares = new Float64Array(indicators.length);
  const split = (members: readonly number[], part: number, depth: number): void => {
    const level = levels[depth];
    if (level === undefined) {
      for (const i of members) shares[i] = part / members.length;
      return;
    }
    const groups = [...groupBy(members.length, (m) => level.groupOf(indicators[members[m]!]!))];
    const total = groups.reduce((running, [group]) => running + level.weightOf(group), 0);
    for (const [group, positions] of groups) {
      split(
        positions.map((m) => members[m]!),
        total > 0 ? (part * level.weightOf(group)) / total : 0,
        depth + 1,
      );
    }
  };
  split(
    indicators.map((_, i) => i),
    1,
    0,
  );
  return shares;
}
