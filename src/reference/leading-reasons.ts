import { positionsOf } from "../shared/ids.js";
import type { Indicator } from "../table/framework.js";

/**
 * The strongest few, at most one of each element: indicators of one element say nearly the same, and a reader wants to hear
 * different things.
 */
export function leadingReasons(
  ids: readonly string[],
  indicators: readonly Indicator[],
  most: number,
): string[] {
  const positions = positionsOf(indicators);
  const told = new Set<string>();
  const leading: string[] = [];
  for (const id of ids) {
    if (leading.length === most) break;
    const { dimension, element } = indicators[positions.get(id)!]!;
    const subject = element === undefined ? id : `${dimension}/${element}`;
    if (told.has(subject)) continue;
    told.add(subject);
    leading.push(id);
  }
  return leading;
}
