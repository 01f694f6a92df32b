import { mean } from "../shared/statistics.js";
import type { Euclid } from "../space/euclid.js";
import { type Centres, centresOf, inertiaOf, squaredGap } from "./centres.js";
import type { Cloud } from "./cloud.js";
import type { Silhouettes } from "./silhouette.js";

/**
 * How well clusters are set apart. Each number is null where it is not defined: for a single cluster (but for the inertia), under a
 * metric without centres (but for silhouette and Dunn), and where it would divide by 0, as Calinski-Harabasz and Dunn do where every
 * region is a cluster.
 */
export interface Validity {
  /** The mean silhouette of the regions; the higher, the better, at most 1. */
  readonly silhouette: number | null;
  /** (between-cluster inertia / (k - 1)) / (inertia / (n - k)); the higher, the better (Calinski and Harabasz 1974). */
  readonly calinskiHarabasz: number | null;
  /** Mean over clusters of the worst (spread + spread) / distance of centres; the lower, the better (Davies and Bouldin 1979). */
  readonly daviesBouldin: number | null;
  /** The least distance between clusters / the largest within one; the higher, the better (Dunn 1974). */
  readonly dunn: number | null;
  /** The sum of squared Euclidean gaps between regions and the centres of their clusters. */
  readonly inertia: number | null;
  /** The part of the inertia of all regions that the division takes away, from 0 to 1. */
  readonly explained: number | null;
}

/** The validity of clusters `labels[i]` from 0 to `k - 1`, none empty. */
export function validityOf(
  { n, distances, euclid }: Cloud,
  labels: ArrayLike<number>,
  k: number,
  silhouettes: Silhouettes | null,
): Validity {
  const divided = k > 1 && k < n;
  const inertia = euclid === null ? null : inertiaOf(euclid, labels, k);
  const total = euclid === null ? 0 : inertiaOf(euclid, new Uint32Array(n), 1);
  return {
    silhouette: silhouettes === null ? null : mean(silhouettes.widths),
    calinskiHarabasz:
      divided && inertia !== null && inertia > 0 ? (total - inertia) / (k - 1) / (inertia / (n - k)) : null,
    daviesBouldin: k > 1 && euclid !== null ? daviesBouldin(euclid, labels, k) : null,
    dunn: k > 1 ? dunn(distances, n, labels) : null,
    inertia,
    explained: inertia !== null && total > 0 ? 1 - inertia / total : null,
  };
}

/** Spread = mean Euclidean distance of the members to their centre, as scikit-learn; null where two centres coincide. */
function daviesBouldin(euclid: Euclid, labels: ArrayLike<number>, k: number): number | null {
  const centres = centresOf(euclid, labels, k);
  const spreads = new Float64Array(k);
  for (let i = 0; i < euclid.n; i++) {
    const c = labels[i]!;
    spreads[c]! += Math.sqrt(squaredGap(euclid, i, centres.values, c)) / centres.sizes[c]!;
  }
  let sum = 0;
  for (let a = 0; a < k; a++) {
    let worst = 0;
    for (let b = 0; b < k; b++) {
      if (a !== b)
        worst = Math.max(worst, (spreads[a]! + spreads[b]!) / centreDistance(centres, euclid.q, a, b));
    }
    sum += worst;
  }
  return Number.isFinite(sum) ? sum / k : null;
}

function centreDistance({ values }: Centres, q: number, a: number, b: number): number {
  let sum = 0;
  for (let u = 0; u < q; u++) sum += (values[a * q + u]! - values[b * q + u]!) ** 2;
  return Math.sqrt(sum);
}

function dunn(distances: Float64Array, n: number, labels: ArrayLike<number>): number | null {
  let between = Infinity;
  let within = 0;
  for (let i = 0, o = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++, o++) {
      if (labels[i] === labels[j]) within = Math.max(within, distances[o]!);
      else between = Math.min(between, distances[o]!);
    }
  }
  return within > 0 ? between / within : null;
}
