import type { Region } from "../table/region-table.js";

/** A place on a plane, in units of the earth's radius: east and north of the centre. */
export type PlanePlace = readonly [number, number];

/** A region and where it stands on a plane. */
export interface PlacedRegion {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

const RADIANS = Math.PI / 180;

/**
 * Lambert's azimuthal equal-area projection around a centre, from degrees: areas keep their proportions, so that a dense part of a map is
 * dense in truth. Source: Snyder (1987), Map Projections, section 24.
 */
export function equalArea(
  latitude: number,
  longitude: number,
): (longitude: number, latitude: number) => PlanePlace {
  const [sinOwn, cosOwn] = [Math.sin(latitude * RADIANS), Math.cos(latitude * RADIANS)];
  return (east, north) => {
    const [sin, cos] = [Math.sin(north * RADIANS), Math.cos(north * RADIANS)];
    const turn = (east - longitude) * RADIANS;
    // Opposite the centre the projection has no place; no table of regions reaches that far.
    const scale = Math.sqrt(2 / Math.max(1 + sinOwn * sin + cosOwn * cos * Math.cos(turn), 1e-9));
    return [scale * cos * Math.sin(turn), scale * (cosOwn * sin - sinOwn * cos * Math.cos(turn))];
  };
}

/** The places of regions, projected around their mean direction; regions without a place are left out. */
export function projectRegions(regions: readonly Region[]): PlacedRegion[] {
  const known = regions.flatMap(({ id, latitude, longitude }) =>
    latitude === null || longitude === null ? [] : [{ id, latitude, longitude }],
  );
  const sum = { x: 0, y: 0, z: 0 };
  for (const { latitude, longitude } of known) {
    sum.x += Math.cos(latitude * RADIANS) * Math.cos(longitude * RADIANS);
    sum.y += Math.cos(latitude * RADIANS) * Math.sin(longitude * RADIANS);
    sum.z += Math.sin(latitude * RADIANS);
  }
  const project = equalArea(
    Math.atan2(sum.z, Math.hypot(sum.x, sum.y)) / RADIANS,
    Math.atan2(sum.y, sum.x) / RADIANS,
  );
  return known.map(({ id, latitude, longitude }) => {
    const [x, y] = project(longitude, latitude);
    return { id, x, y };
  });
}
