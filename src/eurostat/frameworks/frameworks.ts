import type { Framework } from "../../table/framework.js";
import { structural } from "./structural.js";

/**
 * Frameworks whose indicators know the data set of Eurostat and the cells that they are made of: for `downloadEurostat` and `toRegionTable`.
 *
 * `structural`: the elements of Orkestra (geo-demography, human resources, technology, sector structure, branches of manufacturing, firm size,
 * openness) as Eurostat publishes them at NUTS 2, each a dimension of equal weight, and performance indicators for the benchmark.
 * Institutions, trade, patents by field and accessibility are not published there: see `publishedElsewhere`. Names in English and Russian;
 * no `year`: `toRegionTable` states that of the figures it takes. How each selection was verified stands in docs/structural-framework.md.
 *
 * @example
 * ```ts
 * const { indicators } = frameworks.structural;
 * indicators.filter(({ role }) => role === "structural").length; // => 35
 * indicators.find(({ id }) => id === "rd_business_share").from.select; // => { freq: "A", sectperf: "BES", unit: "PC_GDP" }
 * ```
 */
export const frameworks: { readonly structural: Framework } = { structural };
