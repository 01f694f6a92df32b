/** What of a GeoJSON feature may name it. */
interface Named {
  readonly id?: unknown;
  readonly properties?: { readonly [name: string]: unknown } | null | undefined;
}

/** The id of a GeoJSON feature: its property `key`, or without one its own id, else its property `id`; empty where that is neither text nor number. */
export function featureId({ id, properties }: Named, key?: string): string {
  const found = key === undefined ? (id ?? properties?.id) : properties?.[key];
  return typeof found === "string" || typeof found === "number" ? `${found}` : "";
}
