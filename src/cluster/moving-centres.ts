import type { Euclid } from "../space/euclid.js";
import { inertiaOf } from "./centres.js";

/** Centres of clusters that move as single points come and go. */
export interface MovingCentres {
  readonly sizes: Uint32Array;
  /** Computes the centres afresh; returns the inertia. */
  reset(labels: Uint32Array): number;
  /** How much the inertia falls when point `i` leaves its cluster `c`, which has others. */
  saving(i: number, c: number): number;
  /** How much the inertia rises when point `i` joins cluster `c`; where that is `limit` or more, any number that is. */
  cost(i: number, c: number, limit: number): number;
  move(i: number, from: number, to: number): void;
}

/**
 * The centres where every point has every coordinate, known by the squared gaps of all points to them. When a centre moves by the part
 * t of its way to point j, the squared gap of any point i becomes (1 - t) gap(i) + t d²(i, j) - t (1 - t) gap(j) (Stewart's theorem):
 * no coordinate is looked at again. A point at squared gap g of a cluster of m costs g m / (m + 1), and saves g m / (m - 1).
 * `squares` holds the squared distance of every point to every other.
 */
export function completeCentres(squares: Float64Array, n: number, k: number): MovingCentres {
  // Cluster-major.
  const gaps = new Float64Array(k * n);
  const sizes = new Uint32Array(k);
  // m / (m - 1) and m / (m + 1).
  const leaving = new Float64Array(k);
  const joining = new Float64Array(k);

  const resize = (c: number, size: number): void => {
    sizes[c] = size;
    leaving[c] = size / (size - 1);
    joining[c] = size / (size + 1);
  };

  const shift = (j: number, c: number, t: number): void => {
    const own = t * (1 - t) * gaps[c * n + j]!;
    for (let o = c * n, from = j * n, end = o + n; o < end; o++, from++)
      gaps[o] = (1 - t) * gaps[o]! + t * squares[from]! - own;
  };

  return {
    sizes,
    reset(labels) {
      gaps.fill(0);
      sizes.fill(0);
      const members = Array.from({ length: k }, (): number[] => []);
      labels.forEach((c, j) => {
        members[c]!.push(j * n);
      });
      members.forEach((rows, c) => {
        resize(c, rows.length);
        const even = rows.length & ~3;
        for (let m = 0; m < even; m += 4) {
          const [r0, r1, r2, r3] = [rows[m]!, rows[m + 1]!, rows[m + 2]!, rows[m + 3]!];
          for (let i = 0, o = c * n; i < n; i++, o++)
            gaps[o]! += squares[r0 + i]! + squares[r1 + i]! + (squares[r2 + i]! + squares[r3 + i]!);
        }
        for (const row of rows.slice(even))
          for (let i = 0, o = c * n; i < n; i++, o++) gaps[o]! += squares[row + i]!;
      });
      // The mean squared distance to the members is the squared gap to the centre and the mean squared gap of the members.
      const within = new Float64Array(k);
      for (let i = 0; i < n; i++) within[labels[i]!]! += gaps[labels[i]! * n + i]!;
      let inertia = 0;
      for (let c = 0; c < k; c++) {
        const m = Math.max(1, sizes[c]!);
        const mean = within[c]! / (2 * m * m);
        for (let o = c * n; o < (c + 1) * n; o++) gaps[o] = Math.max(0, gaps[o]! / m - mean);
        inertia += mean * m;
      }
      return inertia;
    },
    saving: (i, c) => gaps[c * n + i]! * leaving[c]!,
    cost: (i, c) => gaps[c * n + i]! * joining[c]!,
    move(i, from, to) {
      shift(i, from, -1 / (sizes[from]! - 1));
      shift(i, to, 1 / (sizes[to]! + 1));
      resize(from, sizes[from]! - 1);
      resize(to, sizes[to]! + 1);
    },
  };
}

/** Masses below are what rounding has left of none; that of a single point is 1 at least. */
const NOTHING = 1e-9;

/** The centres where figures are missing: every coordinate has a mass of its own, the sum of the factors of the members that have it. */
export function gappyCentres(euclid: Euclid, k: number): MovingCentres {
  const { n, q, values } = euclid;
  const factors = euclid.factors!;
  const sums = new Float64Array(k * q);
  const masses = new Float64Array(k * q);
  const sizes = new Uint32Array(k);

  const centres = new Float64Array(k * q);

  const change = (i: number, c: number, sign: 1 | -1): void => {
    sizes[c]! += sign;
    for (let u = 0, a = i * q, b = c * q; u < q; u++, a++, b++) {
      sums[b]! += sign * factors[a]! * values[a]!;
      masses[b]! += sign * factors[a]!;
      centres[b] = sums[b]! / masses[b]!;
    }
  };

  return {
    sizes,
    reset(labels) {
      sums.fill(0);
      masses.fill(0);
      sizes.fill(0);
      for (let i = 0; i < n; i++) change(i, labels[i]!, 1);
      return inertiaOf(euclid, labels, k);
    },
    saving(i, c) {
      let sum = 0;
      for (let u = 0, a = i * q, b = c * q; u < q; u++, a++, b++) {
        const own = factors[a]!;
        const others = masses[b]! - own;
        // The only member that has this coordinate stands at the centre.
        if (own === 0 || others <= NOTHING) continue;
        const d = values[a]! - centres[b]!;
        sum += ((own * masses[b]!) / others) * (d * d);
      }
      return sum;
    },
    cost(i, c, limit) {
      let sum = 0;
      for (let u = 0, a = i * q, b = c * q; u < q && sum < limit; u++, a++, b++) {
        const own = factors[a]!;
        const mass = masses[b]!;
        if (own === 0 || mass <= NOTHING) continue;
        const d = values[a]! - centres[b]!;
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
