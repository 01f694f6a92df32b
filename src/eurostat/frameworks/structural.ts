import type { Framework, Indicator } from "../../table/framework.js";
import { dimensions } from "./dimensions.js";
import { firmSize } from "./firm-size.js";
import { geoDemography } from "./geo-demography.js";
import { humanResources } from "./human-resources.js";
import { industryBranches } from "./industry-branches.js";
import { openness } from "./openness.js";
import { performance } from "./performance.js";
import { sectorStructure } from "./sector-structure.js";
import { technology } from "./technology.js";

const indicators = (): readonly Indicator[] => [
  ...geoDemography(),
  ...humanResources(),
  ...technology(),
  ...sectorStructure(),
  ...industryBranches(),
  ...firmSize(),
  ...openness(),
  ...performance(),
];

/** Made by a call that bundlers may leave out, so that who only reads files does not carry it. */
export const structural: Framework = /* @__PURE__ */ makeStructural();

/** Every indicator gets the data sets that it is made of as its source, and the licence of all that Eurostat publishes. */
function makeStructural(): Framework {
  return {
    schemaVersion: 1,
    id: "eurostat-structural",
    name: {
      en: "Structural conditions in regional statistics of Eurostat",
      ru: "Структурные условия по региональной статистике Евростата",
    },
    description: {
      en: "In the spirit of the elements of Orkestra: what Eurostat publishes of them at NUTS 2. Institutions and values, trade, patents by field and accessibility are published elsewhere: see publishedElsewhere.",
      ru: "По образцу элементов Orkestra: то, что Евростат публикует о них на уровне NUTS 2. Институты и ценности, торговля, патенты по областям техники и доступность публикуются в других местах: см. publishedElsewhere.",
    },
    dimensions,
    compositions: [
      {
        id: "sectors",
        name: { en: "Employment by sector", ru: "Занятость по секторам" },
        // Real estate is left out, and some persons give no activity.
        tolerance: 5,
      },
      // For those who bring patents by field: see published-elsewhere.ts.
      { id: "patents", name: { en: "Patents by field", ru: "Патенты по областям техники" } },
    ],
    indicators: indicators().map((indicator) => ({
      ...indicator,
      source: `Eurostat, ${datasetsOf(indicator).join(", ")}`,
      licence: "CC BY 4.0 (Eurostat reuse policy, Commission Decision 2011/833/EU)",
    })),
    credits: [
      "Source: Eurostat; reuse under CC BY 4.0 (Commission Decision 2011/833/EU). Shares and ratios are computed from Eurostat figures.",
    ],
  };
}

function datasetsOf({ from }: Indicator): string[] {
  const { dataset, derive } = from!;
  const against =
    derive === undefined ? null : "share" in derive ? derive.share : "ratio" in derive ? derive.ratio : null;
  return [...new Set([dataset, against?.dataset ?? dataset])];
}
