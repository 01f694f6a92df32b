import type { Indicator } from "../../table/framework.js";
import type { Selection } from "../../table/indicator-source.js";
import { share } from "./share.js";

/** Employed persons by the activity in which they work. */
export const employed = (nace_r2: string): Selection => ({
  freq: "A",
  unit: "THS_PER",
  sex: "T",
  age: "Y15-64",
  nace_r2,
});

const unit = { en: "% of employment 15-64", ru: "% занятых 15–64 лет" };

const sector = (id: string, nace: string, en: string, ru: string): Indicator => ({
  ...share(id, `Employment in ${en} (NACE ${nace})`, `Занятость: ${ru} (NACE ${nace})`, unit),
  dimension: "sector-structure",
  composition: "sectors",
  from: {
    dataset: "lfst_r_lfe2en2",
    select: employed(nace),
    derive: { share: { select: employed("TOTAL") } },
  },
});

/** Real estate (NACE L) is not among them: it is too small for the survey in two regions of five. */
export const sectorStructure = (): readonly Indicator[] => [
  sector("emp_agriculture", "A", "agriculture, forestry and fishing", "сельское, лесное и рыбное хозяйство"),
  sector("emp_industry", "B-E", "industry", "промышленность"),
  sector("emp_construction", "F", "construction", "строительство"),
  sector(
    "emp_trade_transport",
    "G-I",
    "trade, transport, accommodation and food",
    "торговля, транспорт, гостиницы и общественное питание",
  ),
  sector("emp_information", "J", "information and communication", "информация и связь"),
  sector("emp_finance", "K", "finance and insurance", "финансы и страхование"),
  sector(
    "emp_business_services",
    "M_N",
    "professional and administrative services",
    "профессиональные и административные услуги",
  ),
  sector(
    "emp_public_services",
    "O-Q",
    "public administration, education and health",
    "государственное управление, образование и здравоохранение",
  ),
  sector("emp_other_services", "R-U", "arts, recreation and other services", "досуг и прочие услуги"),
];
