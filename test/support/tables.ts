import { readFileSync } from "node:fs";
import {
  type Framework,
  type Indicator,
  parseFramework,
  type RegionTable,
  readRegionRows,
  readRegionsCsv,
} from "reference-regions";

/** An indicator by its id, or what it says beyond it. */
export type IndicatorSpec = string | (Partial<Indicator> & { readonly id: string });

export interface FrameworkSpec extends Partial<Omit<Framework, "indicators">> {
  readonly indicators: readonly IndicatorSpec[];
}

/** A checked framework: indicators are structural and in the dimension "all" (or the first of the given ones) unless they say otherwise. */
export function makeFramework({ indicators, ...rest }: FrameworkSpec): Framework {
  const dimensions = rest.dimensions ?? [{ id: "all", name: "All" }];
  return parseFramework({
    schemaVersion: 1,
    id: "test",
    name: "Test",
    ...rest,
    dimensions,
    indicators: indicators.map((spec) => ({
      name: typeof spec === "string" ? spec : spec.id,
      dimension: dimensions[0]!.id,
      role: "structural",
      ...(typeof spec === "string" ? { id: spec } : spec),
    })),
  });
}

/** A region by its id, or as an input row: code, name, country, lat, lon and attributes. */
export type RegionSpec = string | { readonly code: string; readonly [column: string]: unknown };

export interface TableOverrides {
  /** Default: one structural indicator a column, all in one dimension. */
  readonly framework?: Framework | undefined;
  /** Default: R01, R02, ... without name, country and place. */
  readonly regions?: readonly RegionSpec[] | undefined;
}

/** A checked table from columns of numbers; `null` is missing. */
export function makeTable(
  columns: Readonly<Record<string, readonly (number | null)[]>>,
  { framework, regions }: TableOverrides = {},
): RegionTable {
  const ids = Object.keys(columns);
  const n = columns[ids[0]!]!.length;
  const width = Math.max(2, String(n).length);
  const rows = Array.from({ length: n }, (_, i) => {
    const region = regions?.[i] ?? `R${String(i + 1).padStart(width, "0")}`;
    const values = Object.fromEntries(ids.map((id) => [id, columns[id]![i]]));
    return { ...(typeof region === "string" ? { code: region } : region), ...values };
  });
  return readRegionRows(rows, framework ?? makeFramework({ indicators: ids }));
}

export type Bundled = "eu-nuts2" | "eaeu";

const fixtures = new URL("../../fixtures/", import.meta.url);

/** The text of a file of a bundled data set, e.g. `bundledText("eaeu", "README.md")`. */
export function bundledText(name: Bundled, file: string): string {
  return readFileSync(new URL(`${name}/${file}`, fixtures), "utf8");
}

/** The framework of a bundled data set. */
export function bundledFramework(name: Bundled): Framework {
  return parseFramework(JSON.parse(bundledText(name, "framework.json")));
}

/** A bundled data set, read by the library itself; names of `eaeu` come in English and Russian. */
export function bundledTable(name: Bundled): RegionTable {
  const columns = name === "eaeu" ? { name: { en: "name", ru: "name_ru" } } : {};
  return readRegionsCsv(bundledText(name, "regions.csv"), bundledFramework(name), { columns });
}
