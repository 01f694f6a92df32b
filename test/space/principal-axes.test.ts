import { describe, expect, it } from "vitest";
import { principalAxes, turn } from "../../src/space/principal-axes.js";
import { isNear } from "../support/arbitraries.js";
import { randomPlaces } from "../support/clusters.js";
import fc from "../support/fast-check.js";

interface Cloud {
  readonly n: number;
  readonly q: number;
  readonly values: Float64Array;
}

function cloudOf(places: readonly (readonly (number | null)[])[]): Cloud {
  return { n: places.length, q: places[0]!.length, values: Float64Array.from(places.flat() as number[]) };
}

/** All points along their axes, point-major. */
function turned({ n, q, values }: Cloud): Float64Array {
  const frame = principalAxes(values, n, q);
  const out = new Float64Array(n * q);
  for (let i = 0; i < n; i++) turn(frame, values, i * q, out.subarray(i * q, (i + 1) * q));
  return out;
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(a).reduce((sum, value, k) => sum + value * b[k]!, 0);
}

function squared(values: Float64Array, q: number, i: number, j: number): number {
  let sum = 0;
  for (let u = 0; u < q; u++) sum += (values[i * q + u]! - values[j * q + u]!) ** 2;
  return sum;
}

/** The covariance (by n) of two coordinates, whose means are 0. */
function covariance(values: Float64Array, n: number, q: number, u: number, v: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i * q + u]! * values[i * q + v]!;
  return sum / n;
}

/** Clouds of every shape: spread, on a grid, flat in some directions, long in others. */
const clouds: fc.Arbitrary<Cloud> = fc
  .record({
    n: fc.integer({ min: 2, max: 60 }),
    q: fc.integer({ min: 1, max: 20 }),
    seed: fc.nat(),
    grid: fc.boolean(),
    lengths: fc.array(fc.constantFrom(0, 0.01, 1, 1, 50), { minLength: 20, maxLength: 20 }),
    centre: fc.integer({ min: -3, max: 3 }),
  })
  .map(({ n, q, seed, grid, lengths, centre }) =>
    cloudOf(
      randomPlaces(n, q, seed).map((place) =>
        place.map((value, k) => centre + lengths[k]! * (grid ? Math.floor(4 * value!) : value! - 0.5)),
      ),
    ),
  );

