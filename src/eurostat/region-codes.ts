import type { Note } from "../shared/note.js";

/** What is known of one region code. */
export interface RegionCode {
  readonly id: string;
  /** As Eurostat writes it: `EL` for Greece, `UK` for the United Kingdom; `null` for codes that are none of NUTS. */
  readonly country: string | null;
  /** 0 for a country, 1 to 3 below; `null` for codes that are none of NUTS. */
  readonly level: 0 | 1 | 2 | 3 | null;
  /** The code as Eurostat writes it, where this one begins with `GR` or `GB`. */
  readonly correction: string | null;
  /** The versions in which the code stands, as far as can be told. */
  readonly versions: readonly string[];
  /** The codes that took its place in the latest version of the correspondence; empty where it is still in use. */
  readonly successors: readonly string[];
}

/** What `checkRegionCodes` says of a list of codes. */
export interface CodeCheck {
  readonly codes: readonly RegionCode[];
  /** The level that all codes of NUTS share; `null` where they are mixed, or there is none. */
  readonly level: 0 | 1 | 2 | 3 | null;
  /** The versions in which all codes of NUTS stand; empty where versions are mixed. */
  readonly versions: readonly string[];
  /** The latest of them: the likely one. */
  readonly version: string | null;
  readonly notes: readonly Note[];
}
