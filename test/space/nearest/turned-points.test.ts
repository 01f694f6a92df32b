import { describe, expect, it } from "vitest";
import type { Metric } from "../../../src/space/metrics.js";
import { MOST, TAIL_MOST } from "../../../src/space/nearest/sieve-layout.js";
import { type TurnedPoints, turnPoints } from "../../../src/space/nearest/turned-points.js";
import fc from "../../support/fast-check.js";
import "../../support/arbitraries.js";
import { finish, type Place, pointsOf, randomPlaces } from "../../support/clusters.js";

function turn(
  places: readonly Place[],
  weights?: readonly number[],
  metric: Metric = "euclidean",
): TurnedPoints {
  return finish(turnPoints(pointsOf(places, weights), metric));
}

/** The plain gap between two points along the axes, in units. */
function gap({ q, values }: TurnedPoints, i: number, j: number): number {
  let sum = 0;
  for (let c = 0; c < q; c++) sum += (values[i * q + c]! - values[j * q + c]!) ** 2;
  return Math.sqrt(sum);
}

/** The distance as it is measured. */
function distance(places: readonly Place[], weights: readonly number[], i: number, j: number): number {
  return Math.sqrt(
    weights.reduce((sum, weight, k) => sum + weight * (places[i]![k]! - places[j]![k]!) ** 2, 0),
  );
}

describe("turnPoints", () => {
  it("keeps all distances, but for rounding", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 2, max: 60 }),
        fc.nat(),
        (q, n, seed) => {
          const places = randomPlaces(n, q, seed);
          const parts = Array.from({ length: q }, (_, k) => 1 + (k % 3));
          const total = parts.reduce((a, b) => a + b);
          const weights = parts.map((part) => part / total);
          const turned = turn(places, weights);
          for (let i = 1; i < n; i++)
            expect(Math.abs(gap(turned, i, 0) - turned.units * distance(places, weights, i, 0))).toBeLessThan(
              Math.sqrt(q) * TAIL_MOST * 2 ** -23,
            );
        },
      ),
    );
  });

  it("leaves out coordinates without a weight", () => {
    const places = randomPlaces(50, 3, 1);
    const turned = turn(places, [0.5, 0, 0.5]);
    expect(turned.q).toBe(2);
    expect(gap(turned, 4, 9) / turned.units).toBeCloseTo(distance(places, [0.5, 0, 0.5], 4, 9), 5);
  });

  it("puts the widest axis first, and its mean deviation at an eighth of the largest whole number", () => {
    const places = randomPlaces(4_000, 3, 2).map(([a, b, c]) => [a!, 40 * b!, c!]);
    const { q, values } = turn(places);
    const mean = (axis: number) =>
      places.reduce((sum, _, i) => sum + Math.abs(values[i * q + axis]!), 0) / places.length;
    expect(mean(0)).toBeCloseTo(MOST / 8, 1);
    expect(mean(1)).toBeLessThan(mean(0) / 30);
  });

  it("brings in what is far out, so that gaps only shrink, and leaves digits to the others", () => {
    const places = randomPlaces(400, 4, 5).map((place, i) =>
      place.map((value) => value! + (i === 7 ? 1e9 : 0)),
    );
    const turned = turn(places);
    expect(Math.max(...turned.values.map(Math.abs))).toBe(TAIL_MOST);
    const weights = [0.25, 0.25, 0.25, 0.25];
    for (let i = 0; i < 400; i++)
      expect(gap(turned, i, 7)).toBeLessThanOrEqual(
        turned.units * distance(places, weights, i, 7) * (1 + 1e-6),
      );
  });

  it("knows the largest coordinate that was given", () => {
    const places = randomPlaces(300, 3, 8).map((place) => place.map((value) => value! - 1e6));
    // Each coordinate is scaled by the root of its weight.
    const largest = Math.max(...places.flat().map((value) => Math.abs(value!))) * Math.sqrt(1 / 3);
    expect(turn(places).given).toBeCloseTo(largest, 6);
  });

  it("takes coordinates whose squares lose their digits for none", () => {
    const turned = turn(randomPlaces(300, 3, 1).map((place) => place.map((value) => value! * 1e-150)));
    expect(turned.units).toBe(0);
    expect(turned.values.every((value) => value === 0)).toBe(true);
  });

  it("finds axes from some of very many points, and turns all", () => {
    const places = Array.from({ length: 25_000 }, (_, i) => [i % 100, (i * 7) % 13]);
    const turned = turn(places);
    expect(turned.n).toBe(25_000);
    expect(gap(turned, 24_999, 24_000) / turned.units).toBeCloseTo(
      distance(places, [0.5, 0.5], 24_999, 24_000),
      2,
    );
  });

  it("pauses again and again", () => {
    const task = turnPoints(pointsOf(randomPlaces(20_000, 4, 6)), "euclidean");
    let pauses = 0;
    while (!task.next().done) pauses++;
    expect(pauses).toBeGreaterThanOrEqual(12);
  });
});
