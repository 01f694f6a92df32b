import type { Indicator } from "../../table/framework.js";
import type { Selection } from "../../table/indicator-source.js";
import { employed } from "./sector-structure.js";
import { share } from "./share.js";

const nights = (c_resid: string): Selection => ({ freq: "A", c_resid, unit: "NR", nace_r2: "I551-I553" });

/** Stand-ins: trade of regions, the usual measure, is not published by Eurostat. */
export const openness = (): readonly Indicator[] => [
  {
    ...share(
      "nights_from_abroad",
      "Nights spent by guests from abroad in tourist accommodation",
      "Ночёвки иностранных гостей в средствах размещения",
      { en: "% of nights of all guests", ru: "% ночёвок всех гостей" },
    ),
    dimension: "openness",
    element: "people",
    from: {
      dataset: "tour_occ_nin2",
      select: nights("FOR"),
      derive: { share: { select: nights("TOTAL") } },
    },
  },
  {
    id: "works_in_own_region",
    name: {
      en: "Employed residents who work in their own region",
      ru: "Занятые жители, работающие в своём регионе",
    },
    dimension: "openness",
    element: "people",
    role: "structural",
    unit: { en: "% of employment 15-64", ru: "% занятых 15–64 лет" },
    range: { min: 0 },
    from: {
      dataset: "lfst_r_lfe2ecomm",
      select: { freq: "A", age: "Y15-64", c_work: "INR", sex: "T", unit: "THS_PER" },
      derive: { share: { dataset: "lfst_r_lfe2en2", select: employed("TOTAL") } },
    },
  },
];
