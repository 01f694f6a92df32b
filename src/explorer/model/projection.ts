import { equalArea as projectionAround } from "../../chart/equal-area.js";
import type { FeatureCollection } from "../../report/to-geojson.js";
import { featureId } from "../../shared/feature-id.js";

/** A place on a map in kilometres: east and north of its centre. */
export type Place = readonly [number, number];

const RADIUS = 6371.0088;

/** The equal-area projection of the charts around a centre, in kilometres: regions keep their size. */
export function equalArea(latitude: number, longitude: number): (lon: number, lat: number) => Place {
  const project = projectionAround(latitude, longitude);
  return (lon, lat) => {
    const [east, north] = project(lon, lat);
    return [RADIUS * east, RADIUS * north];
  };
}

/** The middle of some places in degrees (`[longitude, latitude]`), by their outermost. */
export function centreOf(places: readonly Place[]): {
  readonly latitude: number;
  readonly longitude: number;
} {
  let [west, east, south, north] = [180, -180, 90, -90];
  for (const [lon, lat] of places) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return { latitude: (south + north) / 2, longitude: (west + east) / 2 };
}

/** A geometry on the equal-area map: every outline projected, each feature named by its id. */
export function projectGeometry({ features }: FeatureCollection): {
  readonly ids: readonly string[];
  /** The middles of the outlines on the map. */
  readonly middles: readonly Place[];
  readonly map: object;
} {
  const outlined = features.filter(({ geometry }) => /Polygon$/.test(geometry?.type ?? ""));
  const { latitude, longitude } = centreOf(outlined.flatMap((one) => placesIn(one.geometry?.coordinates)));
  const project = equalArea(latitude, longitude);
  const turn = (coordinates: unknown): unknown => {
    if (!Array.isArray(coordinates)) return coordinates;
    return isPlace(coordinates) ? project(coordinates[0], coordinates[1]) : coordinates.map(turn);
  };
  return {
    ids: outlined.map((one) => featureId(one)),
    middles: outlined.map((one) => {
      const { latitude: lat, longitude: lon } = centreOf(placesIn(one.geometry?.coordinates));
      return project(lon, lat);
    }),
    map: {
      type: "FeatureCollection",
      features: outlined.map((one) => ({
        type: "Feature",
        properties: { name: featureId(one) },
        geometry: { type: one.geometry!.type, coordinates: turn(one.geometry!.coordinates) },
      })),
    },
  };
}

function placesIn(coordinates: unknown): Place[] {
  if (!Array.isArray(coordinates)) return [];
  return isPlace(coordinates) ? [coordinates] : coordinates.flatMap(placesIn);
}

function isPlace(coordinates: readonly unknown[]): coordinates is Place {
  return typeof coordinates[0] === "number" && typeof coordinates[1] === "number";
}

/** Where most places are: without the few that lie so far off that a map of all would show nothing else. */
export function frameOf(places: readonly Place[]): {
  readonly seen: readonly Place[];
  readonly hidden: number;
} {
  const range = (axis: 0 | 1): readonly [number, number] => {
    const values = places.map((place) => place[axis]).sort((a, b) => a - b);
    const at = (share: number): number => values[Math.floor(share * (values.length - 1))] ?? 0;
    const reach = 1.1 * (at(0.9) - at(0.1));
    return [at(0.5) - reach, at(0.5) + reach];
  };
  const [[west, east], [south, north]] = [range(0), range(1)];
  const seen = places.filter(([x, y]) => x >= west && x <= east && y >= south && y <= north);
  return { seen, hidden: places.length - seen.length };
}
