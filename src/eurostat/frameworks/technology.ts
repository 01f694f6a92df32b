import type { Indicator } from "../../table/framework.js";
import type { IndicatorSource, Selection } from "../../table/indicator-source.js";
import { share } from "./share.js";

const employedIn = (nace_r2: string): IndicatorSource => ({
  dataset: "htec_emp_reg2",
  select: { freq: "A", nace_r2, unit: "PC_EMP", sex: "T" },
});

const spentBy = (sectperf: string): Selection => ({ freq: "A", sectperf, unit: "PC_GDP" });

const unit = { en: "% of employment", ru: "% занятых" };

export const technology = (): readonly Indicator[] => [
  {
    ...share(
      "emp_hightech_manufacturing",
      "Employment in high and medium-high technology manufacturing",
      "Занятость в обрабатывающих производствах высокого и среднего высокого технологического уровня",
      unit,
    ),
    dimension: "technology",
    element: "technological-specialisation",
    from: employedIn("C_HTC_MH"),
  },
  {
    ...share(
      "emp_hightech_services",
      "Employment in knowledge-intensive high-technology services",
      "Занятость в наукоёмких высокотехнологичных услугах",
      unit,
    ),
    dimension: "technology",
    element: "technological-specialisation",
    from: employedIn("KIS_HTC"),
  },
  {
    ...share(
      "rd_business_share",
      "R&D expenditure of the business enterprise sector",
      "Затраты предпринимательского сектора на исследования и разработки",
      {
        en: "% of R&D expenditure of all sectors",
        ru: "% затрат всех секторов на исследования и разработки",
      },
    ),
    dimension: "technology",
    element: "research-system",
    from: {
      dataset: "rd_e_gerdreg",
      select: spentBy("BES"),
      derive: { share: { select: spentBy("TOTAL") } },
    },
  },
];
