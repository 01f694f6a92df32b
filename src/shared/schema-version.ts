/** The version of the shape of every public document; it grows when a reader of the old shape can no longer read the new one. */
export const schemaVersion = 1 as const;
