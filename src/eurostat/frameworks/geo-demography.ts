import type { Indicator } from "../../table/framework.js";
import type { IndicatorSource, Selection } from "../../table/indicator-source.js";
import { share } from "./share.js";

const people = (age: string): Selection => ({ freq: "A", unit: "NR", sex: "T", age });

const ofPopulation = (age: string): IndicatorSource => ({
  dataset: "demo_r_pjanaggr3",
  select: people(age),
  derive: { share: { select: people("TOTAL") } },
});

const unit = { en: "% of population", ru: "% населения" };

export const geoDemography = (): readonly Indicator[] => [
  {
    id: "population",
    name: { en: "Population on 1 January", ru: "Численность населения на 1 января" },
    dimension: "geo-demography",
    element: "population",
    role: "structural",
    unit: { en: "persons", ru: "человек" },
    range: { min: 0 },
    from: { dataset: "demo_r_pjanaggr3", select: people("TOTAL") },
  },
  {
    id: "pop_density",
    name: { en: "Population density", ru: "Плотность населения" },
    dimension: "geo-demography",
    element: "population",
    role: "structural",
    unit: { en: "persons per km2", ru: "человек на км²" },
    range: { min: 0 },
    from: { dataset: "demo_r_d3dens", select: { freq: "A", unit: "PER_KM2" } },
  },
  {
    ...share("pop_under_15", "Population under 15", "Население младше 15 лет", unit),
    dimension: "geo-demography",
    element: "age",
    from: ofPopulation("Y_LT15"),
  },
  {
    ...share("pop_65_plus", "Population aged 65 and over", "Население 65 лет и старше", unit),
    dimension: "geo-demography",
    element: "age",
    from: ofPopulation("Y_GE65"),
  },
];
