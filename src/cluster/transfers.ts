import type { MovingCentres } from "./moving-centres.js";

/**
 * Moves single points to other clusters as long as that lowers the inertia, writes the clusters into `labels`, and returns
 * the inertia. A point weighs what
 * its leaving saves against what its joining costs, with the centres moving along; that finds improvements where the nearest centre
 * is the own one; a gain below `least` is rounding. As in the live sets of Hartigan and Wong (1979), a point looks again only at
 * clusters that changed since.
 */
export function transferPoints(
  centres: MovingCentres,
  k: number,
  labels: Uint32Array,
  least: number,
): number {
  let inertia = centres.reset(labels);
  const changed = new Float64Array(k);
  const checked = new Float64Array(labels.length).fill(-1);
  let step = 0;
  for (let moves = -1; moves !== 0; ) {
    moves = 0;
    for (let i = 0; i < labels.length; i++) {
      const own = labels[i]!;
      step++;
      const since = changed[own]! > checked[i]! ? -1 : checked[i]!;
      checked[i] = step;
      const to = bestCluster(centres, k, i, own, least, changed, since);
      if (to === own) continue;
      inertia -= centres.saving(i, own) - centres.cost(i, to, Infinity);
      centres.move(i, own, to);
      labels[i] = to;
      changed[own] = step;
      changed[to] = step;
      moves++;
    }
  }
  // Rounding must not leave less than nothing.
  return Math.max(0, inertia);
}

/** The cluster in which point `i` costs least, among those that changed after `since`; its own where none is better. */
function bestCluster(
  centres: MovingCentres,
  k: number,
  i: number,
  own: number,
  least: number,
  changed: Float64Array,
  since: number,
): number {
  if (centres.sizes[own] === 1) return own;
  let best = own;
  let cost = -1;
  for (let c = 0; c < k; c++) {
    if (c === own || changed[c]! <= since) continue;
    if (cost < 0) cost = centres.saving(i, own) - least;
    const joining = centres.cost(i, c, cost);
    if (joining < cost) {
      cost = joining;
      best = c;
    }
  }
  return best;
}
