import { describe, expect, it } from "vitest";
import { drawReference, fitBox, gapChoice, gapOf } from "../../src/cluster/gap.js";
import { randomStream } from "../../src/shared/random.js";
import { cloudOf, pointsOf, randomPlaces } from "../support/clusters.js";

describe("gapOf", () => {
  it("is the mean of the draws less the data; its error grows with their spread and falls with their number", () => {
    // Mean 4, spread 2 (population).
    expect(gapOf(1, [2, 6, 2, 6])).toEqual({ gap: 3, error: 2 * Math.sqrt(5 / 4) });
    expect(gapOf(1, [2, 6])).toEqual({ gap: 3, error: 2 * Math.sqrt(3 / 2) });
  });

  it("is null where the data or a draw have no inertia left", () => {
    expect(gapOf(-Infinity, [1, 2])).toBeNull();
    expect(gapOf(1, [1, -Infinity])).toBeNull();
  });
});

describe("gapChoice", () => {
  const curve = (...gaps: readonly (number | null)[]) =>
    gaps.map((gap, i) => ({ k: i + 1, gap: gap === null ? null : { gap, error: 0.5 } }));

  it("takes the smallest number that the next one does not beat by more than its error", () => {
    expect(gapChoice(curve(1, 3, 3.4, 9))).toBe(2);
    expect(gapChoice(curve(1, 1.5, 9))).toBe(1);
    expect(gapChoice(curve(1, 1.51, 9))).toBeNull();
  });

  it("passes over numbers without a gap, and never takes the last", () => {
    expect(gapChoice(curve(null, 3, null, 5, 5))).toBe(4);
    expect(gapChoice(curve(5))).toBeNull();
    expect(gapChoice([])).toBeNull();
  });
});

describe("drawReference", () => {
  const weights = [0.5, 0.3, 0.2];
  // The second coordinate follows the first: the box is long and narrow, and turned.
  const places = randomPlaces(60, 3, 2).map(([x, y, z]) => [x!, x! + 0.1 * y!, z!]);
  const [points, { euclid }] = [pointsOf(places, weights), cloudOf(places, "euclidean", weights)];
  const box = fitBox(euclid!);
  const drawn = drawReference(points, euclid!, box, randomStream(1));

  /** Where points lie along the axes of the box. */
  const along = (coordinates: Float64Array): number[][] =>
    Array.from({ length: 60 }, (_, i) =>
      Array.from(box.axes, (axis) =>
        [0, 1, 2].reduce(
          (sum, u) => sum + axis[u]! * (coordinates[i * 3 + u]! * Math.sqrt(weights[u]!) - box.centre[u]!),
          0,
        ),
      ),
    );

  it("puts as many points into the box along the principal axes, all over it", () => {
    expect(drawn.n).toBe(60);
    for (let c = 0; c < 3; c++) {
      const [low, width] = [box.low[c]!, box.high[c]! - box.low[c]!];
      const shares = along(drawn.coordinates).map((scores) => (scores[c]! - low) / width);
      expect(Math.min(...shares)).toBeGreaterThanOrEqual(-1e-9);
      expect(Math.max(...shares)).toBeLessThanOrEqual(1 + 1e-9);
      expect(Math.min(...shares)).toBeLessThan(0.15);
      expect(Math.max(...shares)).toBeGreaterThan(0.85);
    }
  });

  it("follows the axes: the box that it fills is the one about the data, not the one about the coordinates", () => {
    for (let i = 0; i < 60; i++)
      expect(Math.abs(drawn.coordinates[i * 3 + 1]! - drawn.coordinates[i * 3]!)).toBeLessThan(0.5);
    expect(along(points.coordinates).every((scores) => scores.every((s, c) => s >= box.low[c]! - 1e-9))).toBe(
      true,
    );
  });

  it("has cells missing where the data miss them, and the weights of the data", () => {
    const gappy = randomPlaces(30, 3, 5, 0.4);
    const cloud = cloudOf(gappy, "euclidean", weights);
    const reference = drawReference(cloud.points, cloud.euclid!, fitBox(cloud.euclid!), randomStream(2));
    expect([...reference.present!]).toEqual(gappy.flat().map((value) => (value === null ? 0 : 1)));
    expect([...reference.weights]).toEqual(weights);
  });

  it("leaves what has no weight at 0", () => {
    const cloud = cloudOf(
      [
        [1, 9],
        [2, 7],
        [4, 8],
      ],
      "euclidean",
      [1, 0],
    );
    const { coordinates } = drawReference(
      cloud.points,
      cloud.euclid!,
      fitBox(cloud.euclid!),
      randomStream(1),
    );
    expect([coordinates[1], coordinates[3], coordinates[5]]).toEqual([0, 0, 0]);
    for (const o of [0, 2, 4]) {
      expect(coordinates[o]).toBeGreaterThanOrEqual(1);
      expect(coordinates[o]).toBeLessThanOrEqual(4);
    }
  });

  it("is decided by the stream", () => {
    expect([...drawReference(points, euclid!, box, randomStream(1)).coordinates]).toEqual([
      ...drawn.coordinates,
    ]);
    expect([...drawReference(points, euclid!, box, randomStream(2)).coordinates]).not.toEqual([
      ...drawn.coordinates,
    ]);
  });
});
