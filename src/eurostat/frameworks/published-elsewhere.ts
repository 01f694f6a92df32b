import type { Selection } from "../../table/indicator-source.js";
import type { PublishedElsewhere } from "./elsewhere.js";
import { institutions } from "./institutions.js";
import { patentsByField } from "./patents-by-field.js";
import { settlementAccess } from "./settlement-access.js";
import { share } from "./share.js";

const enterprises = (sizeclas: string): Selection => ({
  freq: "A",
  indic_sb: "V11910",
  sizeclas,
  nace_r2: "B-S_X_K642",
});

/**
 * What the method asks for and `frameworks.structural` lacks, because Eurostat does not publish it at NUTS 2, or no longer: quality of
 * government, decentralisation, social capital, trade, patents by field, accessibility, urbanisation, enterprises by size. With each: why,
 * who publishes it, and for which regions and years.
 *
 * `indicator` can join the framework as it is. Its figures are then given to `toRegionTable` beside those of Eurostat, under the name that
 * stands in its `from.dataset`; a table with a row a region and a column a year does (`readEurostatTsv`). Missing figures stay missing.
 *
 * @example
 * ```ts
 * publishedElsewhere.map(({ indicator }) => indicator.id).slice(0, 3); // => ["eqi", "regional_authority", "social_trust"]
 * const { indicator } = publishedElsewhere[0];
 * const wider = parseFramework({
 *   ...frameworks.structural,
 *   indicators: [...frameworks.structural.indicators.filter((one) => one.id === "pop_density"), indicator],
 * });
 * const demo_r_d3dens = readEurostatTsv("freq,unit,geo\\TIME_PERIOD\t2023\nA,PER_KM2,ES21\t309.1\nA,PER_KM2,ES22\t64.9\n");
 * const eqi = readEurostatTsv("geo\\time\t2024\nES21\t0.5\n");
 * toRegionTable({ demo_r_d3dens, eqi }, wider).columns; // => { pop_density: [309.1, 64.9], eqi: [0.5, null] }
 * ```
 */
export const publishedElsewhere: readonly PublishedElsewhere[] = /* @__PURE__ */ list();

function list(): readonly PublishedElsewhere[] {
  return [
    ...institutions(),
    {
      indicator: {
        ...share("exports_gdp", "Exports of goods", "Экспорт товаров", { en: "% of GDP", ru: "% ВВП" }),
        range: { min: 0 },
        dimension: "openness",
        element: "trade",
        source: "Regional trade data of PBL, or customs statistics of the countries",
        from: { dataset: "exports_gdp", select: {} },
      },
      why: {
        en: "Eurostat publishes trade by country only.",
        ru: "Евростат публикует данные о торговле только по странам.",
      },
      where: {
        name: "PBL Netherlands Environmental Assessment Agency",
        url: "https://www.pbl.nl/en/publications/construction-of-regional-trade-linked-supply-and-use-tables-for-the-eu28",
      },
      coverage: {
        en: "Estimates of trade between regions of NUTS 2 for 2013. Some countries publish exports by region themselves, by the seat of the exporter: not comparable between countries.",
        ru: "Оценки торговли между регионами NUTS 2 за 2013 год. Некоторые страны сами публикуют экспорт по регионам, по месту регистрации экспортёра: между странами несопоставимо.",
      },
    },
    ...patentsByField(),
    ...settlementAccess(),
    {
      indicator: {
        ...share(
          "enterprises_10plus",
          "Enterprises with 10 or more employees",
          "Предприятия с 10 и более работниками",
          {
            en: "% of active enterprises",
            ru: "% действующих предприятий",
          },
        ),
        dimension: "firm-size",
        source: "Eurostat, bd_size_r3",
        licence: "CC BY 4.0 (Eurostat reuse policy, Commission Decision 2011/833/EU)",
        from: {
          dataset: "bd_size_r3",
          select: enterprises("GE10"),
          derive: { share: { select: enterprises("TOTAL") } },
        },
      },
      why: {
        en: "The data set of Eurostat ends with 2020.",
        ru: "Набор данных Евростата заканчивается 2020 годом.",
      },
      where: {
        name: "Eurostat, bd_size_r3",
        url: "https://ec.europa.eu/eurostat/databrowser/view/bd_size_r3/default/table",
      },
      coverage: {
        en: "173 of the 242 regions of the EU in 2020; none of Belgium, Cyprus, Germany, Greece, Ireland, Luxembourg, Slovenia.",
        ru: "173 из 242 регионов ЕС в 2020 году; нет данных по Бельгии, Кипру, Германии, Греции, Ирландии, Люксембургу, Словении.",
      },
    },
  ];
}
