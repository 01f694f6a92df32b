import type { Indicator } from "../../table/framework.js";
import type { Selection } from "../../table/indicator-source.js";
import { share } from "./share.js";

/** A figure of local units by activity. */
export const localUnits = (indic_sbs: string, nace_r2: string | readonly string[]): Selection => ({
  freq: "A",
  indic_sbs,
  nace_r2,
});

const unit = { en: "% of manufacturing employment", ru: "% занятых в обрабатывающей промышленности" };

const branch = (id: string, divisions: readonly string[], en: string, ru: string): Indicator => ({
  ...share(id, `Manufacturing: ${en}`, `Обрабатывающая промышленность: ${ru}`, unit),
  dimension: "industry-branches",
  from: {
    dataset: "sbs_r_nuts2021",
    select: localUnits("EMP_LOC_NR", divisions),
    derive: { share: { select: localUnits("EMP_LOC_NR", "C") } },
  },
});

/**
 * Branches of which at least 85 % of the regions publish persons employed. The others (beverages, tobacco, leather, printing, coke and refined
 * petroleum, pharmaceuticals) are confidential in many regions, so the shares do not add to a whole.
 */
export const industryBranches = (): readonly Indicator[] => [
  branch("manuf_food", ["C10"], "food (NACE C10)", "пищевые продукты (NACE C10)"),
  branch(
    "manuf_textiles",
    ["C13", "C14"],
    "textiles and clothing (NACE C13-C14)",
    "текстиль и одежда (NACE C13–C14)",
  ),
  branch(
    "manuf_wood_paper",
    ["C16", "C17"],
    "wood and paper (NACE C16-C17)",
    "древесина и бумага (NACE C16–C17)",
  ),
  branch("manuf_chemicals", ["C20"], "chemicals (NACE C20)", "химические вещества (NACE C20)"),
  branch(
    "manuf_plastics_minerals",
    ["C22", "C23"],
    "rubber, plastics and non-metallic minerals (NACE C22-C23)",
    "резина, пластмассы и неметаллические минеральные продукты (NACE C22–C23)",
  ),
  branch(
    "manuf_metals",
    ["C24", "C25"],
    "basic and fabricated metals (NACE C24-C25)",
    "металлургия и металлические изделия (NACE C24–C25)",
  ),
  branch(
    "manuf_electronics",
    ["C26"],
    "computer, electronic and optical products (NACE C26)",
    "компьютеры, электронные и оптические изделия (NACE C26)",
  ),
  branch(
    "manuf_electrical",
    ["C27"],
    "electrical equipment (NACE C27)",
    "электрическое оборудование (NACE C27)",
  ),
  branch("manuf_machinery", ["C28"], "machinery (NACE C28)", "машины и оборудование (NACE C28)"),
  branch("manuf_vehicles", ["C29"], "motor vehicles (NACE C29)", "автотранспортные средства (NACE C29)"),
  branch(
    "manuf_transport",
    ["C30"],
    "other transport equipment (NACE C30)",
    "прочие транспортные средства (NACE C30)",
  ),
  branch(
    "manuf_furniture_other",
    ["C31", "C32"],
    "furniture and other products (NACE C31-C32)",
    "мебель и прочие изделия (NACE C31–C32)",
  ),
  branch(
    "manuf_repair",
    ["C33"],
    "repair and installation of machinery (NACE C33)",
    "ремонт и монтаж машин и оборудования (NACE C33)",
  ),
];
