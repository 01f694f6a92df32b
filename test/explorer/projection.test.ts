import { describe, expect, test } from "vitest";
import {
  centreOf,
  equalArea,
  frameOf,
  type Place,
  projectGeometry,
} from "../../src/explorer/model/projection.js";

/** The area of a polygon by the shoelace formula. */
const areaOf = (ring: readonly Place[]): number =>
  Math.abs(
    ring.reduce((sum, [x, y], i) => {
      const [u, v] = ring[(i + 1) % ring.length]!;
      return sum + x * v - u * y;
    }, 0) / 2,
  );

/** A cell of one degree, finely drawn. */
const cell = (lon: number, lat: number): Place[] => {
  const steps = Array.from({ length: 20 }, (_, i) => i / 20);
  return [
    ...steps.map((t): Place => [lon + t, lat]),
    ...steps.map((t): Place => [lon + 1, lat + t]),
    ...steps.map((t): Place => [lon + 1 - t, lat + 1]),
    ...steps.map((t): Place => [lon, lat + 1 - t]),
  ];
};

describe("the map", () => {
  const project = equalArea(50, 10);

  test("keeps areas: of cells of one degree, those on the globe", () => {
    const radians = Math.PI / 180;
    for (const [lon, lat] of [
      [10, 50],
      [-60, 4],
      [28, 70],
      [55, -21],
    ] as const) {
      const onGlobe = 6371.0088 ** 2 * radians * (Math.sin((lat + 1) * radians) - Math.sin(lat * radians));
      expect(areaOf(cell(lon, lat).map(([x, y]) => project(x, y))) / onGlobe).toBeCloseTo(1, 3);
    }
  });

  test("has its centre in the middle and north above", () => {
    expect(project(10, 50).map(Math.round)).toEqual([0, 0]);
    expect(project(10, 60)[1]).toBeGreaterThan(1_000);
    expect(project(20, 50)[0]).toBeGreaterThan(500);
    expect(
      centreOf([
        [0, 40],
        [20, 60],
      ]),
    ).toEqual({ latitude: 50, longitude: 10 });
  });

  test("the far side of the globe stays finite", () => {
    expect(project(-170, -50).every(Number.isFinite)).toBe(true);
  });
});

test("outlines are projected and named by the ids of their features; what is no outline is left out", () => {
  const square = [
    [
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
      [0, 0],
    ],
  ];
  const { ids, map } = projectGeometry({
    type: "FeatureCollection",
    features: [
      { type: "Feature", id: "A", geometry: { type: "Polygon", coordinates: square }, properties: null },
      { type: "Feature", geometry: { type: "MultiPolygon", coordinates: [square] }, properties: { id: "B" } },
      { type: "Feature", id: "C", geometry: { type: "Point", coordinates: [1, 1] }, properties: null },
      { type: "Feature", id: "D", geometry: null, properties: null },
    ],
  });
  expect(ids).toEqual(["A", "B"]);
  const [first, second] = (map as { features: { geometry: { coordinates: number[][][] } }[] }).features;
  expect(first!.geometry.coordinates[0]![0]![0]).toBeCloseTo(-111.2, 0);
  expect(second!.geometry.coordinates[0]).toEqual(first!.geometry.coordinates);
});

test("the frame leaves out what lies far off", () => {
  const many = Array.from({ length: 50 }, (_, i): Place => [i % 10, Math.floor(i / 10)]);
  expect(frameOf([...many, [900, 0]])).toEqual({ seen: many, hidden: 1 });
  expect(frameOf([])).toEqual({ seen: [], hidden: 0 });
});
