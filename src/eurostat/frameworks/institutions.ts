import type { PublishedElsewhere } from "./elsewhere.js";

export const institutions = (): readonly PublishedElsewhere[] => [
  {
    indicator: {
      id: "eqi",
      name: {
        en: "European Quality of Government Index",
        ru: "Европейский индекс качества государственного управления",
      },
      dimension: "institutions",
      element: "quality-of-government",
      role: "structural",
      direction: "higher",
      unit: { en: "z-score", ru: "z-оценка" },
      source:
        "European Quality of Government Index, Quality of Government Institute, University of Gothenburg",
      licence: "Free with citation; see the page of the index",
      from: { dataset: "eqi", select: {} },
    },
    why: {
      en: "A survey of the University of Gothenburg; Eurostat publishes nothing like it.",
      ru: "Опрос Гётеборгского университета; у Евростата подобного показателя нет.",
    },
    where: {
      name: "Quality of Government Institute, University of Gothenburg",
      url: "https://www.gu.se/en/quality-government/qog-data/data-downloads/european-quality-of-government-index",
    },
    coverage: {
      en: "NUTS 2, but NUTS 1 in Belgium and Germany: repeat the figure over their regions of NUTS 2. 2010, 2013, 2017, 2021, 2024; rounds are not comparable with each other.",
      ru: "NUTS 2, в Бельгии и Германии NUTS 1: повторите значение для их регионов NUTS 2. 2010, 2013, 2017, 2021, 2024 годы; волны между собой несопоставимы.",
    },
  },
  {
    indicator: {
      id: "regional_authority",
      name: { en: "Regional Authority Index", ru: "Индекс полномочий регионов" },
      dimension: "institutions",
      element: "decentralisation",
      role: "structural",
      unit: { en: "score", ru: "баллы" },
      range: { min: 0 },
      source: "Regional Authority Index (Hooghe, Marks, Schakel and others)",
      licence: "Free for research with citation; see the page of the index",
      from: { dataset: "regional_authority", select: {} },
    },
    why: {
      en: "A coding of laws and constitutions by political scientists; Eurostat publishes no measure of decentralisation by region.",
      ru: "Кодировка законов и конституций политологами; Евростат не публикует показателей децентрализации по регионам.",
    },
    where: {
      name: "L. Hooghe, G. Marks and others, University of North Carolina",
      url: "https://garymarks.web.unc.edu/data/regional-authority/",
    },
    coverage: {
      en: "Tiers of regional government, not NUTS: give each region the score of its tier. Where a country has one score, it separates countries, not regions. 1950-2018.",
      ru: "Уровни регионального управления, а не NUTS: присвойте региону балл его уровня. Где балл у страны один, он различает страны, а не регионы. 1950–2018 годы.",
    },
  },
  {
    indicator: {
      id: "social_trust",
      name: { en: "Trust in other people", ru: "Доверие к другим людям" },
      dimension: "institutions",
      element: "social-capital",
      role: "structural",
      direction: "higher",
      unit: { en: "mean of answers from 0 to 10", ru: "среднее ответов от 0 до 10" },
      range: { min: 0, max: 10 },
      source: "European Social Survey",
      from: { dataset: "social_trust", select: {} },
    },
    why: {
      en: "Eurostat publishes no regional figures of trust or values.",
      ru: "Евростат не публикует региональных данных о доверии и ценностях.",
    },
    where: { name: "European Social Survey ERIC", url: "https://www.europeansocialsurvey.org" },
    coverage: {
      en: "Answers of persons with the code of their region, at NUTS 1, 2 or 3 by country. The mean is yours to make; samples of small regions are thin, so join several rounds.",
      ru: "Ответы респондентов с кодом региона, NUTS 1, 2 или 3 в зависимости от страны. Среднее вычисляете вы; выборки малых регионов невелики, поэтому объедините несколько волн.",
    },
  },
];
