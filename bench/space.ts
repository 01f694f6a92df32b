import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  buildSpace,
  prepare,
  type RegionTable,
  readRegionsCsv,
  type StructuralSpace,
} from "reference-regions";
import type { BenchData } from "./data.js";

/** The space of a table with all defaults. */
export function spaceOf(data: BenchData | RegionTable): StructuralSpace {
  return buildSpace(prepare("csv" in data ? readRegionsCsv(data.csv, data.framework) : data));
}

/** Leaves what a space is made of in a folder, for the peer to read. */
export function save(folder: string, { n, p, coordinates, weights }: StructuralSpace, csv?: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "shape.json"), JSON.stringify([n, p]));
  writeFileSync(join(folder, "coordinates.bin"), coordinates);
  writeFileSync(join(folder, "weights.bin"), weights);
  if (csv !== undefined) writeFileSync(join(folder, "table.csv"), csv);
  return folder;
}
