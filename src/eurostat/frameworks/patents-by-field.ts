import type { PublishedElsewhere } from "./elsewhere.js";
import { share } from "./share.js";

const field = (id: string, en: string, ru: string): PublishedElsewhere => ({
  indicator: {
    ...share(id, `Patents: ${en}`, `Патенты: ${ru}`, { en: "% of patents", ru: "% патентов" }),
    dimension: "technology",
    element: "technological-specialisation",
    composition: "patents",
    source: "OECD REGPAT",
    from: { dataset: id, select: {} },
  },
  why: {
    en: "The regional patent data of Eurostat (pat_ep_rtot, pat_ep_ripc) end with 2012.",
    ru: "Региональные данные Евростата о патентах (pat_ep_rtot, pat_ep_ripc) заканчиваются 2012 годом.",
  },
  where: { name: "OECD, REGPAT", url: "https://www.oecd.org/sti/ipr-statistics" },
  coverage: {
    en: "Applications by the region (NUTS 3) of inventors and applicants, sent on request. Count them by the five sectors of technology of WIPO; join several years, for small regions have few.",
    ru: "Заявки по региону (NUTS 3) изобретателей и заявителей, высылаются по запросу. Подсчитайте их по пяти секторам техники ВОИС; объедините несколько лет: в малых регионах заявок мало.",
  },
});

/** The five sectors of technology of WIPO; together all patents. */
export const patentsByField = (): readonly PublishedElsewhere[] => [
  field("patents_electrical", "electrical engineering", "электротехника"),
  field("patents_instruments", "instruments", "приборы"),
  field("patents_chemistry", "chemistry", "химия"),
  field("patents_mechanical", "mechanical engineering", "машиностроение"),
  field("patents_other", "other fields", "прочие области"),
];
