import type { Dimension } from "../../table/framework.js";

/** The elements of the method, each a dimension of equal weight; what is performance has a dimension of its own, and no weight. */
export const dimensions: readonly Dimension[] = [
  {
    id: "geo-demography",
    name: { en: "Geo-demography", ru: "География и демография" },
    elements: [
      { id: "population", name: { en: "Population", ru: "Население" } },
      { id: "age", name: { en: "Age structure", ru: "Возрастная структура" } },
      {
        id: "settlement-access",
        name: { en: "Settlement and accessibility", ru: "Расселение и доступность" },
      },
    ],
  },
  { id: "human-resources", name: { en: "Human resources", ru: "Человеческие ресурсы" } },
  {
    id: "technology",
    name: { en: "Technology", ru: "Технологии" },
    elements: [
      {
        id: "technological-specialisation",
        name: { en: "Technological specialisation", ru: "Технологическая специализация" },
      },
      {
        id: "research-system",
        name: { en: "Research system", ru: "Система исследований и разработок" },
      },
    ],
  },
  { id: "sector-structure", name: { en: "Sector structure", ru: "Отраслевая структура" } },
  {
    id: "industry-branches",
    name: { en: "Branches of manufacturing", ru: "Отрасли обрабатывающей промышленности" },
  },
  { id: "firm-size", name: { en: "Firm size", ru: "Размер фирм" } },
  {
    id: "openness",
    name: { en: "Openness", ru: "Открытость" },
    elements: [
      { id: "people", name: { en: "Movement of people", ru: "Движение людей" } },
      { id: "trade", name: { en: "Trade", ru: "Торговля" } },
    ],
  },
  {
    id: "institutions",
    name: { en: "Institutions and values", ru: "Институты и ценности" },
    elements: [
      {
        id: "quality-of-government",
        name: { en: "Quality of government", ru: "Качество государственного управления" },
      },
      { id: "decentralisation", name: { en: "Decentralisation", ru: "Децентрализация" } },
      { id: "social-capital", name: { en: "Social capital", ru: "Социальный капитал" } },
    ],
  },
  {
    id: "performance",
    name: { en: "Performance", ru: "Результативность" },
    elements: [
      { id: "output", name: { en: "Output and income", ru: "Выпуск и доходы" } },
      { id: "labour-market", name: { en: "Labour market", ru: "Рынок труда" } },
      { id: "research-effort", name: { en: "Research effort", ru: "Исследования и разработки" } },
      { id: "living-conditions", name: { en: "Living conditions", ru: "Условия жизни" } },
    ],
  },
];
