import { expect, test } from "vitest";
import { projectRegions } from "../../src/chart/equal-area.js";

const at = (id: string, latitude: number | null, longitude: number | null) => ({
  id,
  name: id,
  country: null,
  latitude,
  longitude,
  attributes: {},
});

test("the projection is Lambert's: distance from the centre is 2 sin(angle / 2), directions are kept", () => {
  // Two pairs around the point 0, 0.
  const [east, west, north, south] = projectRegions([
    at("E", 0, 40),
    at("W", 0, -40),
    at("N", 40, 0),
    at("S", -40, 0),
  ]);
  const reach = 2 * Math.sin((20 * Math.PI) / 180);
  expect(east!.x).toBeCloseTo(reach, 12);
  expect(west!.x).toBeCloseTo(-reach, 12);
  expect(north!.y).toBeCloseTo(reach, 12);
  expect(south!.y).toBeCloseTo(-reach, 12);
  for (const value of [east!.y, west!.y, north!.x, south!.x]) expect(value).toBeCloseTo(0, 12);
});

test("areas keep their proportions: cells of one degree near the centre and far from it", () => {
  const corner = (latitude: number, longitude: number) => at(`${latitude},${longitude}`, latitude, longitude);
  const cell = (latitude: number, longitude: number) => [
    corner(latitude, longitude),
    corner(latitude, longitude + 1),
    corner(latitude + 1, longitude + 1),
    corner(latitude + 1, longitude),
  ];
  const placed = projectRegions([...cell(48, 8), ...cell(65, 25), at("far", 31, -9)]);
  const area = (from: number): number => {
    const points = placed.slice(from, from + 4);
    return Math.abs(
      points.reduce((sum, { x, y }, i) => sum + x * points[(i + 1) % 4]!.y - y * points[(i + 1) % 4]!.x, 0) /
        2,
    );
  };
  const band = (latitude: number): number =>
    Math.sin(((latitude + 1) * Math.PI) / 180) - Math.sin((latitude * Math.PI) / 180);
  expect(area(0) / area(4)).toBeCloseTo(band(48) / band(65), 2);
});

test("regions without a place are left out", () => {
  expect(projectRegions([at("A", null, 3), at("B", 50, 3)]).map(({ id }) => id)).toEqual(["B"]);
  expect(projectRegions([])).toEqual([]);
});
