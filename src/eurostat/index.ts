/**
 * Eurostat's own formats, bytes of any encoding, and region codes that change.
 *
 * @module reference-regions/eurostat
 */

export type { Derivation, IndicatorSource, Reference, Selection } from "../table/indicator-source.js";
export type { CellStory, Stories } from "./cell-stories.js";
export { checkRegionCodes } from "./check-region-codes.js";
export {
  type Correspondence,
  type CorrespondenceColumns,
  type Overlap,
  readCorrespondence,
} from "./correspondence.js";
export { decode } from "./decode.js";
export type { Decoded, DecodeOptions } from "./decode-options.js";
export type { DownloadedSource, EurostatDownload } from "./download/assemble.js";
export { downloadEurostat } from "./download/download-eurostat.js";
export {
  type DatasetRequest,
  type DownloadOptions,
  type GeoLevel,
  geoLevels,
  type Periods,
} from "./download/download-options.js";
export { type CachedReply, memoryCache, type ReplyCache } from "./download/reply-cache.js";
export type { Fetch, FetchReply } from "./download/send.js";
export type { FlagChoices } from "./flag-choices.js";
export type { PublishedElsewhere } from "./frameworks/elsewhere.js";
export { frameworks } from "./frameworks/frameworks.js";
export { publishedElsewhere } from "./frameworks/published-elsewhere.js";
export type { Observation, Observations } from "./observations.js";
export { readEurostatTsv } from "./read-eurostat-tsv.js";
export { readJsonStat } from "./read-json-stat.js";
export { readSdmxCsv } from "./read-sdmx-csv.js";
export type { RecodeOptions } from "./recode-options.js";
export { type RecodeMethod, recodeMethods } from "./recode-plan.js";
export { recodeRegions } from "./recode-regions.js";
export type { CodeCheck, RegionCode } from "./region-codes.js";
export { type StoriedTable, toRegionTable } from "./to-region-table.js";
export type { ToRegionTableOptions } from "./to-region-table-options.js";
