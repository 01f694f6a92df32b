/** Positions of the points that no other is both closer and better than, one of the two strictly. Those without a score are on no front. */
export function paretoFront(
  points: readonly { readonly distance: number; readonly score: number | null }[],
): Set<number> {
  const order = points
    .map(({ distance, score }, at) => ({ distance, score, at }))
    .filter((one): one is typeof one & { score: number } => one.score !== null)
    .sort((a, b) => a.distance - b.distance || b.score - a.score);
  const front = new Set<number>();
  let best = -Infinity;
  let bestDistance = Number.NaN;
  for (const { distance, score, at } of order) {
    // An equal of the last one on the front stands beside it.
    if (score > best || (score === best && distance === bestDistance)) {
      front.add(at);
      best = score;
      bestDistance = distance;
    }
  }
  return front;
}
