import type { WeightsById } from "../../weight/weigh-options.js";

/**
 * Moves one of several shares that sum to 1. Locked shares stay as they are; the others make room in proportion, or evenly where all of
 * them are 0. A share can take no more than the locked ones leave; where all others are locked it cannot move.
 */
export function moveShare(
  shares: WeightsById,
  locked: ReadonlySet<string>,
  id: string,
  wanted: number,
): WeightsById {
  const others = Object.keys(shares).filter((one) => one !== id);
  const free = others.filter((one) => !locked.has(one));
  if (free.length === 0 || !Object.hasOwn(shares, id)) return shares;
  const kept = others.filter((one) => locked.has(one)).reduce((sum, one) => sum + shares[one]!, 0);
  const room = Math.max(0, 1 - kept);
  const value = Math.min(room, Math.max(0, wanted));
  const rest = room - value;
  const before = free.reduce((sum, one) => sum + shares[one]!, 0);
  const next = (one: string): number =>
    one === id
      ? value
      : locked.has(one)
        ? shares[one]!
        : before > 0
          ? (rest * shares[one]!) / before
          : rest / free.length;
  return Object.fromEntries(Object.keys(shares).map((one) => [one, next(one)]));
}

/** Shares in proportion to some amounts; alike where all are 0. */
export function sharesOf(amounts: WeightsById): WeightsById {
  const entries = Object.entries(amounts);
  const whole = entries.reduce((sum, [, amount]) => sum + amount, 0);
  return Object.fromEntries(
    entries.map(([id, amount]) => [id, whole > 0 ? amount / whole : 1 / entries.length]),
  );
}
