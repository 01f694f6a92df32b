import type { Indicator } from "../../table/framework.js";
import { localUnits } from "./industry-branches.js";

export const firmSize = (): readonly Indicator[] => [
  {
    id: "unit_size_manufacturing",
    name: {
      en: "Average size of local units in manufacturing (NACE C)",
      ru: "Средний размер местных единиц в обрабатывающей промышленности (NACE C)",
    },
    dimension: "firm-size",
    role: "structural",
    unit: { en: "persons employed per local unit", ru: "занятых на местную единицу" },
    range: { min: 0 },
    from: {
      dataset: "sbs_r_nuts2021",
      select: localUnits("EMP_LOC_NR", "C"),
      derive: { ratio: { select: localUnits("LOC_NR", "C") } },
    },
  },
];
