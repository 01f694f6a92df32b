import type { Plan } from "../../plan.js";
import type { Metric } from "../../space/metrics.js";
import type { RegionTable } from "../../table/region-table.js";
import type { WeightsById } from "../../weight/weigh-options.js";

/** The panels beside the list. */
export const panels = ["map", "pair", "radar", "performance", "types", "compare", "certainty"] as const;
export type Panel = (typeof panels)[number];

/** No more regions than this can be put side by side. */
export const MOST_COMPARED = 3;

/** All that a reader has chosen: with the data, it decides what the page shows. */
export interface View {
  readonly language: string;
  readonly target: string;
  readonly count: number;
  /** Leave out the regions of the own country. */
  readonly abroad: boolean;
  /** Leave out the regions of these countries. */
  readonly withoutCountries: readonly string[];
  /** Leave out what is nearer or further on the map, in kilometres. */
  readonly nearerThan: number | null;
  readonly furtherThan: number | null;
  /** Only regions whose attribute has this value. */
  readonly attributes: { readonly [name: string]: string };
  /** Shares of the dimensions, which sum to 1. */
  readonly dimensions: WeightsById;
  /** Shares of the elements inside their dimensions. */
  readonly elements: WeightsById;
  /** Dimensions and elements that keep their share when others are moved. */
  readonly locked: readonly string[];
  /** Indicators that are switched off. */
  readonly off: readonly string[];
  readonly metric: Metric;
  readonly normalise: string;
  readonly pair: string | null;
  readonly compare: readonly string[];
  readonly panel: Panel;
  /** Into how many types all regions are divided. */
  readonly types: number;
}

/** The shares from which the sliders start. */
export interface Shares {
  readonly dimensions: WeightsById;
  readonly elements: WeightsById;
  readonly off: readonly string[];
}

/** What the page shows first: the plan as it was given, from the first region of the table. */
export function firstView(table: RegionTable, plan: Plan, shares: Shares, language: string): View {
  const { reference, prepare, space, typology } = plan;
  return {
    language,
    target: table.regions[0]?.id ?? "",
    count: reference.count,
    abroad: reference.exclude?.sameCountry ?? false,
    withoutCountries: [],
    nearerThan: reference.exclude?.withinKilometres ?? null,
    furtherThan: reference.only?.withinKilometres ?? null,
    attributes: {},
    ...shares,
    locked: [],
    metric: space.metric,
    normalise: methodOf(prepare.normalise),
    pair: null,
    compare: [],
    panel: "map",
    types: typology?.k ?? 6,
  };
}

/** The name of a method that may come with parameters. */
export function methodOf(option: string | { readonly method: string }): string {
  return typeof option === "string" ? option : option.method;
}
