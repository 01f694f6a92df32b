import type { Indicator } from "../../table/framework.js";
import type { IndicatorSource } from "../../table/indicator-source.js";
import { share } from "./share.js";

const attained = (isced11: string): IndicatorSource => ({
  dataset: "edat_lfse_04",
  select: { freq: "A", sex: "T", isced11, age: "Y25-64", unit: "PC" },
});

const unit = { en: "% of population 25-64", ru: "% населения 25–64 лет" };

export const humanResources = (): readonly Indicator[] => [
  {
    ...share(
      "edu_low_25_64",
      "Population 25-64 with at most lower secondary education (ISCED 0-2)",
      "Население 25–64 лет с образованием не выше основного общего (МСКО 0–2)",
      unit,
    ),
    dimension: "human-resources",
    from: attained("ED0-2"),
  },
  {
    ...share(
      "edu_tertiary_25_64",
      "Population 25-64 with tertiary education (ISCED 5-8)",
      "Население 25–64 лет с третичным образованием (МСКО 5–8)",
      unit,
    ),
    dimension: "human-resources",
    from: attained("ED5-8"),
  },
  {
    ...share(
      "lifelong_learning",
      "Adults 25-64 taking part in education or training",
      "Взрослые 25–64 лет, участвующие в образовании и обучении",
      unit,
    ),
    dimension: "human-resources",
    from: { dataset: "trng_lfse_04", select: { freq: "A", unit: "PC", sex: "T", age: "Y25-64" } },
  },
];
