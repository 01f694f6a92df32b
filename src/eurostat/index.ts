// The entry `reference-regions/eurostat`: Eurostat's own formats, bytes of any encoding, and region codes that change.
export { type Decoded, type DecodeOptions, decode } from "./decode.js";
export type { Observation, Observations } from "./observations.js";
export { readEurostatTsv } from "./read-eurostat-tsv.js";
export { readJsonStat } from "./read-json-stat.js";
export { readSdmxCsv } from "./read-sdmx-csv.js";
