import type { Region } from "../table/region-table.js";

/** A place on a plane, in units of the earth's radius. */
export interface Placed {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/**
 * The places of regions in Lambert's azimuthal equal-area projection, centred on their mean direction; regions without a place are left
 * out. Areas keep their proportions, so that a dense part of a map is dense in truth. Source: Snyder (1987), Map Projections, section 24.
 */
export function projectEqualArea(regions: readonly Region[]): Placed[] {
  const known = regions.flatMap(({ id, latitude, longitude }) =>
    latitude === null || longitude === null
      ? []
      : [{ id, latitude: (latitude * Math.PI) / 180, longitude: (longitude * Math.PI) / 180 }],
  );
  if (known.length === 0) return [];
  const sum = { x: 0, y: 0, z: 0 };
  for (const { latitude, longitude } of known) {
    sum.x += Math.cos(latitude) * Math.cos(longitude);
    sum.y += Math.cos(latitude) * Math.sin(longitude);
    sum.z += Math.sin(latitude);
  }
  const middle = {
    longitude: Math.atan2(sum.y, sum.x),
    latitude: Math.atan2(sum.z, Math.hypot(sum.x, sum.y)),
  };
  return known.map(({ id, latitude, longitude }) => {
    const turn = longitude - middle.longitude;
    const cosine =
      Math.sin(middle.latitude) * Math.sin(latitude) +
      Math.cos(middle.latitude) * Math.cos(latitude) * Math.cos(turn);
    // Opposite the centre the projection has no place; no table of regions reaches that far.
    const k = Math.sqrt(2 / Math.max(1 + cosine, 1e-9));
    return {
      id,
      x: k * Math.cos(latitude) * Math.sin(turn),
      y:
        k *
        (Math.cos(middle.latitude) * Math.sin(latitude) -
          Math.sin(middle.latitude) * Math.cos(latitude) * Math.cos(turn)),
    };
  });
}
