import type { ChartWords } from "./words.js";

/** A value of a JSON document. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/**
 * Options of an ECharts chart as plain JSON: to send, to store, and to draw with `chart.setOption(options)` where ECharts is loaded. This
 * package never loads it.
 */
export type ChartOptions = { [key: string]: Json };

/** What every chart can be asked for. */
export interface ChartChoices {
  /** `"en"` (default), `"ru"`, or a language of `languages`; names come from the table and the framework in the same language. */
  readonly language?: string | undefined;
  /** More languages, or other words: by code, all that charts say. */
  readonly languages?: { readonly [language: string]: ChartWords } | undefined;
  /** Instead of the chart's own title; `""` for none. */
  readonly title?: string | undefined;
}
