import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

/** Where real files are kept beside the project, or null: they are no part of it, and tests of them are then passed over. */
function folder(): string | null {
  const named = process.env.REFERENCE_REGIONS_REAL_DATA;
  const places = [...(named === undefined ? [] : [named]), "../shared/data/real"];
  return places.map((place) => resolve(place)).find((place) => existsSync(place)) ?? null;
}

export const realData: string | null = folder();

/** The text of a real file. */
export function realText(path: string): string {
  return readFileSync(resolve(realData!, path), "utf8");
}