describe("principalAxes", () => {
  it("are of length 1 and at right angles, also where points lie flat or all in one place", () => {
    fc.assert(
      fc.property(clouds, ({ n, q, values }) => {
        const { axes } = principalAxes(values, n, q);
        expect(axes).toHaveLength(q);
        axes.forEach((a, c) => {
          axes.forEach((b, d) => {
            expect(Math.abs(dot(a, b) - (c === d ? 1 : 0))).toBeLessThan(1e-12);
          });
        });
      }),
      { numRuns: 100 },
    );
  });

  it("begin at the mean of the points", () => {
    fc.assert(
      fc.property(clouds, ({ n, q, values }) => {
        const { centre } = principalAxes(values, n, q);
        for (let u = 0; u < q; u++) {
          const mean = Array.from({ length: n }, (_, i) => values[i * q + u]!).reduce((a, b) => a + b) / n;
          expect(isNear(centre[u]!, mean, 1e-12, 1)).toBe(true);
        }
      }),
    );
  });

  it("run along the widest spread first, and along each the points spread no more than along the one before", () => {
    fc.assert(
      fc.property(clouds, (cloud) => {
        const { n, q } = cloud;
        const out = turned(cloud);
        const variances = Array.from({ length: q }, (_, c) => covariance(out, n, q, c, c));
        const rounding = 1e-12 * variances[0]!;
        for (let c = 1; c < q; c++) expect(variances[c]!).toBeLessThanOrEqual(variances[c - 1]! + rounding);
      }),
      { numRuns: 100 },
    );
  });

  it("leave no covariance between the turned coordinates", () => {
    fc.assert(
      fc.property(clouds, (cloud) => {
        const { n, q } = cloud;
        const out = turned(cloud);
        const rounding = 1e-11 * Math.max(covariance(out, n, q, 0, 0), 1e-20);
        for (let c = 0; c < q; c++)
          for (let d = 0; d < c; d++)
            expect(Math.abs(covariance(out, n, q, c, d))).toBeLessThanOrEqual(rounding);
      }),
    );
  });

  it("find the direction of points on a line", () => {
    const { n, q, values } = cloudOf([
      [0, 0],
      [3, 4],
      [-6, -8],
    ]);
    const { axes } = principalAxes(values, n, q);
    expect([...axes[0]!]).toEqual([expect.closeTo(0.6, 14), expect.closeTo(0.8, 14)]);
    expect([...turned({ n, q, values })].map((value) => Number(value.toFixed(12)) + 0)).toEqual(
      [5 / 3, 0, 5 + 5 / 3, 0, -10 + 5 / 3, 0].map((value) => Number(value.toFixed(12))),
    );
  });

  it("have their largest entry positive", () => {
    fc.assert(
      fc.property(clouds, ({ n, q, values }) => {
        for (const axis of principalAxes(values, n, q).axes) {
          const sizes = axis.map(Math.abs);
          expect(axis[sizes.indexOf(Math.max(...sizes))]).toBeGreaterThan(0);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("are the same for points seen in a mirror, whose covariances are the same", () => {
    const { n, q, values } = cloudOf(randomPlaces(40, 5, 7));
    const mirrored = values.map((value) => -value);
    expect(principalAxes(mirrored, n, q).axes).toEqual(principalAxes(values, n, q).axes);
  });

  it("are found at any size of the coordinates, as far as squares go", () => {
    const { n, q, values } = cloudOf(randomPlaces(600, 4, 6));
    const { axes } = principalAxes(values, n, q);
    for (const size of [1e-140, 1e150]) {
      const scaled = principalAxes(
        values.map((value) => value * size),
        n,
        q,
      );
      scaled.axes.forEach((axis, c) => {
        axis.forEach((entry, k) => {
          expect(entry).toBeCloseTo(axes[c]![k]!, 9);
        });
      });
    }
  });

  it("do not change the points", () => {
    const { n, q, values } = cloudOf(randomPlaces(20, 4, 3));
    const before = values.slice();
    turned({ n, q, values });
    expect(values).toEqual(before);
  });
});

describe("turn", () => {
  it("keeps every squared distance to a part in 1e12", () => {
    fc.assert(
      fc.property(clouds, (cloud) => {
        const { n, q, values } = cloud;
        const out = turned(cloud);
        const size = Math.max(...values.map(Math.abs));
        for (let i = 0; i < n; i++)
          for (let j = 0; j < i; j++) {
            const before = squared(values, q, i, j);
            // A gap far smaller than the coordinates has no more digits than they leave it.
            expect(isNear(squared(out, q, i, j), before, 1e-12, 1e-3 * size ** 2)).toBe(true);
          }
      }),
      { numRuns: 60 },
    );
  });

  it("keeps them with 60 coordinates", () => {
    const cloud = cloudOf(randomPlaces(80, 60, 11));
    const out = turned(cloud);
    for (let i = 0; i < 80; i++)
      for (let j = 0; j < i; j++)
        expect(isNear(squared(out, 60, i, j), squared(cloud.values, 60, i, j), 1e-12)).toBe(true);
  });

  it("puts the middle of the points at 0", () => {
    const { n, q, values } = cloudOf(randomPlaces(30, 6, 5));
    const frame = principalAxes(values, n, q);
    const out = new Float64Array(q).fill(9);
    turn(frame, frame.centre, 0, out);
    expect([...out]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it("reads one point among many, and writes no more than its coordinates", () => {
    const { n, q, values } = cloudOf(randomPlaces(10, 3, 2));
    const frame = principalAxes(values, n, q);
    const [among, alone] = [new Float64Array(5).fill(9), new Float64Array(3)];
    turn(frame, values, 4 * q, among);
    turn(frame, values.slice(4 * q, 5 * q), 0, alone);
    expect([...among]).toEqual([...alone, 9, 9]);
  });
});
