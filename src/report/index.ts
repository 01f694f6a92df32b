// The entry `reference-regions/report`: reports, and the words of the languages that they are written in.
export type { Format } from "./language/format.js";
export type { Messages } from "./language/messages.js";
export { languages, type MarkdownOptions, toMarkdownSync } from "./to-markdown-sync.js";
