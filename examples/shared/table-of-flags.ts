import { readFileSync } from "node:fs";
import { type Framework, parseFramework, type RegionTable, readRegionsCsv } from "reference-regions";

const bundled = (name: string): URL => new URL(`../../fixtures/eu-nuts2/${name}`, import.meta.url);

/** The user's own table and framework where the flags name them, else the bundled regions of the EU. */
export function tableOfFlags(flags: { data?: string | undefined; framework?: string | undefined }): {
  readonly framework: Framework;
  readonly table: RegionTable;
} {
  if ((flags.data === undefined) !== (flags.framework === undefined)) {
    throw new Error(
      "--data and --framework belong together: the framework says what the columns of the data mean.",
    );
  }
  const framework = parseFramework(
    JSON.parse(readFileSync(flags.framework ?? bundled("framework.json"), "utf8")),
  );
  return {
    framework,
    table: readRegionsCsv(readFileSync(flags.data ?? bundled("regions.csv"), "utf8"), framework),
  };
}
