import type { Attribute, Region } from "../table/region-table.js";

/**
 * A region made of parts of others: nobody has named it yet, so its id is its name, and it has no place. What all its parts have in common
 * (country, attributes) stays.
 */
export function mergedRegion(id: string, parts: readonly Region[]): Region {
  const first = parts[0]!;
  const country = parts.every((part) => part.country === first.country) ? first.country : null;
  const attributes = Object.fromEntries(
    Object.entries(first.attributes).map(([name, value]): [string, Attribute] => [
      name,
      parts.every((part) => part.attributes[name] === value) ? value : null,
    ]),
  );
  return { id, name: id, country, latitude: null, longitude: null, attributes };
}
