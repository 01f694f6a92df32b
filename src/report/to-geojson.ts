import type { Typology } from "../cluster/typology.js";
import type { ReferenceRegions } from "../reference/reference-regions.js";
import { featureId } from "../shared/feature-id.js";
import { positionsOf } from "../shared/ids.js";
import { type Text, textIn } from "../shared/text.js";
import type { Region } from "../table/region-table.js";

/** A place or an outline, as RFC 7946 has it; its coordinates are passed on as they are. */
export interface Geometry {
  readonly type: string;
  readonly [member: string]: unknown;
}

/** One region of a map. */
export interface Feature {
  readonly type: "Feature";
  readonly id?: string | number | undefined;
  readonly geometry: Geometry | null;
  readonly properties: { readonly [name: string]: unknown } | null;
}

/** Regions of a map. */
export interface FeatureCollection {
  readonly type: "FeatureCollection";
  readonly features: readonly Feature[];
}

/** Options of `toGeoJson`. */
export interface GeoJsonOptions {
  /** The property of the geometry's features that holds the region's id; default: the feature's own `id`, else the property `id`. */
  readonly key?: string | undefined;
  /** The language of names that have several; default `"en"`. */
  readonly language?: string | undefined;
}

/** A map of a result, and the regions for which there is no geometry. */
export interface GeoJson extends FeatureCollection {
  readonly withoutGeometry: readonly string[];
}

/**
 * A list of reference regions (with the target as rank 0) or a typology as GeoJSON (RFC 7946), to be drawn by any map: each region with
 * what the result says of it as properties.
 *
 * @param places The user's own geometry, matched by id; or a table (or space), whose latitudes and longitudes give points.
 * A region without a match has a null geometry and is named in `withoutGeometry`.
 *
 * @example
 * ```ts
 * const list = findReferenceRegions(space, "ES21", { count: 2 });
 * const { features } = toGeoJson(list, table);
 * features.map(({ id, properties }) => [id, properties.rank]); // => [["ES21", 0], ["ES12", 1], ["ES22", 2]]
 * ```
 */
export function toGeoJson(
  result: ReferenceRegions | Typology,
  places: FeatureCollection | { readonly regions: readonly Region[] },
  { key, language = "en" }: GeoJsonOptions = {},
): GeoJson {
  const find = finder(places, key);
  const name = (text: Text): string => textIn(text, language);
  const features = propertiesOf(result, name).map(
    ({ id, ...properties }): Feature => ({ type: "Feature", id, geometry: find(id), properties }),
  );
  return {
    type: "FeatureCollection",
    features,
    withoutGeometry: features.filter(({ geometry }) => geometry === null).map(({ id }) => String(id)),
  };
}

function propertiesOf(
  result: ReferenceRegions | Typology,
  say: (text: Text) => string,
): { readonly id: string; readonly [name: string]: unknown }[] {
  if ("clusters" in result)
    return result.regions.map(({ id, name, country, label, silhouette, borderline }) => {
      return { id, name: say(name), country, type: label, silhouette, borderline };
    });
  const { target, regions } = result;
  const own = { id: target.id, name: say(target.name), country: target.country, rank: 0 };
  const listed = regions.map(({ id, name, country, rank, distance, similarity, closeness, coverage }) => {
    return { id, name: say(name), country, rank, distance, similarity, closeness, coverage };
  });
  return [own, ...listed];
}

function finder(
  places: FeatureCollection | { readonly regions: readonly Region[] },
  key: string | undefined,
): (id: string) => Geometry | null {
  if ("regions" in places) {
    const at = positionsOf(places.regions);
    return (id) => {
      const { latitude = null, longitude = null } = places.regions[at.get(id) ?? -1] ?? {};
      if (latitude === null || longitude === null) return null;
      return { type: "Point", coordinates: [longitude, latitude] };
    };
  }
  const byId = new Map(places.features.map((feature) => [featureId(feature, key), feature.geometry]));
  return (id) => byId.get(id) ?? null;
}
