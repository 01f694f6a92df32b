import type { Euclid } from "./euclid.js";

/** Centres of clusters that move as single points come and go. */
export interface MovingCentres {
  readonly sizes: Uint32Array;
  /** The mean squared gap of the points to the centre of all, in which a saving is measured. */
  readonly scale: number;
  /** Computes the centres afresh. */
  reset(labels: Uint32Array): void;
  /** How much the inertia falls when point `i` leaves its cluster `c`, which has others. */
  saving(i: number, c: number): number;
  /** How much the inertia rises when point `i` joins cluster `c`; any number not below `limit` where it is not below it. */
  cost(i: number, c: number, limit: number): number;
  move(i: number, from: number, to: number): void;
}

/** The centres where every point has every coordinate: a point at squared gap g of a cluster of m costs g m / (m + 1), and saves g m / (m - 1). */
export function completeCentres(euclid: Euclid, k: number): MovingCentres {
  const { n, q, values } = euclid;
  const centres = new Float64Array(k * q);
  const sizes = new Uint32Array(k);

  /** Stops where the sum has passed the limit. */
  const gap = (i: number, c: number, limit: number): number => {
    const a = i * q;
    const b = c * q;
    const even = q & ~3;
    let sum = 0;
    let u = 0;
    for (; u < even; u += 4) {
      const d0 = values[a + u]! - centres[b + u]!;
      const d1 = values[a + u + 1]! - centres[b + u + 1]!;
      const d2 = values[a + u + 2]! - centres[b + u + 2]!;
      const d3 = values[a + u + 3]! - centres[b + u + 3]!;
      sum += d0 * d0 + d1 * d1 + (d2 * d2 + d3 * d3);
      if (sum >= limit) return sum;
    }
    for (; u < q; u++) {
      const d = values[a + u]! - centres[b + u]!;
      sum += d * d;
    }
    return sum;
  };

  const shift = (i: number, c: number, by: number): void => {
    for (let u = 0, a = i * q, b = c * q; u < q; u++, a++, b++)
      centres[b]! += (values[a]! - centres[b]!) * by;
  };

  return {
    sizes,
    scale: meanSquaredGap(euclid),
    reset(labels) {
      centres.fill(0);
      sizes.fill(0);
      for (let i = 0; i < n; i++) {
        const c = labels[i]!;
        sizes[c]!++;
        for (let u = 0, a = i * q, b = c * q; u < q; u++, a++, b++) centres[b]! += values[a]!;
      }
      for (let o = 0; o < centres.length; o++) centres[o]! /= Math.max(1, sizes[Math.floor(o / q)]!);
    },
    saving(i, c) {
      const m = sizes[c]!;
      return (gap(i, c, Infinity) * m) / (m - 1);
    },
    cost(i, c, limit) {
      const m = sizes[c]!;
      if (m === 0) return 0;
      const rise = m / (m + 1);
      return gap(i, c, limit / rise) * rise;
    },
    move(i, from, to) {
      shift(i, from, -1 / (sizes[from]! - 1));
      shift(i, to, 1 / (sizes[to]! + 1));
      sizes[from]!--;
      sizes[to]!++;
    },
  };
}

/** The centres where figures are missing: every coordinate has a mass of its own, the sum of the factors of the members that have it. */
export function gappyCentres(euclid: Euclid, k: number): MovingCentres {
  const { n, q, values } = euclid;
  const factors = euclid.factors!;
  const sums = new Float64Array(k * q);
  const masses = new Float64Array(k * q);
  const sizes = new Uint32Array(k);

  const change = (i: number, c: number, sign: 1 | -1): void => {
    sizes[c]! += sign;
    for (let u = 0, a = i * q, b = c * q; u < q; u++, a++, b++) {
      sums[b]! += sign * factors[a]! * values[a]!;
      masses[b]! += sign * factors[a]!;
    }
  };

  return {
    sizes,
    scale: meanSquaredGap(euclid),
    reset(labels) {
      sums.fill(0);
      masses.fill(0);
      sizes.fill(0);
      for (let i = 0; i < n; i++) change(i, labels[i]!, 1);
    },
    saving(i, c) {
      let sum = 0;
      for (let u = 0, a = i * q, b = c * q; u < q; u++, a++, b++) {
        const own = factors[a]!;
        const mass = masses[b]!;
        // The only member that has this coordinate stands at the centre.
        if (own === 0 || mass - own <= 1e-9 * own) continue;
        const d = values[a]! - sums[b]! / mass;
        sum += ((own * mass) / (mass - own)) * (d * d);
      }
      return sum;
    },
    cost(i, c, limit) {
      let sum = 0;
      for (let u = 0, a = i * q, b = c * q; u < q && sum < limit; u++, a++, b++) {
        const own = factors[a]!;
        const mass = masses[b]!;
        if (own === 0 || mass <= 1e-9) continue;
        const d = values[a]! - sums[b]! / mass;
        sum += ((own * mass) / (mass + own)) * (d * d);
      }
      return sum;
    },
    move(i, from, to) {
      change(i, from, -1);
      change(i, to, 1);
    },
  };
}

function meanSquaredGap({ n, q, values }: Euclid): number {
  const means = new Float64Array(q);
  for (let o = 0; o < values.length; o++) means[o % q]! += values[o]! / n;
  let sum = 0;
  for (let o = 0; o < values.length; o++) sum += (values[o]! - means[o % q]!) ** 2;
  return sum / n;
}
