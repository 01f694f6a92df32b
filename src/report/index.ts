/**
 * Reports, and the words of the languages that they are written in.
 *
 * @module reference-regions/report
 */
export type { Format } from "./language/format.js";
export type { Messages, NoteSentences, Words } from "./language/messages.js";
export { languages, type MarkdownOptions, toMarkdownSync } from "./to-markdown-sync.js";
