import type { Region } from "reference-regions";
import { describe, expect, it } from "vitest";
import { greatCircle } from "../../src/reference/great-circle.js";

const at = (latitude: number | null, longitude: number | null): Region => ({
  id: "X",
  name: "X",
  country: null,
  latitude,
  longitude,
  attributes: {},
});

const RADIUS = 6371.0088;

describe("the great circle", () => {
  it("is a quarter of the way round from the equator to the pole, and half of it to the other side", () => {
    expect(greatCircle(at(0, 0), at(90, 0))).toBeCloseTo((Math.PI / 2) * RADIUS, 6);
    expect(greatCircle(at(0, 20), at(0, 110))).toBeCloseTo((Math.PI / 2) * RADIUS, 6);
    expect(greatCircle(at(0, 0), at(0, 180))).toBeCloseTo(Math.PI * RADIUS, 6);
    expect(greatCircle(at(40, -3), at(-40, 177))).toBeCloseTo(Math.PI * RADIUS, 3);
  });

  it("is 111.2 km for one degree of latitude, and half of that for one of longitude at 60 degrees", () => {
    expect(greatCircle(at(50, 8), at(51, 8))).toBeCloseTo(111.195, 3);
    expect(greatCircle(at(60, 8), at(60, 9))!).toBeCloseTo(111.195 / 2, 1);
  });

  it("is 343.6 km from Paris to London and 993.4 km from Bilbao to Milano", () => {
    expect(greatCircle(at(48.8566, 2.3522), at(51.5074, -0.1278))).toBeCloseTo(343.5565, 3);
    expect(greatCircle(at(43.263, -2.935), at(45.4642, 9.19))).toBeCloseTo(993.3949, 3);
  });

  it("takes the short way across the date line", () => {
    expect(greatCircle(at(0, 179.5), at(0, -179.5))).toBeCloseTo(111.195, 3);
  });

  it("is 0 from a place to itself, and the same in both directions", () => {
    expect(greatCircle(at(43.3, -2.9), at(43.3, -2.9))).toBe(0);
    expect(greatCircle(at(43, -2), at(52, 13))).toBe(greatCircle(at(52, 13), at(43, -2)));
  });

  it("is null where a place is not known in full", () => {
    expect(greatCircle(at(null, 8), at(51, 8))).toBeNull();
    expect(greatCircle(at(50, 8), at(51, null))).toBeNull();
  });

  it("takes 0 degrees for a place like any other", () => {
    expect(greatCircle(at(0, 0), at(1, 0))).toBeCloseTo(111.195, 3);
  });
});
