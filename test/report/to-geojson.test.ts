import {
  buildSpace,
  clusterRegions,
  type FeatureCollection,
  findReferenceRegions,
  prepare,
  toGeoJson,
} from "reference-regions";
import { describe, expect, it } from "vitest";
import { makeTable } from "../support/tables.js";

const regions = ["R01", "R02", "R03", "R04"].map((code, i) => ({
  code,
  name: `Region ${i + 1}`,
  lat: i === 2 ? null : 40 + i,
  lon: i === 2 ? null : 5 + i,
}));
const table = makeTable({ place: [1, 2, 4, 8] }, { regions });
const space = buildSpace(prepare(table));
const list = findReferenceRegions(space, "R01", { count: 3 });

describe("toGeoJson", () => {
  it("draws the target as rank 0 and the list behind it, as points from the table, longitude first", () => {
    const { type, features, withoutGeometry } = toGeoJson(list, table);
    expect(type).toBe("FeatureCollection");
    expect(features.map(({ id, properties }) => [id, properties!.rank])).toEqual([
      ["R01", 0],
      ["R02", 1],
      ["R03", 2],
      ["R04", 3],
    ]);
    expect(features[0]!.geometry).toEqual({ type: "Point", coordinates: [5, 40] });
    expect(features[1]!.properties).toMatchObject({ name: "Region 2", distance: list.regions[0]!.distance });
    expect(features[2]!.geometry).toBeNull();
    expect(withoutGeometry).toEqual(["R03"]);
  });

  it("takes the user's geometry by id, by the property id, or by a property that is named", () => {
    const outline = {
      type: "Polygon",
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    };
    const feature = (rest: object) =>
      ({ type: "Feature", geometry: outline, properties: null, ...rest }) as const;
    const mapOf = (...features: ReturnType<typeof feature>[]): FeatureCollection => ({
      type: "FeatureCollection",
      features,
    });
    const byId = mapOf(feature({ id: "R01" }), feature({ properties: { id: "R02" } }));
    expect(toGeoJson(list, byId).withoutGeometry).toEqual(["R03", "R04"]);
    expect(toGeoJson(list, byId).features[0]!.geometry).toEqual(outline);
    const byCode = mapOf(feature({ id: 7, properties: { NUTS_ID: "R03" } }));
    expect(toGeoJson(list, byCode, { key: "NUTS_ID" }).withoutGeometry).toEqual(["R01", "R02", "R04"]);
  });

  it("draws a typology", () => {
    const types = clusterRegions(space, { method: "ward", k: 2 });
    const { features } = toGeoJson(types, space);
    expect(features.map(({ properties }) => properties!.type)).toEqual(
      types.regions.map(({ label }) => label),
    );
  });

  it("survives JSON unchanged", () => {
    const map = toGeoJson(list, table);
    expect(JSON.parse(JSON.stringify(map))).toStrictEqual(map);
  });
});
