import type { PublishedElsewhere } from "./elsewhere.js";
import { share } from "./share.js";

export const settlementAccess = (): readonly PublishedElsewhere[] => [
  {
    indicator: {
      id: "multimodal_accessibility",
      name: { en: "Multimodal potential accessibility", ru: "Мультимодальная потенциальная доступность" },
      dimension: "geo-demography",
      element: "settlement-access",
      role: "structural",
      unit: { en: "index, mean of the space of ESPON = 100", ru: "индекс, среднее пространства ESPON = 100" },
      range: { min: 0 },
      source: "ESPON database",
      from: { dataset: "multimodal_accessibility", select: {} },
    },
    why: {
      en: "Eurostat publishes the length of networks and the traffic of airports and ports, not who can be reached from a region.",
      ru: "Евростат публикует длину сетей и грузо- и пассажиропотоки аэропортов и портов, но не то, до кого можно добраться из региона.",
    },
    where: { name: "ESPON", url: "https://database.espon.eu" },
    coverage: {
      en: "NUTS 3: average over the regions of NUTS 3, weighted by population. 2001, 2006, 2011, 2014; on older versions of NUTS (recodeRegions).",
      ru: "NUTS 3: усредните по регионам NUTS 3 с весами по населению. 2001, 2006, 2011, 2014 годы; в старых версиях NUTS (recodeRegions).",
    },
  },
  {
    indicator: {
      ...share(
        "pop_urban_regions",
        "Population of predominantly urban NUTS 3 regions",
        "Население преимущественно городских регионов NUTS 3",
        {
          en: "% of population",
          ru: "% населения",
        },
      ),
      dimension: "geo-demography",
      element: "settlement-access",
      source: "Eurostat, urban-rural typology of NUTS 3 regions, and population by NUTS 3 region",
      from: { dataset: "pop_urban_regions", select: {} },
    },
    why: {
      en: "Eurostat gives each region of NUTS 3 a class (urban, intermediate, rural), and no share at NUTS 2.",
      ru: "Евростат относит каждый регион NUTS 3 к классу (городской, промежуточный, сельский) и не публикует долю на уровне NUTS 2.",
    },
    where: { name: "Eurostat, NUTS and its typologies", url: "https://ec.europa.eu/eurostat/web/nuts" },
    coverage: {
      en: "All regions. Add up the population of the regions of NUTS 3 (demo_r_pjanaggr3) by their class.",
      ru: "Все регионы. Сложите население регионов NUTS 3 (demo_r_pjanaggr3) по классам.",
    },
  },
];
