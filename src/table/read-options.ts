import * as z from "zod/mini";
import { checkOptions } from "../shared/check.js";

/** How the input is laid out: one row a region (`wide`), or one row a region and indicator (`long`). */
export const layouts = ["wide", "long"] as const;
/** One of `layouts`. */
export type Layout = (typeof layouts)[number];

/** Which input column holds what. `name` may be a column per language: `{ en: "name", ru: "name_ru" }`. */
export interface ColumnNames {
  /** Default `"code"`. */
  readonly id?: string | undefined;
  /** Default `"name"`; without such a column the id is the name. */
  readonly name?: string | { readonly [language: string]: string } | undefined;
  /** Default `"country"`. */
  readonly country?: string | undefined;
  /** Default `"lat"`. */
  readonly latitude?: string | undefined;
  /** Default `"lon"`. */
  readonly longitude?: string | undefined;
  /** Long layout: the column that names the indicator; default `"indicator"`. */
  readonly indicator?: string | undefined;
  /** Long layout: the column that holds the number; default `"value"`. */
  readonly value?: string | undefined;
}

/** Options that `readRegionsCsv` and `readRegionRows` share. */
export interface ReadRowsOptions {
  readonly columns?: ColumnNames | undefined;
  /** Default `"wide"`. */
  readonly layout?: Layout | undefined;
  /** The decimal mark of numbers written as text; default `"."`. */
  readonly decimal?: "." | "," | undefined;
  /** Texts that mean "no value"; default `["", ":", "NA", "n/a"]`. They are compared after trimming. */
  readonly missing?: readonly string[] | undefined;
  /**
   * Reads what statistical offices publish, and tells of each repair in the table's `notes` and `ledger`; default false, where all of it is
   * an error. A decimal mark that is not given is then found from the file.
   */
  readonly forgive?: boolean | undefined;
}

/** Options of `readRegionsCsv`. */
export interface ReadCsvOptions extends ReadRowsOptions {
  /** One character; default `","`, with `forgive` the one under which the header holds the framework's columns. */
  readonly delimiter?: string | undefined;
}

/** All choices made: `mapped` holds the columns that the caller named himself, which therefore must exist. */
export interface ReadChoices {
  readonly columns: Required<{ [K in keyof ColumnNames]: NonNullable<ColumnNames[K]> }>;
  readonly mapped: ReadonlySet<string>;
  readonly layout: Layout;
  readonly decimal: "." | ",";
  readonly missing: ReadonlySet<string>;
  readonly delimiter: string;
  readonly forgive: boolean;
  /** The names of the options that the caller gave himself, which therefore hold. */
  readonly given: ReadonlySet<string>;
  /** How many regions there must be. */
  readonly leastRegions: number;
}

const column = z.optional(z.string().check(z.minLength(1)));

const schema = z.strictObject({
  columns: z.optional(
    z.strictObject({
      id: column,
      name: z.optional(z.union([z.string().check(z.minLength(1)), z.record(z.string(), z.string())])),
      country: column,
      latitude: column,
      longitude: column,
      indicator: column,
      value: column,
    }),
  ),
  layout: z._default(z.enum(layouts), "wide"),
  decimal: z._default(z.enum([".", ","]), "."),
  missing: z._default(z.array(z.string()), ["", ":", "NA", "n/a"]),
  forgive: z._default(z.boolean(), false),
  delimiter: z._default(
    z.string().check(z.regex(/^[^"\r\n]$/, "one character that is no quote and no line end")),
    ",",
  ),
});

/** Checks the options of a reader and fills in the defaults. */
export function readChoices(options: ReadCsvOptions | undefined, where: string): ReadChoices {
  const { columns = {}, missing, ...rest } = checkOptions(schema, options, where);
  const named = Object.values(columns).filter((value) => value !== undefined);
  const given = Object.entries(options ?? {}).filter(([, value]) => value !== undefined);
  return {
    ...rest,
    given: new Set(given.map(([name]) => name)),
    leastRegions: 2,
    missing: new Set(missing.map((text) => text.trim())),
    mapped: new Set(named.flatMap((value) => (typeof value === "string" ? [value] : Object.values(value)))),
    columns: {
      id: columns.id ?? "code",
      name: columns.name ?? "name",
      country: columns.country ?? "country",
      latitude: columns.latitude ?? "lat",
      longitude: columns.longitude ?? "lon",
      indicator: columns.indicator ?? "indicator",
      value: columns.value ?? "value",
    },
  };
}
